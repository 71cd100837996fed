package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.schedule.Plans.id;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hall is divided for the first time while somebody plans in it. As centre-service tells it, the hall consists of its own
 * cell before, and of those of its parts afterwards.
 */
@EventServiceTest
@DisplayName("E08 E09 a hall is divided at the moment at which it is planned in")
class DivisionRaceTest {
    private final TestCentre centre = beijing(20);
    private final UUID hall = centre.space();
    private final UUID part = UUID.randomUUID();
    private String event;

    @BeforeEach
    void create() {
        event = event(centre);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "move", "series", "block"})
    void whoClaimsHasTheNewCellsAfterwards(String operation) throws Exception {
        var planned = plan(centre, hall, 14, 15, "\"capacity\":5").statusCode(201);
        applySpace(part, centre.id(), 1, "Part", 10, part);
        var status = whileItWaits(() -> perform(operation, planned).statusCode());
        assertTrue(status == 200 || status == 201, operation + " answered " + status);
        assertEquals(0, count(claimsOfOldCells()), operation);
        assertEquals(
                operation.equals("move") ? 1 : 2, count("select 1 from space_claim where cell_id = '" + part + "'"));
        plan(centre, part, 10, 11, "\"capacity\":5").statusCode(409);
    }

    @Test
    void whoCancelsLeavesNothingBehind() throws Exception {
        var planned = plan(centre, hall, 10, 11, "\"capacity\":5").statusCode(201);
        applySpace(part, centre.id(), 1, "Part", 10, part);
        assertEquals(
                200,
                whileItWaits(() -> post(centre.staff(), "/v1/sessions/" + id(planned) + "/cancellation", "*", "{}")
                        .statusCode()));
        assertEquals(0, count("select 1 from space_claim where session_id = '" + id(planned) + "'"));
        plan(centre, part, 10, 11, "\"capacity\":5").statusCode(201);
    }

    @Test
    @DisplayName("E08 the same without the lock on the space leaves a claim on the old cell (negative control)")
    void theSameWithoutTheLockLeavesAClaimOnTheOldCell() throws Exception {
        applySpace(part, centre.id(), 1, "Part", 10, part);
        var planned = id(Plans.venue(centre, event, Plans.at(10), Plans.at(11), "\"teacherIds\":[]"));
        try (var planner = TestPostgres.connect();
                var statement = planner.createStatement()) {
            planner.setAutoCommit(false);
            var cell = value(planner, "select cells[1] from space where id = '" + hall + "'");
            applySpace(hall, centre.id(), 2, "Hall", 20, part);
            statement.executeUpdate(
                    "update session set space_id = '" + hall + "', venue = null where id = '" + planned + "'");
            statement.executeUpdate("insert into space_claim (session_id, cell_id, during) select id, '" + cell
                    + "', tstzrange(starts_at, ends_at) from session where id = '" + planned + "'");
            planner.commit();
        }
        assertEquals(1, count(claimsOfOldCells()));
        plan(centre, part, 10, 11, "\"capacity\":5").statusCode(201);
    }

    @Test
    @DisplayName("E09 an edit that commits first does not send the message to the dead letters")
    void takesTheFactInAlthoughASessionWasEditedAtTheSameTime() throws Exception {
        var planned = id(plan(centre, hall, 10, 11, "\"capacity\":5").statusCode(201));
        applySpace(part, centre.id(), 1, "Part", 10, part);
        plan(centre, part, 10, 11, "\"capacity\":5").statusCode(201); // so that the session in the hall will clash
        var threads = Executors.newSingleThreadExecutor();
        try (var editor = TestPostgres.connect();
                var statement = editor.createStatement()) {
            editor.setAutoCommit(false);
            statement.executeUpdate(
                    "update session set capacity_limit = 4, version = version + 1 where id = '" + planned + "'");
            var division = threads.submit(this::divide);
            Eventually.isTrue("the division waits", () -> division.isDone() || waiting() > 0);
            editor.commit();
            division.get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdown();
        }
        assertEquals(1, count("select 1 from space where id = '" + hall + "' and cells = array['" + part + "'::uuid]"));
        assertEquals(
                1, count("select 1 from session where clashing and capacity_limit = 4 and id = '" + planned + "'"));
    }

    @Test
    @DisplayName("E08 nobody waits in a circle: the space, then sessions, then cells")
    void nobodyWaitsInACircle() throws Exception {
        applySpace(part, centre.id(), 1, "Part", 10, part);
        var one = plan(centre, hall, 9, 10, "\"capacity\":5").statusCode(201);
        var other = plan(centre, hall, 11, 12, "\"capacity\":5").statusCode(201);
        for (int round = 0; round < 8; round++) {
            int version = round + 2;
            var hour = round % 2 == 0 ? 14 : 9;
            var cells = round % 2 == 0 ? new UUID[] {part} : new UUID[] {part, hall};
            var statuses =
                    Concurrently.<Integer>together(List.of(() -> moved(one, hour), () -> moved(other, hour + 2), () -> {
                        applySpace(hall, centre.id(), version, "Hall", 20, cells);
                        return 200;
                    }));
            assertEquals(List.of(200, 200, 200), statuses, "round " + round);
            assertEquals(0, count(claimsOfOldCells()), "round " + round);
        }
    }

    private int moved(TestResponse session, int hour) {
        return post(
                        centre.staff(),
                        "/v1/sessions/" + id(session) + "/moves",
                        "*",
                        "{\"startsAt\":\"%s\",\"endsAt\":\"%s\"}".formatted(Plans.at(hour), Plans.at(hour + 1)))
                .statusCode();
    }

    private TestResponse perform(String operation, TestResponse planned) {
        return switch (operation) {
            case "plan" -> plan(centre, hall, 10, 11, "\"capacity\":5");
            case "move" -> Plans.move(centre, planned, 10, 11, "");
            case "series" -> post(centre.staff(), "/v1/series", """
                    {"eventId":"%s","spaceId":"%s","startsOn":"%s","duration":"PT1H","rule":"FREQ=DAILY;COUNT=1"}""".formatted(event, hall, Plans.at(10)));
            default -> post(centre.manager(), "/v1/blocks", """
                    {"spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00","reason":"Rehearsal"}""".formatted(hall, day(0), day(0)));
        };
    }

    /** Lets an operation come as far as the cell of the hall, then divides the hall, and lets both go on. */
    private <T> T whileItWaits(Callable<T> operation) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try (var holder = TestPostgres.connect()) {
            holder.setAutoCommit(false);
            value(holder, "select id from space_cell where id = '" + hall + "' for update");
            var operating = threads.submit(operation);
            Eventually.isTrue("the operation waits for the cell", () -> waiting() >= 1);
            var division = threads.submit(this::divide);
            Eventually.isTrue("the division waits or is done", () -> division.isDone() || waiting() >= 2);
            holder.rollback();
            division.get(20, TimeUnit.SECONDS);
            return operating.get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdown();
        }
    }

    private void divide() {
        applySpace(hall, centre.id(), 2, "Hall", 20, part);
    }

    private static long waiting() {
        return count("select 1 from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0");
    }

    private String claimsOfOldCells() {
        return """
                select 1 from space_claim c
                left join session s on s.id = c.session_id left join space_block b on b.id = c.block_id
                join space sp on sp.id in (s.space_id, b.space_id)
                where sp.id = '%s' and c.cell_id <> all(sp.cells)""".formatted(hall);
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
