package org.goldenbridge.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.goldenbridge.platform.inbox.FactSchemas;
import org.junit.jupiter.api.BeforeEach;
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
        return new Sender(Schema.ready(), () -> producer, new CloudEventWriter(JSON, "test-service"));
    }

    private static JsonNode json(ProducerRecord<String, byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
