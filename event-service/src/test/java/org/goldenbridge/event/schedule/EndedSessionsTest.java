package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/** What ended long ago leaves the feeds, and whoever held it is told. */
@EventServiceTest
class EndedSessionsTest {
    @Inject
    EndedSessions ended;

    @Test
    void becomeTombstonesAndAreForgottenInTheEnd() throws SQLException {
        var centre = beijing(20);
        var old = session(centre, 5);
        var young = session(centre, 5);
        book(centre.staff(), old, "k", visitor("Guest", 1)).statusCode(201);
        Eventually.isTrue("both are told", () -> items(old, false) == 2 && items(young, false) == 2);
        ends(old, 91);
        ends(young, 89);
        ended.leaveFeeds();
        Eventually.isTrue("the old one has gone", () -> items(old, true) == 2);
        assertEquals(2, items(young, false));
        var number = value("select min(number) from feed_item where item = '" + old + "'");
        given().get("/v1/feeds/sessions?afterChangeNumber=" + (number - 1))
                .statusCode(200)
                .body("items[0].state", equalTo("deleted"))
                .body("items[0].id", equalTo(old))
                .body("items[0].data", equalTo(null));
        given().get("/v1/schedule-changes?afterChangeNumber=" + (number - 1))
                .statusCode(200)
                .body("items[0].id", equalTo(old))
                .body("items[0].deleted", equalTo(true));

        // What happens around it later does not bring it back.
        applySpace(centre.space(), centre.id(), 2, "Blue hall", 20, centre.space());
        Eventually.isTrue(
                "the young one is told again",
                () -> value("select number from feed_item where feed = 'sessions' and item = '" + young + "'")
                        > number);
        assertEquals(2, items(old, true));

        forget(old);
        mustBeginAgainBefore(
                value("select number from forgotten_tombstone where feed = 'sessions'"), "/v1/feeds/sessions");
        mustBeginAgainBefore(value("select max(number) from forgotten_tombstone"), "/v1/schedule-changes");
        // Who begins now needs no tombstone: neither at the first page nor on the way.
        var next = given().get("/v1/feeds/sessions?limit=1").statusCode(200).<String>path("next");
        given().urlEncodingEnabled(false)
                .get(next.substring("http://localhost:8080".length()))
                .statusCode(200);
    }

    private static void mustBeginAgainBefore(long forgotten, String address) {
        given().get(address + "?afterChangeNumber=" + (forgotten - 1))
                .statusCode(410)
                .body("type", equalTo("/problems/feed-position-too-old"));
        given().get(address + "?afterChangeNumber=" + forgotten).statusCode(200);
    }

    /** As the housekeeping of the platform does after 90 more days. */
    private static void forget(String session) throws SQLException {
        execute("""
                with gone as (delete from feed_item where deleted and item = '%s' returning feed, number)
                insert into forgotten_tombstone as f (feed, number) select feed, number from gone
                on conflict (feed) do update set number = greatest(f.number, excluded.number)""".formatted(session));
    }

    private static void ends(String session, int daysAgo) throws SQLException {
        execute(
                "update session set starts_at = now() - interval '%1$d days 1 hour', ends_at = now() - interval '%1$d days'"
                                .formatted(daysAgo)
                        + " where id = '" + session + "'");
    }

    private static long items(String session, boolean deleted) {
        return count("select 1 from feed_item where feed in ('sessions', 'availability') and item = '" + session
                + "' and deleted = " + deleted);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long value(String sql) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
