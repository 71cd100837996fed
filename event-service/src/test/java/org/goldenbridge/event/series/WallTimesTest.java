package org.goldenbridge.event.series;

import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestPostgres.value;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.schedule.WallTimes;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A large centre whose zone got other rules. Its sessions follow each other without a gap: each moves to where another stood. */
@EventServiceTest
@DisplayName("E37 sessions of a large centre get back to their wall time in batches")
class WallTimesTest {
    private static final int SESSIONS = 160;

    @Inject
    WallTimes wallTimes;

    @Inject
    Clock clock;

    private final TestCentre centre = centre("Asia/Almaty", 20);

    @Test
    void findsEveryRoomFreeWhicheverBatchItsNeighbourIsIn() throws SQLException {
        for (var drift : new String[] {"-1 hour", "1 hour"}) {
            var series = drifted(drift);
            assertEquals(SESSIONS, wallTimes.materialiseAgain(clock.instant()), drift);
            assertEquals(0, count(astray(series)), drift);
            assertEquals(0, count("select 1 from session where clashing and series_id = '" + series + "'"), drift);
            assertEquals(
                    SESSIONS,
                    count("select 1 from space_claim c join session s on s.id = c.session_id where" + " s.series_id = '"
                            + series + "' and lower(c.during) = s.starts_at - interval '15 minutes'"));
            post(centre.staff(), "/v1/series/" + series + "/changes", "*", "{\"scope\":\"all\",\"cancelled\":true}")
                    .statusCode(200);
        }
    }

    @Test
    void goesOnWhenOneOfThemCannotBeMoved() throws SQLException {
        var series = drifted("1 hour");
        var stuck = value(
                "select id::text from session where series_id = '" + series + "' order by starts_at limit 1 offset 30");
        execute("create function refuse_to_move() returns trigger language plpgsql as"
                + " $$ begin raise exception 'it cannot be moved'; end $$");
        execute("create trigger refuse_to_move before update of starts_at on session for each row when (old.id = '"
                + stuck + "') execute function refuse_to_move()");
        try {
            assertEquals(SESSIONS - 1, wallTimes.materialiseAgain(clock.instant()));
            assertEquals(1, count(astray(series)));
            given().get("/q/health/well").statusCode(503);
        } finally {
            execute("drop trigger refuse_to_move on session");
            execute("drop function refuse_to_move");
        }
        assertEquals(1, wallTimes.materialiseAgain(clock.instant()));
        assertEquals(0, count(astray(series)));
        var health = given().get("/q/health/well").asString();
        assertTrue(health.contains("Sessions at their wall times") && health.contains("Outbox"), health);
    }

    @Test
    @DisplayName("E37 an event with many sessions ends whole")
    void endsAnEventWithManySessions() {
        var series = series();
        var event = value("select event_id::text from series where id = '" + series + "'");
        post(centre.manager(), "/v1/events/" + event + "/cancellation", "*", "{\"reason\":{\"en\":\"Ill\"}}")
                .statusCode(200);
        assertEquals(
                SESSIONS, count("select 1 from session where status = 'cancelled' and series_id = '" + series + "'"));
        assertEquals(
                0,
                count("select 1 from space_claim c join session s on s.id = c.session_id where s.series_id = '" + series
                        + "'"));
        assertEquals(
                SESSIONS,
                count("select 1 from audit a join session s on s.id = a.opportunity_id where a.action = 'cancelled'"
                        + " and a.detail ->> 'bookingsCancelled' = '0' and s.series_id = '" + series + "'"));
    }

    /** Planned, and materialised by an older knowledge of the zone. */
    private String drifted(String earlier) throws SQLException {
        var series = series();
        execute("delete from space_claim c using session s where s.id = c.session_id and s.series_id = '" + series
                + "'");
        execute(
                "update session set starts_at = starts_at - interval '%1$s', ends_at = ends_at - interval '%1$s' where series_id = '%2$s'"
                        .formatted(earlier, series));
        execute("""
                insert into space_claim (session_id, cell_id, during)
                select id, space_id, tstzrange(starts_at - interval '15 minutes', ends_at + interval '15 minutes')
                from session where series_id = '%s'""".formatted(series));
        return series;
    }

    private String series() {
        return created(
                post(centre.staff(), "/v1/series", """
                {"eventId":"%s","spaceId":"%s","startsOn":"%sT10:00","duration":"PT30M",
                 "rule":"FREQ=DAILY;BYHOUR=10,11,12,13,14,15,16,17;COUNT=%d"}""".formatted(event(centre), centre.space(), day(3), SESSIONS)));
    }

    private static String astray(String series) {
        return "select 1 from session where starts_at <> series_start at time zone 'Asia/Almaty' and series_id = '"
                + series + "'";
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
