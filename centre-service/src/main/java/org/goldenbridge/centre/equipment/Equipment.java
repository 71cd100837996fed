package org.goldenbridge.centre.equipment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A stock of equipment of a centre: so many of a kind. */
@Entity
class Equipment extends PanacheEntityBase {
    @Id
    UUID id;

    String centreId;

    /** Counted up by Hibernate; the first stored state has 0. */
    @Version
    long version;

    boolean withdrawn;
    String code;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText name;

    int quantity;

    /** Adds a stock to a centre that is locked. */
    static Equipment add(UUID id, EquipmentDraft draft) {
        var equipment = new Equipment();
        equipment.id = id;
        equipment.centreId = draft.centreId();
        equipment.describe(draft);
        return equipment;
    }

    /** Replaces what is known of it, in a centre that is locked. */
    void edit(EquipmentDraft draft) {
        if (withdrawn) {
            throw Refusal.conflict("withdrawn", "The stock " + code + " is no longer in use and cannot be changed.");
        }
        if (!draft.centreId().equals(centreId)) {
            throw Refusal.unprocessable("fixed-field", "A stock stays with its centre.")
                    .at("/centreId", "must stay " + centreId);
        }
        describe(draft);
    }

    private void describe(EquipmentDraft draft) {
        if (isTaken(centreId, draft.code(), id)) {
            throw Refusal.conflict(
                            "already-there", "The centre " + centreId + " has a stock " + draft.code() + " already.")
                    .at("/code", "is taken");
        }
        code = draft.code();
        name = draft.name();
        quantity = draft.quantity();
    }

    /** Takes it out of use; it stays known. */
    void withdraw() {
        withdrawn = true;
    }

    private static boolean isTaken(String centreId, String code, UUID except) {
        return count("centreId = ?1 and code = ?2 and not withdrawn and id <> ?3", centreId, code, except) > 0;
    }

    static Equipment required(UUID id) {
        return Equipment.<Equipment>findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("There is no such stock of equipment."));
    }

    /** The stocks in use, of a centre or of all, in the order in which they were added. */
    static List<Equipment> inUse(@Nullable String centreId, UUID afterId, int atMost) {
        return Equipment.<Equipment>find(
                        "not withdrawn and id > ?1 and (?2 is null or centreId = ?2) order by id", afterId, centreId)
                .page(0, atMost)
                .list();
    }
}
