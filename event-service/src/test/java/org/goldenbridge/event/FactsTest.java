package org.goldenbridge.event;

import static org.goldenbridge.event.Network.beijing;
import static org.goldenbridge.event.Network.book;
import static org.goldenbridge.event.Network.count;
import static org.goldenbridge.event.Network.day;
import static org.goldenbridge.event.Network.event;
import static org.goldenbridge.event.Network.post;
import static org.goldenbridge.event.Network.session;
import static org.goldenbridge.event.Network.visitor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.goldenbridge.event.Network.TestCentre;
import org.goldenbridge.platform.inbox.FactSchemas;
import org.goldenbridge.platform.testing.Eventually;
import org.junit.jupiter.api.Test;

/** What this service tells the others is what the contracts say, in order, and nothing about visitors. */
@EventServiceTest
class FactsTest {
    private final FactSchemas schemas = new FactSchemas();

    @Test
    void keepToTheContractsAndNameNoVisitor() {
        var centre = beijing(20);
        var session = session(centre, 10);
        book(centre.staff(), session, "k", visitor("Canary Visitor", 3)).statusCode(201);
        tour(centre);
        course(centre);
        Eventually.isTrue("the outbox is empty", () -> count("select 1 from outbox") == 0);
        for (var topic :
                List.of("event.events", "event.sessions", "event.courses", "event.availability", "event.programmes")) {
            var facts = facts(topic);
            assertFalse(facts.isEmpty(), topic);
            for (var fact : facts) {
                assertEquals(List.of(), schemas.faultsOfEnvelope(fact), topic);
                assertEquals(
                        List.of(), schemas.faultsOfData(fact.get("type").asText(), fact.get("data")), fact.toString());
                assertFalse(fact.toString().toLowerCase(java.util.Locale.ROOT).contains("canary"), fact.toString());
            }
        }
        var availability = facts("event.availability").stream()
                .filter(fact -> fact.get("subject").asText().equals(session))
                .map(fact -> fact.get("data").get("taken").asInt())
                .toList();
        assertEquals(List.of(0, 3), availability);
    }

    /** A course with a lesson, and somebody enrolled. */
    private static void course(TestCentre centre) {
        var event = event(centre);
        String course = post(centre.staff(), "/v1/courses", """
                {"eventId":"%s","capacity":8,"minimum":3,"extraPlaces":2,"dropIn":true,
                 "lessonPrice":{"amount":12.5,"currency":"EUR"}}""".formatted(event))
                .statusCode(201)
                .extract()
                .path("id");
        post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","courseId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00"}""".formatted(event, course, centre.space(), day(90), day(90)))
                .statusCode(201);
    }

    /** An announced tour with a leg at a centre and one at a venue, and an event under it. */
    private static void tour(TestCentre centre) {
        String tour = post(centre.staff(), "/v1/programmes", """
                {"kind":"touring-exhibition","centreId":"%s","title":{"en":"Tour"},"startsOn":"%s","endsOn":"%s"}""".formatted(centre.id(), day(0), day(99)))
                .statusCode(201)
                .extract()
                .path("id");
        var path = "/v1/programmes/" + tour;
        post(centre.staff(), path + "/announcement", "*", "").statusCode(200);
        post(centre.staff(), path + "/legs", """
                {"centreId":"%s","spaceId":"%s","opensOn":"%s","closesOn":"%s"}""".formatted(centre.id(), centre.space(), day(1), day(9)))
                .statusCode(201);
        post(centre.staff(), path + "/legs", """
                {"venue":{"name":{"en":"Museum"},"city":{"en":"Lyon"},"country":"FR"},"opensOn":"%s","closesOn":"%s"}""".formatted(day(20), day(29))).statusCode(201);
        post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"exhibition","title":{"en":"E"},"audience":"everyone","programmeId":"%s"}""".formatted(centre.id(), tour)).statusCode(201);
    }

    @Test
    void areNumberedInTheOrderOfTheirCommits() {
        var centre = beijing(20);
        var session = session(centre, 10);
        for (int i = 0; i < 5; i++) {
            book(centre.staff(), session, "k" + i, visitor("Guest " + i, 1)).statusCode(201);
        }
        Eventually.isTrue("the outbox is empty", () -> count("select 1 from outbox") == 0);
        var ofSession = facts("event.availability").stream()
                .filter(fact -> fact.get("subject").asText().equals(session))
                .toList();
        for (int i = 1; i < ofSession.size(); i++) {
            assertTrue(ofSession.get(i - 1).get("sequence").asLong()
                    < ofSession.get(i).get("sequence").asLong());
            assertEquals(i, ofSession.get(i).get("data").get("taken").asInt());
        }
        assertEquals(6, ofSession.size());
    }

    private static List<JsonNode> facts(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var facts = new ArrayList<JsonNode>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> facts.add(json(record.value())));
            }
            return facts;
        }
    }

    private static JsonNode json(byte[] value) {
        try {
            return new ObjectMapper().readTree(new String(value, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
