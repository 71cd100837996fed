package org.goldenbridge.catalogue.record;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A copy that a centre holds: a volume, a reel, a replica. It is changed under the row lock of its record, so that the
 * record's sets always agree with who holds it, and each change leaves the state that it replaced in the history.
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

    static Item enter(UUID id, ItemDraft draft, Author author) {
        claim(draft.barcode());
        var item = new Item();
        item.id = id;
        item.describe(draft);
        item.persist();
        ItemChange.first(item, author).persist();
        return item;
    }

    /** Replaces what is known of it, and the record that it is a copy of. */
    void edit(ItemDraft draft, Author author) {
        mustStand();
        if (!draft.barcode().equals(barcode)) {
            claim(draft.barcode());
        }
        change(draft.recordId().equals(recordId) ? ItemAction.EDITED : ItemAction.MOVED, author);
        describe(draft);
    }

    /** Makes it a copy of another record. */
    void moveTo(UUID otherRecordId, Author author) {
        change(ItemAction.MOVED, author);
        recordId = otherRecordId;
    }

    /** Takes it out of the collection; it stays known. */
    void withdraw(Author author) {
        mustStand();
        change(ItemAction.WITHDRAWN, author);
        withdrawn = true;
    }

    private void describe(ItemDraft draft) {
        recordId = draft.recordId();
        centreId = draft.centreId();
        barcode = draft.barcode();
        shelf = draft.shelf();
        condition = draft.condition();
        status = draft.status();
        note = draft.note();
    }

    private void change(ItemAction action, Author author) {
        ItemChange.of(this, action, author).persist();
        version++;
    }

    private void mustStand() {
        if (withdrawn) {
            throw Refusal.conflict("withdrawn", "The item is withdrawn and cannot be changed.");
        }
    }

    /** Everything that is known of it. */
    ItemState state() {
        return new ItemState(recordId, centreId, barcode, shelf, condition, status, note, withdrawn);
    }

    /**
     * Lets a barcode be given only when no item has it. Who asks for the same one meanwhile waits until this transaction has
     * ended, and is told of the item then; the unique index alone could not say which it is.
     *
     * @throws Refusal 409 {@code barcode-taken} otherwise
     */
    private static void claim(String barcode) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended('barcode ' || ?1, 0))")
                .setParameter(1, barcode)
                .getSingleResult();
        having(barcode).ifPresent(taken -> {
            throw Refusal.conflict("barcode-taken", "The barcode " + barcode + " is on another item.")
                    .at("/barcode", "is on the item " + taken.id)
                    .with("itemId", taken.id);
        });
    }

    private static Optional<Item> having(String barcode) {
        return find("barcode = ?1 and not withdrawn", barcode).firstResultOptional();
    }

    static Item required(UUID id) {
        return Item.<Item>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("There is no such item."));
    }

    /** The item under its row lock, which is taken after that of its record. */
    static Item locked(UUID id) {
        return Item.<Item>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Refusal.notFound("There is no such item."));
    }

    /** Of which record it is a copy now; whoever needs it to stay so asks again under the record's lock. */
    static UUID recordOf(UUID id) {
        return getEntityManager()
                .createQuery("select recordId from Item where id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such item."));
    }

    /** The centres that hold an item of the record. */
    static List<String> centresOf(UUID recordId) {
        return getEntityManager()
                .createQuery(
                        "select distinct centreId from Item where recordId = ?1 and not withdrawn order by centreId",
                        String.class)
                .setParameter(1, recordId)
                .getResultList();
    }

    /** The centres that hold an item of each of the records. */
    static Map<UUID, List<String>> holders(Collection<UUID> recordIds) {
        var holders = new HashMap<UUID, List<String>>();
        if (!recordIds.isEmpty()) {
            getEntityManager()
                    .createQuery(
                            "select distinct recordId, centreId from Item where recordId in ?1 and not withdrawn",
                            Object[].class)
                    .setParameter(1, recordIds)
                    .getResultList()
                    .forEach(row -> holders.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                            .add((String) row[1]));
        }
        return holders;
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
