package org.goldenbridge.acceptance.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenbridge.acceptance.network.Database;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.KafkaTopics;

/** Follows the network through a fault, and afterwards requires that everything holds that must. */
public final class Witness implements AutoCloseable {
    private static final Duration SENT = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofSeconds(15);

    private final Desk desk;
    private final Database database;
    private final FeedFollower follower;

    public Witness(Desk desk) {
        this.desk = desk;
        this.database = desk.stage().database();
        follower = new FeedFollower(database);
    }

    /** Waits until all facts are sent and taken in, and fails with every invariant that does not hold then. */
    public void allHolds() {
        Eventually.within(SENT, "the outboxes are empty", () -> waiting() == 0);
        var end = System.nanoTime() + SETTLED.toNanos();
        var broken = Invariants.broken(evidence());
        while (!broken.isEmpty() && System.nanoTime() < end) {
            broken = Invariants.broken(evidence()); // copies may be on their way for a moment
        }
        assertEquals(List.of(), broken);
    }

    private long waiting() {
        return database.number("select (select count(*) from event.outbox) + (select count(*) from centre.outbox)");
    }

    private Evidence evidence() {
        var topics = new KafkaTopics(desk.stage().network().kafka().bootstrapServers());
        var names = topics.names();
        try {
            return new Evidence(
                    desk.acknowledged().stream().map(Object::toString).collect(Collectors.toSet()),
                    sessions(),
                    places(),
                    bookings(),
                    claims(),
                    audit(),
                    versions(),
                    List.of(
                                    "event.sessions",
                                    "event.courses",
                                    "event.availability",
                                    "event.events",
                                    "centre.centres",
                                    "centre.spaces")
                            .stream()
                            .collect(Collectors.toMap(topic -> topic, topic -> facts(topics, topic))),
                    feeds(),
                    follower.held(),
                    follower.backwards(),
                    List.of(
                            copies("spaces in event-service", "centre.space", "event.space"),
                            copies("equipment in event-service", "centre.equipment", "event.equipment"),
                            copies("centres in event-service", "centre.centre", "event.centre"),
                            copies("centres in catalogue-service", "centre.centre", "catalogue.holding_centre")),
                    waiting(),
                    names.stream()
                            .filter(name -> name.endsWith(".dead-letters"))
                            .mapToLong(name -> topics.read(name).size())
                            .sum());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Evidence.Told> facts(KafkaTopics topics, String topic) {
        return topics.read(topic).stream()
                .map(message -> {
                    var fact = KafkaTopics.json(message);
                    return new Evidence.Told(
                            fact.required("id").textValue(),
                            message.key(),
                            Long.parseLong(fact.required("sequence").textValue()),
                            fact.required("data"),
                            new String(message.value(), StandardCharsets.UTF_8));
                })
                .toList();
    }

    private List<Evidence.Session> sessions() {
        return database
                .rows("select id::text, version, status, to_json(starts_at)#>>'{}' as at from event.session")
                .stream()
                .map(row -> new Evidence.Session(
                        text(row, "id"), (long) row.get("version"), text(row, "status"), instant(row, "at")))
                .toList();
    }

    private List<Evidence.Places> places() {
        return database.rows("""
                        select p.opportunity_id::text, p.capacity, p.taken,
                            ((select coalesce(sum(h.places), 0) from event.hold h
                              where h.opportunity_id = p.opportunity_id and h.status = 'live')
                           + (select coalesce(sum(o.places), 0) from event.offer o
                              where o.opportunity_id = p.opportunity_id and o.status = 'open')
                           + (select coalesce(sum(a.places - a.used), 0) from event.allocation a
                              where a.opportunity_id = p.opportunity_id and a.status = 'live')
                           + case when p.closed then 0 else p.kept end)::integer as promised,
                            p.make_up_only and not p.closed as make_up_only
                        from event.places p""").stream()
                .map(row -> new Evidence.Places(
                        text(row, "opportunity_id"),
                        (int) row.get("capacity"),
                        (int) row.get("taken"),
                        (int) row.get("promised"),
                        (boolean) row.get("make_up_only")))
                .toList();
    }

    private List<Evidence.Booking> bookings() {
        return database.rows("select id::text, opportunity_id::text, status, places from event.booking").stream()
                .map(row -> new Evidence.Booking(
                        text(row, "id"), text(row, "opportunity_id"), text(row, "status"), (int) row.get("places")))
                .toList();
    }

    private List<Evidence.Claim> claims() {
        return database
                .rows(
                        "select coalesce(session_id, block_id)::text as session_id, cell_id::text, to_json(lower(during))#>>'{}' as begins,"
                                + " to_json(upper(during))#>>'{}' as ends from event.space_claim")
                .stream()
                .map(row -> new Evidence.Claim(
                        text(row, "session_id"), text(row, "cell_id"), instant(row, "begins"), instant(row, "ends")))
                .toList();
    }

    private List<Evidence.Audited> audit() {
        return database
                .rows(
                        "select action, opportunity_id::text, booking_id::text from event.audit where opportunity_id is not null")
                .stream()
                .map(row -> new Evidence.Audited(
                        text(row, "action"), text(row, "opportunity_id"), (String) row.get("booking_id")))
                .toList();
    }

    /** What has versions and is told as a fact, as "topic key"; a draft is told to nobody. */
    private Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        Map.of(
                        "event.events", "event.event where announced_at is not null",
                        "event.courses",
                                "event.course where event_id in (select id from event.event where announced_at is not null)",
                        "centre.centres", "centre.centre",
                        "centre.spaces", "centre.space")
                .forEach((topic, table) -> database.rows("select id::text, version from " + table)
                        .forEach(row -> versions.put(topic + " " + text(row, "id"), (Long) row.get("version"))));
        return versions;
    }

    private Map<String, Long> feeds() {
        return database.rows("select feed, item, number from event.feed_item").stream()
                .collect(Collectors.toMap(
                        row -> text(row, "feed") + " " + text(row, "item"), row -> (Long) row.get("number")));
    }

    private Evidence.Copies copies(String name, String source, String copy) {
        return new Evidence.Copies(name, known(source), known(copy));
    }

    private Set<String> known(String table) {
        return database.rows("select concat_ws(' ', id, version, withdrawn) as known from " + table).stream()
                .map(row -> text(row, "known"))
                .collect(Collectors.toSet());
    }

    private static String text(Map<String, Object> row, String column) {
        return row.get(column).toString();
    }

    private static Instant instant(Map<String, Object> row, String column) {
        return OffsetDateTime.parse(text(row, column)).toInstant();
    }

    @Override
    public void close() {
        follower.close();
    }
}
