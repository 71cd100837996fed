package org.goldenbridge.catalogue.record;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One change in the history of an item: who, when, what, and the state that it replaced. Never changed, never deleted. */
@Entity
@IdClass(ItemChange.Key.class)
class ItemChange extends PanacheEntityBase {
    @Id
    UUID itemId;

    /** The version that this change made. */
    @Id
    long version;

    Instant at;
    String byName;
    ItemAction action;

    /** Null for the first version. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    ItemState before;

    record Key(UUID itemId, long version) implements Serializable {}

    static ItemChange first(Item item, Author author) {
        return entry(item.id, 0, ItemAction.ENTERED, author);
    }

    /** The change that is about to be made to the item, with its state as it still is. */
    static ItemChange of(Item item, ItemAction action, Author author) {
        var change = entry(item.id, item.version + 1, action, author);
        change.before = item.state();
        return change;
    }

    private static ItemChange entry(UUID itemId, long version, ItemAction action, Author author) {
        var change = new ItemChange();
        change.itemId = itemId;
        change.version = version;
        change.at = author.at();
        change.byName = author.name();
        change.action = action;
        return change;
    }

    /** The history of an item, newest first, below a version. */
    static List<ItemChange> before(UUID itemId, long version, int atMost) {
        return ItemChange.<ItemChange>find("itemId = ?1 and version < ?2 order by version desc", itemId, version)
                .page(0, atMost)
                .list();
    }

    /** The state of an item in a version that it has had. */
    static ItemState stateIn(Item item, long version) {
        return version == item.version
                ? item.state()
                : java.util.Objects.requireNonNull(
                        ItemChange.<ItemChange>findById(new Key(item.id, version + 1)).before);
    }
}
