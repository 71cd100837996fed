package org.goldenbridge.acceptance;

import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.acceptance.invariants.Witness;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Reply;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.KafkaTopics;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A visitor whose name nobody else has is looked for everywhere. */
@ExtendWith(OnStage.class)
@Order(90)
class CanaryIT {
    /** In the name and, in small letters, in the contact. */
    private static final String CANARY = "Qanarqus Zhyrauova";

    private static final List<String> TRACES = List.of("qanarqus", "zhyrauova");

    private final Stage stage;
    private final Desk desk;

    CanaryIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Test
    void aVisitorIsInTheTablesOfEventServiceAndNowhereElse() throws IOException {
        var session = desk.session("Evening with a canary", 3);
        var key = UUID.randomUUID().toString();
        var staff = stage.signedIn(STAFF);
        var booked = desk.acknowledge(Desk.book(staff, session, CANARY, 2, key));
        assertTrue(hasTrace(booked.text()), "The desk is shown whom it booked");

        var shown = new HashMap<String, String>();
        refusalsThatKnewTheName(session, key).forEach((fault, answer) -> {
            assertEquals(4, answer.status() / 100, fault + ": " + answer.text());
            shown.put("the answer to " + fault, answer.text());
        });
        staff.post("/v1/bookings/" + booked.id() + "/cancellation", null).expect(200);
        try (var witness = new Witness(desk)) {
            witness.allHolds(); // everything that is told has been told
        }

        shown.put(
                "the schedule",
                stage.anyone().get("/v1/sessions?centre=beijing&limit=500").text());
        shown.put(
                "the session",
                stage.anyone().get("/v1/sessions/" + session + "?lang=*").text());
        shown.put("the events", stage.anyone().get("/v1/events?limit=500").text());
        shown.put("the centres", stage.anyone().get("/v1/centres").text());
        shown.put(
                "the feeds",
                stage.database().rows("select * from event.feed_item").toString());
        for (var feed : List.of(
                "/v1/feeds/sessions",
                "/v1/feeds/availability",
                "/v1/schedule-changes?afterChangeNumber=0",
                "/v1/linked-data/sessions/" + session)) {
            shown.put(feed, stage.anyone().get(feed).expect(200).text());
        }
        shown.putAll(topics());
        shown.putAll(logs());
        shown.forEach((place, text) -> assertFalse(hasTrace(text), () -> "The visitor is in " + place));
        assertEquals(List.of("event.visitor"), tablesWithATrace());
    }

    /** Requests that hold the name and are refused, each by what is wrong with it. */
    private Map<String, Reply> refusalsThatKnewTheName(UUID session, String key) {
        var path = Desk.bookingsOf(session);
        var staff = stage.signedIn(STAFF);
        var good = Desk.bookingDraft(CANARY, 2);
        var unknownField = new HashMap<String, Object>(good);
        unknownField.put("note", CANARY);
        var wrongContact =
                Map.of("visitor", Map.of("name", CANARY, "contact", CANARY, "language", CANARY), "places", 1);
        return Map.of(
                "a second booking",
                        Desk.book(staff, session, CANARY, 1, UUID.randomUUID().toString()),
                "the key used for something else", Desk.book(staff, session, CANARY, 1, key),
                "too many places",
                        Desk.book(
                                staff,
                                session,
                                CANARY + " II",
                                3,
                                UUID.randomUUID().toString()),
                "an unknown field", staff.post(path, unknownField, "Idempotency-Key", "canary-1"),
                "a wrong contact", staff.post(path, wrongContact, "Idempotency-Key", "canary-2"),
                "places that are no number",
                        staff.post(
                                path,
                                Map.of("visitor", good.get("visitor"), "places", CANARY),
                                "Idempotency-Key",
                                "canary-3"),
                "another centre's staff",
                        Desk.book(
                                stage.signedIn("paris-staff"),
                                session,
                                CANARY,
                                1,
                                UUID.randomUUID().toString()),
                "nobody",
                        Desk.book(
                                stage.anyone(),
                                session,
                                CANARY,
                                1,
                                UUID.randomUUID().toString()),
                "no session",
                        Desk.book(
                                staff,
                                UUID.randomUUID(),
                                CANARY,
                                1,
                                UUID.randomUUID().toString()),
                "the wrong service",
                        new Client(stage.network().service(Stage.CENTRES, 0).address(), stage.token(STAFF))
                                .post(path, good));
    }

    private Map<String, String> topics() {
        var topics = new KafkaTopics(stage.network().kafka().bootstrapServers());
        var messages = new HashMap<String, String>();
        for (var topic : topics.names()) {
            var text = new StringBuilder();
            for (var message : topics.read(topic)) {
                text.append(Objects.toString(message.key(), "")).append(text(message.value()));
                message.headers().forEach(header -> text.append(header.key()).append(text(header.value())));
            }
            messages.put("topic " + topic, text.toString());
        }
        assertTrue(messages.get("topic event.availability").contains("taken"), "The topics were read");
        return messages;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private Map<String, String> logs() throws IOException {
        var logs = new HashMap<String, String>();
        try (var files = Files.list(stage.network().logs())) {
            for (var file : files.toList()) {
                logs.put("log " + file.getFileName(), Files.readString(file));
            }
        }
        assertTrue(logs.get("log event-service.log").contains("started in"), "The logs were read");
        return logs;
    }

    private List<String> tablesWithATrace() {
        var database = stage.database();
        var found = new ArrayList<String>();
        for (var table : database.tables("centre", "event", "catalogue", "keycloak", "public", "extensions")) {
            for (var trace : TRACES) {
                if (database.number(
                                        "select count(*) from " + table + " t where lower(t::text) like ?",
                                        "%" + trace + "%")
                                > 0
                        && !found.contains(table)) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static boolean hasTrace(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        return TRACES.stream().anyMatch(small::contains);
    }
}
