package org.goldenbridge.event.programme;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestPostgres.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Concurrently;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The cancellation of an event is taken back while somebody plans in its space, plans more of it, or cancels it again. */
@EventServiceTest
class RestorationRaceTest {
    private TestCentre centre;
    private String event;
    private String session;

    @BeforeEach
    void cancel() {
        centre = beijing(20);
        event = event(centre);
        session = created(sent("/v1/sessions", body(event, 10)));
        cancelled();
    }

    @Test
    @DisplayName("E58: of a restoration and a new session only one gets the space, and never a part of it")
    void oneGetsTheSpace() throws Exception {
        for (int round = 0; round < 6; round++) {
            var rival = event(centre);
            var statuses = Concurrently.<Integer>together(List.of(
                    this::restored, () -> sent("/v1/sessions", body(rival, 10)).statusCode()));
            assertTrue(
                    Set.of(List.of(200, 409), List.of(409, 201)).contains(statuses), "round " + round + " " + statuses);
            assertEquals(1, scheduled(), "round " + round);
            var isBack = statuses.get(0) == 200;
            assertEquals(
                    isBack ? "announced scheduled" : "cancelled cancelled",
                    value(
                            "select e.status || ' ' || s.status from event e join session s on s.event_id = e.id where s.id = '"
                                    + session + "'"));
            for (var one : List.of(event, rival)) { // one of them is cancelled already
                post(centre.manager(), "/v1/events/" + one + "/cancellation", "*", "{}");
            }
        }
    }

    @Test
    @DisplayName("E58: the same without the claim on the cells leaves two sessions in one space (negative control)")
    void withoutTheClaimBothGetIt() throws SQLException {
        sent("/v1/sessions", body(event(centre), 10)).statusCode(201);
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(
                    "update session set status = 'scheduled', cancelled_at = null" + " where id = '" + session + "'");
            try (var row =
                    statement.executeQuery("select count(*) from session where status = 'scheduled' and space_id = '"
                            + centre.space() + "'")) {
                row.next();
                assertEquals(2, row.getInt(1), "nothing else refuses it");
            }
            connection.rollback();
        }
    }

    @Test
    @DisplayName("E58: a session that is planned meanwhile waits for the end of the restoration, and then stands in it")
    void whoPlansMoreOfItWaits() throws Exception {
        assertEquals(
                201,
                whileARestorationWaits(
                        () -> sent("/v1/sessions", body(event, 12)).statusCode()));
        assertEquals(2, count("select from session where status = 'scheduled' and event_id = '" + event + "'"));
    }

    @Test
    @DisplayName("E58: who cancels meanwhile is refused or cancels all that came back")
    void whoCancelsMeanwhileLeavesNothingScheduledInACancelledEvent() throws Exception {
        var status =
                whileARestorationWaits(() -> post(centre.manager(), "/v1/events/" + event + "/cancellation", "*", "{}")
                        .statusCode());
        assertTrue(Set.of(409, 412).contains(status), "it read the event as cancelled: " + status);
        assertEquals("announced", value("select status from event where id = '" + event + "'"));
        assertEquals(1, scheduled());
        cancelled();
        for (int round = 0; round < 6; round++) {
            var statuses = Concurrently.<Integer>together(List.of(
                    this::restored,
                    () -> post(centre.manager(), "/v1/events/" + event + "/cancellation", "*", "{}")
                            .statusCode()));
            assertTrue(Set.of(200, 409, 412).containsAll(statuses), "round " + round + " " + statuses);
            assertEquals(0, count("""
                            select from session s join event e on e.id = s.event_id
                            where e.id = '%s' and (e.status = 'cancelled') = (s.status = 'scheduled')""".formatted(event)), "round " + round);
            if (value("select status from event where id = '" + event + "'").equals("announced")) {
                cancelled();
            }
        }
    }

    /** Lets a restoration come as far as the space, which somebody holds, starts the other, and lets both go on. */
    private int whileARestorationWaits(Callable<Integer> other) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try (var holder = TestPostgres.connect();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from space_cell where id = '" + centre.space() + "' for update");
            var restoration = threads.submit(this::restored);
            Eventually.isTrue("the restoration waits for the cell", () -> waiting() >= 1);
            var meanwhile = threads.submit(other);
            Eventually.isTrue("the other waits or is done", () -> meanwhile.isDone() || waiting() >= 2);
            holder.rollback();
            assertEquals(200, restoration.get(20, TimeUnit.SECONDS));
            return meanwhile.get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdown();
        }
    }

    private static long waiting() {
        return count("select from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0");
    }

    private int restored() {
        return post(centre.manager(), "/v1/events/" + event + "/restoration", "*", "")
                .statusCode();
    }

    private void cancelled() {
        post(centre.manager(), "/v1/events/" + event + "/cancellation", "*", "{}")
                .statusCode(200);
    }

    private long scheduled() {
        return count("select from session where status = 'scheduled' and space_id = '" + centre.space() + "'");
    }

    private TestResponse sent(String path, String body) {
        return post(centre.staff(), path, body);
    }

    private String body(String of, int hour) {
        return draft(of, centre.space(), day(1) + "T%02d:00".formatted(hour), day(1) + "T%02d:00".formatted(hour + 1));
    }
}
