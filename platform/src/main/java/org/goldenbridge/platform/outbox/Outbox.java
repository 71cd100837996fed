package org.goldenbridge.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;
import org.goldenbridge.platform.feed.FeedItem;
import org.goldenbridge.platform.tracing.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * Where a change leaves word of itself. The row is written in the caller's transaction, so the word exists exactly when
 * the change does; the relay numbers and sends it after commit.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, type, key, data, feed_items, traceparent)
            values (:topic, :type, :key, cast(:data as jsonb), cast(:feedItems as jsonb), :traceparent)""";

    private static final String INSERT_ALL = """
            insert into outbox (topic, type, key, data, feed_items, traceparent)
            select topic, type, key, cast(data as jsonb), cast(feed_items as jsonb), cast(:traceparent as text)
            from unnest(cast(:topics as text[]), cast(:types as text[]), cast(:keys as text[]), cast(:data as text[]),
                        cast(:feedItems as text[])) with ordinality as word (topic, type, key, data, feed_items, nth)
            order by nth""";

    /** Each in a row of its own, for it then has a number of its own: a reader's page can end behind any of them. */
    private static final String MOVE = """
            insert into outbox (feed_items, traceparent)
            select jsonb_build_array(moved.item), cast(:traceparent as text)
            from jsonb_array_elements(cast(:feedItems as jsonb)) with ordinality as moved (item, nth) order by moved.nth""";

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectMapper json;
    private final RelayAlarm alarm;

    @Inject
    Outbox(
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            ObjectMapper json,
            RelayAlarm alarm) {
        this.entities = entities;
        this.transaction = transaction;
        this.json = json;
        this.alarm = alarm;
    }

    /**
     * Tells a fact and moves the items of change feeds that it changes.
     *
     * @throws jakarta.transaction.TransactionalException without a transaction of the caller's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Fact fact, FeedItem... moved) {
        insert(fact.topic(), fact.type(), fact.key(), write(fact.data()), moved);
    }

    /**
     * A fact and the items of change feeds that it moves.
     *
     * @param moved the items; they get the number of the fact
     */
    public record Word(Fact fact, List<FeedItem> moved) {}

    /** As {@link #append}, for many at once in their order: one statement for all of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<Word> words) {
        if (words.isEmpty()) {
            return;
        }
        entities.flush();
        entities.createNativeQuery(INSERT_ALL)
                .setParameter("topics", column(words, word -> word.fact().topic()))
                .setParameter("types", column(words, word -> word.fact().type()))
                .setParameter("keys", column(words, word -> word.fact().key()))
                .setParameter("data", column(words, word -> write(word.fact().data())))
                .setParameter("feedItems", column(words, word -> word.moved().isEmpty() ? null : write(word.moved())))
                .setParameter("traceparent", TraceParent.current())
                .executeUpdate();
        transaction.registerInterposedSynchronization(new WakeAfterCommit());
    }

    private static @Nullable String[] column(List<Word> words, Function<Word, @Nullable String> value) {
        return words.stream().map(value).toArray(String[]::new);
    }

    /** Moves items of change feeds without telling the other services anything. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(List<FeedItem> moved) {
        if (moved.isEmpty()) {
            return;
        }
        entities.flush();
        entities.createNativeQuery(MOVE)
                .setParameter("feedItems", write(moved))
                .setParameter("traceparent", TraceParent.current())
                .executeUpdate();
        transaction.registerInterposedSynchronization(new WakeAfterCommit());
    }

    private void insert(String topic, String type, String key, String data, FeedItem... moved) {
        // Flushed first: the row lock of the aggregate is then held when the outbox row gets its id, and two changes of
        // one aggregate cannot come out in the wrong order.
        entities.flush();
        entities.createNativeQuery(INSERT)
                .setParameter("topic", topic)
                .setParameter("type", type)
                .setParameter("key", key)
                .setParameter("data", data)
                .setParameter("feedItems", moved.length == 0 ? null : write(moved))
                .setParameter("traceparent", TraceParent.current())
                .executeUpdate();
        transaction.registerInterposedSynchronization(new WakeAfterCommit());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A fact must be writable as JSON", e);
        }
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                alarm.ring();
            }
        }
    }
}
