package org.goldenbridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes the topics of a broker as another service would; only committed messages are read. */
public final class KafkaTopics {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 3;

    private final String bootstrapServers;
    private KafkaProducer<String, byte[]> producer;

    public KafkaTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The broker that {@link TestKafka} started. */
    public static KafkaTopics underTest() {
        return UnderTest.TOPICS;
    }

    private static final class UnderTest {
        private static final KafkaTopics TOPICS = new KafkaTopics(TestKafka.bootstrapServers());
    }

    /** Creates topics as their owner would; they may exist already. */
    public void create(String... topics) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (var topic : topics) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of all topics, those of Kafka itself included. */
    public Set<String> names() {
        try (var consumer = consumer()) {
            return consumer.listTopics().keySet();
        }
    }

    /** Sends any text under any key, well formed or not, and returns when the broker has acknowledged it. */
    public synchronized void send(String topic, String key, String value) {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        var message = new ProducerRecord<String, byte[]>(
                topic, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        // As the relay sends it: a connector that interprets this header must leave the message alone.
        message.headers()
                .add("content-type", "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII));
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All committed messages of a topic, those of one key in their order; none when there is no such topic. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (var consumer = consumer()) {
            var partitions = Optional.ofNullable(consumer.listTopics().get(topic)).orElse(List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var messages = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
            return messages;
        }
    }

    /** The same, each message parsed as JSON. */
    public List<JsonNode> readJson(String topic) {
        return read(topic).stream().map(KafkaTopics::json).toList();
    }

    /** Waits until at least so many messages stand under the key, and returns them in their order. */
    public List<JsonNode> await(String topic, String key, int count) {
        var found = new ArrayList<JsonNode>();
        Eventually.isTrue(count + " messages in " + topic + " under " + key, () -> {
            found.clear();
            read(topic).stream()
                    .filter(message -> key.equals(message.key()))
                    .map(KafkaTopics::json)
                    .forEach(found::add);
            return found.size() >= count;
        });
        return List.copyOf(found);
    }

    /** Parses a message. */
    public static JsonNode json(ConsumerRecord<String, byte[]> message) {
        try {
            return JSON.readTree(message.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        20_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
