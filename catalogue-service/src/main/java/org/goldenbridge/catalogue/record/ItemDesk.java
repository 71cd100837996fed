package org.goldenbridge.catalogue.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What people do with items. Whoever changes one holds the row locks of the records concerned, taken in the order of their
 * ids and before that of the item, so that sets, feeds and holdings agree and nobody waits in a circle.
 */
@ApplicationScoped
class ItemDesk {
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    @Inject
    ItemDesk(Outbox outbox, Caller caller, Clock clock) {
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Records under their row locks, with the sets they were in before. */
    static final class Locked {
        private final List<Record> records;
        private final Map<UUID, List<String>> setsBefore = new HashMap<>();

        private Locked(List<Record> records) {
            this.records = records;
            records.forEach(record -> setsBefore.put(record.id, record.sets));
        }

        boolean hold(UUID recordId) {
            return setsBefore.containsKey(recordId);
        }

        private Record required(UUID recordId) {
            return records.stream()
                    .filter(record -> record.id.equals(recordId) && record.state == RecordState.ACTIVE)
                    .findFirst()
                    .orElseThrow(() -> Refusal.unprocessable(
                                    "unknown-record", "There is no such record, or it is deleted or merged.")
                            .at("/recordId", "is not the id of a record that stands"));
        }

        /** What moves in the feeds now that an item of theirs is another. */
        private FeedItem[] placed() {
            var moved = new ArrayList<FeedItem>();
            for (var record : records) {
                record.placeInSets();
                var before = setsBefore.getOrDefault(record.id, List.of());
                moved.addAll(Sets.movedByItem(record.id, record.isShown(), before, record.sets));
            }
            return moved.toArray(FeedItem[]::new);
        }
    }

    /** Takes the row locks of the records; one that there is not is left out. */
    Locked lock(@Nullable UUID one, UUID another) {
        var ids = new TreeSet<UUID>();
        if (one != null) {
            ids.add(one);
        }
        ids.add(another);
        return new Locked(Record.locked(ids));
    }

    Item enter(UUID id, ItemDraft draft, Locked locked) {
        locked.required(draft.recordId());
        var item = Item.enter(id, draft, author());
        outbox.append(ItemChanged.of(item), locked.placed());
        return item;
    }

    void edit(Item item, ItemDraft draft, Locked locked) {
        var before = item.state();
        if (!item.withdrawn && before.equals(draft.state())) {
            return;
        }
        if (!draft.recordId().equals(item.recordId)) {
            locked.required(draft.recordId());
        }
        item.edit(draft, author());
        tell(item, before, locked);
    }

    void withdraw(Item item, Locked locked) {
        var before = item.state();
        item.withdraw(author());
        tell(item, before, locked);
    }

    private void tell(Item item, ItemState before, Locked locked) {
        var moved = before.looksLike(item.state()) ? new FeedItem[0] : locked.placed();
        outbox.append(ItemChanged.of(item), moved);
    }

    private Author author() {
        return Author.of(caller.name(), clock.instant());
    }
}
