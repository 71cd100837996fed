package org.goldenbridge.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads and writes the topics of the broker under test, as another service would. */
public final class FactLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FactLog() {}

    private static Map<String, Object> broker() {
        return Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    /** Creates a topic as its owner would; it may be there already. */
    public static void create(String topic) {
        try (var admin = Admin.create(broker())) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The example of a fact's data, as the contracts have it. */
    public static String example(String type) {
        try (InputStream example =
                FactLog.class.getClassLoader().getResourceAsStream("contracts/facts/" + type + ".example.json")) {
            return new String(example.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fact in its envelope, with an id of its own. */
    public static String fact(String type, String subject, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"%s","subject":"%s",
                 "time":"2026-11-20T10:00:00Z","datacontenttype":"application/json","data":%s}""".formatted(UUID.randomUUID(), type, subject, data);
    }

    /** Sends any text under any key, well formed or not. */
    public static void send(String topic, String key, String value) {
        try (var producer = new KafkaProducer<>(broker(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            topic, key, value == null ? null : value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until so many messages stand under the key, and tells them in their order. */
    public static List<JsonNode> await(String topic, String key, int count) {
        var found = new ArrayList<JsonNode>();
        Eventually.isTrue(count + " messages in " + topic + " under " + key, () -> {
            found.clear();
            for (var message : all(topic)) {
                if (key.equals(message.key())) {
                    found.add(read(message));
                }
            }
            return found.size() >= count;
        });
        return List.copyOf(found);
    }

    /** Every message that is committed in a topic now. */
    public static List<ConsumerRecord<String, byte[]>> all(String topic) {
        var settings = new HashMap<>(broker());
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Optional.ofNullable(consumer.listTopics().get(topic)).orElse(List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var messages = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(messages::add);
            }
            return messages;
        }
    }

    private static JsonNode read(ConsumerRecord<String, byte[]> message) {
        try {
            return JSON.readTree(message.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
