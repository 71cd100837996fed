package org.goldenbridge.catalogue.centre;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The local copy of a centre: a place at which records and items can be held. */
@Entity
class HoldingCentre extends PanacheEntityBase {
    @Id
    String id;

    /** The version of the fact that it was copied from. */
    long version;

    boolean withdrawn;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText name;

    @JdbcTypeCode(SqlTypes.JSON)
    LocalizedText city;

    String country;

    /** Takes the state of the fact over, when it is newer than what is known. */
    static void learn(CentreFact fact) {
        HoldingCentre known = findById(fact.id(), LockModeType.PESSIMISTIC_WRITE);
        if (known != null && known.version >= fact.version()) {
            return;
        }
        var centre = known == null ? new HoldingCentre() : known;
        centre.id = fact.id();
        centre.version = fact.version();
        centre.withdrawn = fact.withdrawn();
        centre.name = fact.name();
        centre.city = fact.city();
        centre.country = fact.country();
        centre.persist();
    }

    static HoldingCentre required(String id) {
        return HoldingCentre.<HoldingCentre>findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("There is no centre " + id + "."));
    }

    /** The centres in use, in the order of their ids. */
    static List<HoldingCentre> inUse(String afterId, int atMost) {
        return HoldingCentre.<HoldingCentre>find("not withdrawn and id > ?1 order by id", afterId)
                .page(0, atMost)
                .list();
    }
}
