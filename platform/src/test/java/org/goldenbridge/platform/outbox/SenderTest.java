package org.goldenbridge.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.goldenbridge.platform.inbox.FactSchemas;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void empty() throws SQLException {
        Schema.empty();
    }

    @Test
    void sendsNumberedRowsInTheirOrderAndThenDeletesThem() throws SQLException {
        numbered("a", "b", "a");
        var producer = producer();
        assertEquals(3, sender(producer).send(100));
        assertTrue(producer.transactionCommitted());
        assertEquals(
                List.of("a", "b", "a"),
                producer.history().stream().map(ProducerRecord::key).toList());
        assertEquals(0, Schema.number("select count(*) from outbox"));
    }

    @Test
    void writesCloudEventsThatKeepToTheEnvelopesSchema() throws SQLException {
        numbered("a");
        var producer = producer();
        sender(producer).send(100);
        var event = json(producer.history().get(0));
        assertEquals(List.of(), new FactSchemas().faultsOfEnvelope(event));
        assertEquals("/test-service", event.get("source").asText());
        assertEquals("a", event.get("subject").asText());
        assertEquals("a", event.get("data").get("id").asText());
    }

    @Test
    void leavesWhatHasNoNumberYet() throws SQLException {
        try (var connection = Schema.connect()) {
            Schema.append(connection, "unnumbered");
        }
        assertEquals(0, sender(producer()).send(100));
        assertEquals(1, Schema.number("select count(*) from outbox"));
    }

    @Test
    void keepsEverythingWhileKafkaIsAwayAndSendsTheSameEventsAfterwards() throws SQLException {
        numbered("a", "b");
        var away = producer();
        away.commitTransactionException = new TimeoutException("Kafka is away");
        assertThrows(KafkaException.class, () -> sender(away).send(100));
        assertEquals(2, Schema.number("select count(*) from outbox"));
        var back = producer();
        assertEquals(2, sender(back).send(100));
        assertEquals(away(away), ids(back));
    }

    @Test
    @DisplayName("E10 a relay that slept before it opened its producer sends nothing that another has sent by then")
    void fencesFirstAndReadsThen() throws SQLException {
        numbered("a", "b", "c", "d", "e");
        var awake = producer();
        var slept = producer();
        var sleeper = sender(
                () -> {
                    // It sleeps here. Another relay leads, and sends what was there and what came since.
                    numberAndSend(awake, "a", "b", "c", "d");
                    awake.fenceProducer();
                    return slept;
                },
                () -> true);
        assertEquals(0, sleeper.send(100));
        assertEquals(9, awake.history().size());
        assertEquals(List.of(), slept.history());
    }

    @Test
    @DisplayName("E10 reading first and fencing then sends the old state behind the new one (negative control)")
    void readingFirstSendsTheOldStateLast() throws SQLException {
        numbered("a");
        var awake = producer();
        var slept = producer();
        var read = rows();
        // It sleeps here, with the rows in its hands.
        numberAndSend(awake, "a");
        awake.fenceProducer();
        slept.initTransactions();
        slept.beginTransaction();
        for (var row : read) {
            var unused = slept.send(new CloudEventWriter(JSON, "test-service").record(row));
        }
        slept.commitTransaction();
        var log = Stream.of(awake, slept)
                .flatMap(producer -> producer.history().stream())
                .map(record -> json(record).get("sequence").asLong())
                .toList();
        assertEquals(3, log.size());
        assertTrue(log.get(2) < log.get(1), "the last of the key is an old one: " + log);
    }

    private static List<OutboxRow> rows() throws SQLException {
        try (var connection = Schema.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select number, event_id, topic, type, key, data, traceparent, recorded_at
                        from outbox where number is not null order by number""")) {
            var read = new ArrayList<OutboxRow>();
            while (rows.next()) {
                read.add(OutboxRow.read(rows));
            }
            return read;
        }
    }

    @Test
    @DisplayName("E10 what a relay has read is not committed when another one was opened since")
    void isFencedOffBetweenReadingAndCommitting() throws SQLException {
        numbered("a");
        var slept = producer();
        var sleeper = sender(() -> slept, () -> true);
        assertEquals(1, sleeper.send(100));
        numbered("b");
        slept.fenceProducer();
        assertThrows(ProducerFencedException.class, () -> sleeper.send(100));
        assertEquals(1, Schema.number("select count(*) from outbox"));
    }

    @Test
    @DisplayName("E10 a relay that lost its lead commits nothing, in its first batch and in every later one")
    void asksForTheLeadBeforeEveryCommit() throws SQLException {
        var leads = new AtomicBoolean(true);
        var producer = producer();
        var sender = sender(
                () -> {
                    leads.set(false);
                    return producer;
                },
                leads::get);
        numbered("a");
        assertThrows(IllegalStateException.class, () -> sender.send(100));
        leads.set(true);
        assertEquals(1, sender.send(100));
        numbered("b");
        leads.set(false);
        assertThrows(IllegalStateException.class, () -> sender.send(100));
        assertEquals(
                List.of("a"),
                producer.history().stream().map(ProducerRecord::key).toList());
        assertEquals(1, Schema.number("select count(*) from outbox"));
    }

    @Test
    @DisplayName("E10 nothing is opened while there is nothing to send")
    void opensNoProducerForNothing() throws SQLException {
        var sender = sender(
                () -> {
                    throw new IllegalStateException("Kafka is away");
                },
                () -> true);
        assertEquals(0, sender.send(100));
        numbered("a");
        assertThrows(IllegalStateException.class, () -> sender.send(100));
    }

    @Test
    @DisplayName("E10 whether a relay leads is asked of the database, on another connection")
    void knowsByTheDatabaseWhetherItLeads() throws SQLException {
        try (var relay = Schema.connect();
                var other = Schema.connect()) {
            var sequencer = new Sequencer(relay);
            assertFalse(Sequencer.leads(other, sequencer.backend()));
            Eventually.isTrue("it leads", () -> lead(sequencer));
            assertTrue(Sequencer.leads(other, sequencer.backend()));
            assertFalse(Sequencer.leads(other, new Sequencer(other).backend()));
        }
    }

    private static boolean lead(Sequencer sequencer) {
        try {
            return sequencer.lead();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void numberAndSend(MockProducer<String, byte[]> producer, String... items) {
        try {
            numbered(items);
            sender(producer).send(100);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sender sender(Supplier<Producer<String, byte[]>> producers, Sender.Lead lead) {
        return new Sender(Schema.ready(), producers, new CloudEventWriter(JSON, "test-service"), lead);
    }

    private static List<String> away(MockProducer<String, byte[]> producer) {
        return producer.uncommittedRecords().stream()
                .map(SenderTest::json)
                .map(e -> e.get("id").asText())
                .toList();
    }

    private static List<String> ids(MockProducer<String, byte[]> producer) {
        return producer.history().stream()
                .map(SenderTest::json)
                .map(e -> e.get("id").asText())
                .toList();
    }

    private static void numbered(String... items) throws SQLException {
        try (var connection = Schema.connect()) {
            for (var item : items) {
                Schema.append(connection, item);
            }
            new Sequencer(connection).number(100);
        }
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static Sender sender(MockProducer<String, byte[]> producer) {
        return sender(() -> producer, () -> true);
    }

    private static JsonNode json(ProducerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
