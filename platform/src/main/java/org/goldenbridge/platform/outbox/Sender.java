package org.goldenbridge.platform.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The second step of the relay: publishes the numbered rows in their order, waits until the brokers have them, deletes
 * them. A crash in between sends the same rows again, with the same event ids.
 *
 * <p>Its producer is opened, which fences off every earlier one, before rows are read, so that what was read is never sent
 * behind what another relay has sent since; and the lead is asked for again before a batch is committed.
 */
final class Sender {
    private final DataSource database;
    private final Supplier<Producer<String, byte[]>> producers;
    private final CloudEventWriter writer;
    private final Lead lead;
    private @Nullable Producer<String, byte[]> producer;

    /** Whether this relay is the one that leads. */
    @FunctionalInterface
    interface Lead {
        boolean isHeld() throws SQLException;
    }

    Sender(DataSource database, Supplier<Producer<String, byte[]>> producers, CloudEventWriter writer, Lead lead) {
        this.database = database;
        this.producers = producers;
        this.writer = writer;
        this.lead = lead;
    }

    /**
     * Sends at most {@code most} rows, when this relay leads.
     *
     * @return how many rows are done with
     * @throws org.apache.kafka.common.KafkaException when the brokers do not take them, or another relay has fenced this one
     *     off; nothing is deleted then
     * @throws IllegalStateException when the lead was lost on the way; nothing was committed, and nothing is deleted then
     */
    int send(int most) throws SQLException {
        if (producer == null && factsWait()) {
            if (!lead.isHeld()) {
                return 0;
            }
            var opened = producers.get();
            producer = opened;
            opened.initTransactions(); // fences off a former leader that only slept
        }
        var open = producer;
        var rows = numbered(most);
        if (rows.isEmpty()) {
            return 0;
        }
        var facts = rows.stream().filter(row -> row.topic() != null).toList();
        if (!facts.isEmpty()) {
            if (open == null) {
                return 0; // they came between the two looks: the next one opens the producer before it reads
            }
            publish(facts, open);
        }
        delete(rows.get(rows.size() - 1).number());
        return rows.size();
    }

    private void publish(List<OutboxRow> facts, Producer<String, byte[]> open) throws SQLException {
        open.beginTransaction();
        var acknowledgements = new ArrayList<Future<RecordMetadata>>();
        for (var fact : facts) {
            acknowledgements.add(open.send(writer.record(fact)));
        }
        if (!lead.isHeld()) {
            open.abortTransaction();
            throw new IllegalStateException("The lead was lost to another relay, which sends from now on");
        }
        open.commitTransaction(); // flushes, and fails when a single one failed
        if (!acknowledgements.stream().allMatch(Future::isDone)) {
            throw new IllegalStateException("A committed Kafka transaction has unacknowledged messages");
        }
    }

    private boolean factsWait() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select exists (select from outbox where number is not null and topic is not null)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private List<OutboxRow> numbered(int most) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select number, event_id, topic, type, key, data, traceparent, recorded_at
                        from outbox where number is not null order by number limit ?""")) {
            query.setInt(1, most);
            try (var rows = query.executeQuery()) {
                var numbered = new ArrayList<OutboxRow>();
                while (rows.next()) {
                    numbered.add(OutboxRow.read(rows));
                }
                return numbered;
            }
        }
    }

    /** All up to the last one sent: numbers become visible in order, so nothing lower can still come. */
    private void delete(long upTo) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from outbox where number <= ?")) {
            delete.setLong(1, upTo);
            delete.executeUpdate();
        }
    }

    void close() {
        var open = producer;
        producer = null;
        if (open != null) {
            open.close(java.time.Duration.ofSeconds(1));
        }
    }
}
