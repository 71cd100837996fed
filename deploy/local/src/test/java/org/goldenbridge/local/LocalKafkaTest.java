package org.goldenbridge.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static LocalKafka kafka;

    @BeforeAll
    static void start() {
        kafka = broker();
        kafka.start();
        kafka.awaitReady(PATIENCE);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static LocalKafka broker() {
        var data = new DataFolder(folder);
        data.create();
        var ports = Ports.free(1);
        return new LocalKafka(data, ports.of(Ports.KAFKA), ports.of(Ports.KAFKA_CONTROLLER));
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        create("visits");
        send("visits", "before");
        kafka.kill();
        assertFalse(kafka.isReady());
        kafka.start();
        kafka.awaitReady(PATIENCE);
        send("visits", "after");
        assertEquals(List.of("before", "after"), read("visits", 2));
    }

    @Test
    void aBrokerThatOutlivedItsNetworkIsEnded() {
        var old = ProcessHandle.of(kafka.pid()).orElseThrow();
        var successor = new LocalKafka(
                new DataFolder(folder), portOf(kafka), Ports.free(1).of(Ports.KAFKA));
        successor.start();
        assertFalse(old.isAlive());
        successor.awaitReady(PATIENCE);
        kafka = successor;
    }

    @Test
    void aTopicIsNotMadeByAccident() {
        assertThrows(ExecutionException.class, () -> send("misspelt", "lost"));
    }

    @Test
    void aPausedBrokerTakesNothingUntilItGoesOn() throws Exception {
        create("pauses");
        kafka.pause();
        assertTrue(kafka.isRunning());
        assertFalse(kafka.isReady());
        kafka.resume();
        kafka.awaitReady(PATIENCE);
        send("pauses", "on again");
        assertEquals(List.of("on again"), read("pauses", 1));
    }

    private static int portOf(LocalKafka broker) {
        return Integer.parseInt(broker.bootstrapServers().substring("127.0.0.1:".length()));
    }

    private static void create(String topic) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(String topic, String message) throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "max.block.ms", 3_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", message)).get();
        }
    }

    private static List<String> read(String topic, int count) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var messages = new ArrayList<String>();
            assertTrue(Deadline.reached(PATIENCE, () -> {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> messages.add(message.value()));
                return messages.size() >= count;
            }));
            return messages;
        }
    }
}
