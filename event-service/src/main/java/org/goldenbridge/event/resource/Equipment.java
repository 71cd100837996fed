package org.goldenbridge.event.resource;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The local copy of a stock of equipment, which sessions claim from. centre-service owns it. */
@Entity
public class Equipment extends PanacheEntityBase {
    @Id
    UUID id;

    String centreId;
    long version;
    boolean withdrawn;
    String code;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText name;

    int quantity;

    /**
     * The stock from which a session of the centre can claim.
     *
     * @param pointer where the request names it
     */
    public static Equipment toPlanWith(UUID id, Centre centre, String pointer) {
        var equipment = Equipment.<Equipment>findByIdOptional(id)
                .filter(known -> !known.withdrawn)
                .orElseThrow(() -> Refusal.unprocessable(
                                "unknown-equipment", "There is no such equipment, or it is no longer used.")
                        .at(pointer, "is not equipment that can be planned with"));
        if (!equipment.centreId.equals(centre.id())) {
            throw Refusal.unprocessable(
                            "equipment-of-another-centre", "That equipment belongs to " + equipment.centreId + ".")
                    .at(pointer, "must be equipment of " + centre.id());
        }
        return equipment;
    }

    /** Those of the given ones that there are. */
    public static Map<UUID, Equipment> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : Equipment.<Equipment>list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(equipment -> equipment.id, Function.identity()));
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public LocalizedText name() {
        return name;
    }

    /** How many there are to claim from; none of what is no longer used. */
    public int stock() {
        return withdrawn ? 0 : quantity;
    }

    /** Takes the state of a newer fact. */
    void become(EquipmentFact fact) {
        centreId = fact.centreId();
        version = fact.version();
        withdrawn = fact.withdrawn();
        code = fact.code();
        name = fact.name();
        quantity = fact.quantity();
    }
}
