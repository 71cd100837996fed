package org.goldenbridge.catalogue.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;

/** Makes one record of two that describe the same. */
@ApplicationScoped
class Merging {
    private final EntityManager entities;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    @Inject
    Merging(EntityManager entities, Outbox outbox, Caller caller, Clock clock) {
        this.entities = entities;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Two records under their row locks.
     *
     * @param from the one that gives its place to the other
     */
    record Pair(Record from, Record into) {}

    /**
     * Takes the row locks of two records, in the order of their ids: two merges crosswise do not wait in a circle.
     *
     * @throws Refusal 404 or 422 when one of them is not there, or both are the same
     */
    Pair lock(UUID from, UUID into) {
        if (from.equals(into)) {
            throw Refusal.unprocessable("merged-into-itself", "A record cannot be merged into itself.")
                    .at("/into", "must be another record");
        }
        var locked = Record.locked(List.of(from, into)).stream()
                .collect(Collectors.toMap(record -> record.id, Function.identity()));
        if (!locked.containsKey(from)) {
            throw Refusal.notFound("There is no such record.");
        }
        if (!locked.containsKey(into)) {
            throw Refusal.unprocessable("unknown-record", "There is no record to merge into.")
                    .at("/into", "is not the id of a record");
        }
        return new Pair(locked.get(from), locked.get(into));
    }

    /** Gives the place of one record to the other, with its items and with what sources deliver for it. */
    void merge(Pair pair) {
        var author = Author.of(caller.name(), clock.instant());
        var from = pair.from();
        var into = pair.into();
        var setsBefore = into.sets;
        var items = Item.of(from.id);
        items.forEach(item -> item.moveTo(into.id, author));
        from.mergeInto(into, author);
        into.absorb(from, author);
        entities.flush();
        // What was delivered for the one has yet to be compared with the other: the digest no longer says that it is
        // known.
        entities.createNativeQuery(
                        "update record_source set record_id = ?1, digest = null, by_merge = true where record_id = ?2")
                .setParameter(1, into.id)
                .setParameter(2, from.id)
                .executeUpdate();
        var words = new ArrayList<Outbox.Word>();
        words.add(Cataloguing.word(from, from.sets));
        words.add(Cataloguing.word(into, setsBefore));
        items.forEach(item -> words.add(new Outbox.Word(ItemChanged.of(item), List.of())));
        outbox.appendAll(words);
    }
}
