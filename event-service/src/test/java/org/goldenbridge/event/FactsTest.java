package org.goldenbridge.event;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.platform.inbox.FactSchemas;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.KafkaTopics;
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
        String course = created(post(centre.staff(), "/v1/courses", """
                {"eventId":"%s","capacity":8,"minimum":3,"extraPlaces":2,"dropIn":true,
                 "lessonPrice":{"amount":12.5,"currency":"EUR"}}""".formatted(event)));
        post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","courseId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00"}""".formatted(event, course, centre.space(), day(90), day(90)))
                .statusCode(201);
    }

    /** An announced tour with a leg at a centre and one at a venue, and an event under it. */
    private static void tour(TestCentre centre) {
        String tour = created(post(centre.staff(), "/v1/programmes", """
                {"kind":"touring-exhibition","centreId":"%s","title":{"en":"Tour"},"startsOn":"%s","endsOn":"%s"}""".formatted(centre.id(), day(0), day(99))));
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
        return KafkaTopics.underTest().readJson(topic);
    }
}
