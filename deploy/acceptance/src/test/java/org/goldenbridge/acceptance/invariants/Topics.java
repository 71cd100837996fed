package org.goldenbridge.acceptance.invariants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from the beginning to the end, as a consumer sees them that reads only what is committed. */
public final class Topics {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bootstrapServers;

    public Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The names of all topics, those of Kafka itself included. */
    public Set<String> names() {
        try (var consumer = consumer()) {
            return consumer.listTopics().keySet();
        }
    }

    /** All messages of a topic; those of one key in their order. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var messages = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
            return messages;
        }
    }

    List<Evidence.Told> facts(String topic) {
        return read(topic).stream().map(Topics::told).toList();
    }

    private static Evidence.Told told(ConsumerRecord<byte[], byte[]> message) {
        var text = new String(message.value(), StandardCharsets.UTF_8);
        try {
            var fact = JSON.readTree(text);
            return new Evidence.Told(
                    fact.required("id").textValue(),
                    new String(message.key(), StandardCharsets.UTF_8),
                    Long.parseLong(fact.required("sequence").textValue()),
                    fact.required("data"),
                    text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A topic of facts holds what is no JSON: " + text, e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        20_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
