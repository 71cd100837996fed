package org.goldenbridge.catalogue.record;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A copy that a centre holds: a volume, a reel, a replica. It is changed under the row lock of its record, so that the
 * record's sets always agree with who holds it.
 */
@Entity
class Item extends PanacheEntityBase {
    @Id
    UUID id;

    /** Counted up by every change; the first state has 0. */
    long version;

    UUID recordId;
    String centreId;

    /** Unique among the items that are not withdrawn. */
    String barcode;

    /** Where it stands: a shelf mark, a room, a showcase. */
    String shelf;

    ItemCondition condition;
    ItemStatus status;

    /** For staff only. */
    @Nullable
    String note;

    /** It is gone from the collection; it stays known. */
    boolean withdrawn;

    /** The centres that hold an item of the record. */
    static List<String> centresOf(UUID recordId) {
        return getEntityManager()
                .createQuery(
                        "select distinct centreId from Item where recordId = ?1 and not withdrawn order by centreId",
                        String.class)
                .setParameter(1, recordId)
                .getResultList();
    }

    /** Whether any centre holds an item of the record. */
    static boolean isHeld(UUID recordId) {
        return count("recordId = ?1 and not withdrawn", recordId) > 0;
    }

    /** The items of a record that are not withdrawn, in the order in which they were entered. */
    static List<Item> of(UUID recordId) {
        return list("recordId = ?1 and not withdrawn order by id", recordId);
    }
}
