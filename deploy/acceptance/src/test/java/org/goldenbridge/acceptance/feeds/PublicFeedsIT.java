package org.goldenbridge.acceptance.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.local.demo.DemoNetwork;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo network is loaded, and partners follow it with the tools that they have. */
@ExtendWith(OnStage.class)
@Order(10)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicFeedsIT {
    private static final List<String> FEEDS = List.of("/v1/feeds/sessions", "/v1/feeds/availability");

    private final Stage stage;
    private final Desk desk;

    PublicFeedsIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @BeforeAll
    void theDemoNetworkIsThere() {
        // The centres of the stage are there already, and shut when some of the demo takes place.
        List.of("beijing", "paris").forEach(this::openAllDay);
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.out.println(DemoNetwork.load(stage.gateway(), silent, Clock.systemUTC()));
        numbered();
    }

    private void openAllDay(String centre) {
        var hours = Stream.of(DayOfWeek.values())
                .map(day -> Map.of("day", day.name().toLowerCase(Locale.ROOT), "opens", "00:00", "closes", "24:00"))
                .toList();
        var administrator = stage.signedIn("aigerim");
        var path = "/v1/centres/" + centre + "/opening-hours";
        administrator
                .put(
                        path,
                        Map.of("weekly", hours),
                        administrator.get(path).expect(200).etag())
                .expect(200);
        Eventually.within(
                Duration.ofSeconds(20),
                "event-service knows the hours of " + centre,
                () -> stage.database()
                                .number(
                                        "select count(*) from event.centre c join centre.centre s using (id, version) where c.id = ?",
                                        centre)
                        == 1);
    }

    private void numbered() {
        Eventually.within(
                Duration.ofSeconds(60),
                "all changes are numbered",
                () -> stage.database().number("select count(*) from event.outbox where number is null") == 0);
    }

    @Test
    void theValidatorOfOpenActiveFindsNothingWrong() throws IOException, InterruptedException {
        for (var feed : FEEDS) {
            var found = RpdeValidator.validate(URI.create(stage.gateway() + feed));
            System.out.println("OpenActive's validator walked " + found.pages() + " pages of " + feed);
            assertEquals(List.of(), found.faults());
            assertTrue(found.pages() >= 2);
        }
    }

    @Test
    void theValidatorFindsWhatIsWrong() throws IOException, InterruptedException {
        var page = (ObjectNode) stage.anyone().get(FEEDS.get(0)).expect(200).body();
        page.remove("license");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var address = "http://localhost:" + server.getAddress().getPort() + "/feed";
        page.put("next", address + "?afterChangeNumber=1"); // and no last page ever
        server.createContext("/feed", exchange -> {
            var bytes = page.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Cache-Control", "public, max-age=3600");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            var faults = RpdeValidator.validate(URI.create(address)).faults().toString();
            for (var rule : List.of("RequiredPropertiesRule", "NoLastPageItemsRule", "DuplicateItemsRule")) {
                assertTrue(faults.contains(rule), faults);
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void everySessionIsAnEventOfSchemaOrgAtItsInstant() {
        var faults = new ArrayList<String>();
        int described = 0;
        int performed = 0;
        var sessions = stage.database().rows("""
                select s.id, s.event_id, to_json(s.starts_at)#>>'{}' as begins, to_json(s.ends_at)#>>'{}' as ends,
                       e.description is not null as described, s.teacher_ids <> '{}' as performed
                from event.session s join event.event e on e.id = s.event_id where e.announced_at is not null""");
        for (var session : sessions) {
            var document = stage.anyone()
                    .get("/v1/linked-data/sessions/" + session.get("id") + "?lang=kk")
                    .expect(200)
                    .body();
            faults.addAll(SchemaOrg.faults(document));
            assertEquals(
                    instant(session.get("begins")),
                    instant(document.get("startDate").asText()));
            assertEquals(
                    instant(session.get("ends")),
                    instant(document.get("endDate").asText()));
            assertEquals(session.get("described"), document.has("description"));
            assertEquals(session.get("performed"), document.has("performer"));
            described += document.has("description") ? 1 : 0;
            performed += document.has("performer") ? 1 : 0;
        }
        assertEquals(List.of(), faults);
        System.out.println(sessions.size() + " sessions are Events of schema.org, " + described + " described, "
                + performed + " with performers");
        assertTrue(sessions.size() > 100 && described > 0);
    }

    @Test
    void theCheckOfSchemaOrgFindsWhatIsWrong() {
        var id = stage.database()
                .rows("select s.id from event.session s join event.event e on e.id = s.event_id"
                        + " where e.announced_at is not null and s.space_id is not null limit 1")
                .get(0)
                .get("id");
        var document = (ObjectNode)
                stage.anyone().get("/v1/linked-data/sessions/" + id).expect(200).body();
        assertEquals(List.of(), SchemaOrg.faults(document));
        for (var required : List.of("name", "startDate", "location", "offers", "organizer", "eventStatus", "@id")) {
            var without = document.deepCopy();
            without.remove(required);
            assertFalse(SchemaOrg.faults(without).isEmpty(), "without " + required);
        }
        assertFalse(SchemaOrg.faults(document.deepCopy().put("starts", "now")).isEmpty(), "an unknown property");
    }

    @Test
    void everyEventAndProgrammeHasADocument() {
        for (var kind : List.of("event", "programme")) {
            var announced = stage.database()
                    .rows("select id from event." + kind + " where announced_at is not null order by id");
            assertFalse(announced.isEmpty());
            for (var one : announced) {
                var document = stage.anyone()
                        .get("/v1/linked-data/" + kind + "s/" + one.get("id"))
                        .expect(200)
                        .body();
                assertTrue(document.get("name").isTextual(), document.toString());
                assertTrue(document.get("subEvent").isArray(), document.toString());
            }
        }
    }

    @Test
    void whoFollowsThroughAKilledInstanceHoldsWhatIsTrue() throws InterruptedException {
        var session = desk.session("Followed through a fault", 400);
        var instances = List.of(stage.instance(0), stage.instance(1));
        var followers = FEEDS.stream()
                .map(feed -> new FeedFollower(instances, feed + "?limit=50"))
                .toList();
        var pool = Executors.newFixedThreadPool(4);
        for (int w = 0; w < 4; w++) {
            var staff = stage.signedIn(Desk.STAFF, w % 2);
            int writer = w;
            pool.execute(() -> book(staff, session, writer));
        }
        pool.shutdown();
        var victim = stage.network().service(Stage.EVENTS, 0);
        try {
            for (int step = 0; !pool.awaitTermination(2, TimeUnit.MILLISECONDS); step++) {
                followers.forEach(FeedFollower::step);
                if (step == 15) {
                    victim.kill();
                }
            }
        } finally {
            stage.heal();
        }
        numbered();
        for (int i = 0; i < FEEDS.size(); i++) {
            var follower = followers.get(i);
            follower.catchUp();
            var fromTheStart = new FeedFollower(instances, FEEDS.get(i));
            fromTheStart.catchUp();
            assertEquals(fromTheStart.numbers(), follower.numbers());
            assertEquals(fromTheStart.held(), follower.held());
            assertEquals(List.of(), follower.backwards());
        }
        var left = stage.database()
                .number("select capacity - taken from event.places where opportunity_id = ?::uuid", session.toString());
        assertTrue(left < 400, "nobody was booked");
        assertEquals(
                left,
                followers
                        .get(1)
                        .held()
                        .get(session.toString())
                        .get("remainingAttendeeCapacity")
                        .asLong());
    }

    private static void book(Client staff, UUID session, int writer) {
        for (int i = 0; i < 40; i++) {
            try {
                Desk.book(
                        staff,
                        session,
                        "Guest %d of %d".formatted(i, writer),
                        1,
                        UUID.randomUUID().toString());
            } catch (java.io.UncheckedIOException e) {
                // its instance was killed: what was booked is told all the same
            }
        }
    }

    private static Instant instant(Object text) {
        return OffsetDateTime.parse(text.toString()).toInstant();
    }
}
