package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.dombras;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.space;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.event.schedule.Plans.id;
import static org.goldenbridge.event.schedule.Plans.instruments;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.event.schedule.Plans.teachers;
import static org.goldenbridge.event.schedule.Plans.venue;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

/** Whatever arrives at once, nothing is promised twice, and nobody waits for ever. */
@EventServiceTest
class ResourceRaceTest {
    private static final int STOCK = 12;

    /** So many dombras, hours of one day. */
    private record Want(int quantity, int from, int to) {
        static List<Want> forty(long seed) {
            var random = new Random(seed);
            return IntStream.range(0, 40)
                    .mapToObj(i -> {
                        var from = 8 + random.nextInt(8);
                        return new Want(1 + random.nextInt(6), from, from + 1 + random.nextInt(5));
                    })
                    .toList();
        }
    }

    @Test
    void fortyClientsNeverGetMoreThanTheStock() throws Exception {
        var centre = beijing(20);
        var dombras = dombras(centre, STOCK);
        var event = event(centre);
        var seed = System.nanoTime();
        var answers = atOnce(Want.forty(seed).stream()
                .<Callable<String>>map(want -> () -> told(venue(
                        centre,
                        event,
                        Plans.at(want.from()),
                        Plans.at(want.to()),
                        instruments(dombras, want.quantity(), null))))
                .toList());
        var planned = Collections.frequency(answers, "planned");
        // by the code, under its lock: nobody reaches the referee
        var refused = Collections.frequency(answers, "/problems/equipment-taken");
        assertEquals(40, planned + refused, "seed " + seed + " " + answers);
        var claims = "equipment_claim where equipment_id = '" + dombras + "'";
        assertEquals(planned, count("select 1 from " + claims), "seed " + seed);
        var peak = peak(claims);
        assertTrue(peak > STOCK / 2 && peak <= STOCK, "seed " + seed + " peak " + peak);
    }

    @Test
    void theSameRaceAgainstLookingAndThenClaimingGetsMoreThanTheStock() throws Exception {
        var seed = System.nanoTime();
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table naive_claim (like equipment_claim)");
        }
        try {
            var looked = new CyclicBarrier(40);
            var dombras = UUID.randomUUID();
            atOnce(Want.forty(seed).stream()
                    .<Callable<Integer>>map(want -> () -> naively(dombras, want, looked))
                    .toList());
            var peak = peak("naive_claim where equipment_id = '" + dombras + "'");
            assertTrue(peak > STOCK, "seed " + seed + " peak " + peak);
        } finally {
            try (var connection = TestPostgres.connect();
                    var statement = connection.createStatement()) {
                statement.execute("drop table naive_claim");
            }
        }
    }

    @Test
    void theDatabaseRefusesMoreThanTheStockWhateverTheCodeDoes() throws Exception {
        var centre = beijing(20);
        var dombras = dombras(centre, STOCK);
        var event = event(centre);
        var sessions = IntStream.range(0, 10)
                .mapToObj(i -> id(venue(centre, event, Plans.at(10), Plans.at(12), "\"equipment\":[]")))
                .toList();
        var looked = new CyclicBarrier(sessions.size());
        var states = atOnce(sessions.stream()
                .<Callable<String>>map(session -> () -> claimPastTheCode(session, dombras, looked))
                .toList());
        assertEquals(2, Collections.frequency(states, "claimed"), states.toString());
        assertEquals(8, Collections.frequency(states, "23P01"), states.toString());
        try (var connection = TestPostgres.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertThrows(SQLException.class, () -> insert(connection, sessions.get(0), dombras, 1));
        }
    }

    @Test
    void oneOfTenGetsTheTeacher() throws Exception {
        var centre = beijing(20);
        var event = event(centre);
        var teacher = teacher(centre, "Aigul Sarsenova");
        var statuses = atOnce(IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(
                        i -> () -> status(venue(centre, event, Plans.at(10), Plans.at(12), teachers(teacher))))
                .toList());
        assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(9, Collections.frequency(statuses, 409), statuses.toString());
        assertEquals(1, count("select 1 from space_claim where cell_id = '" + teacher + "'"));
    }

    @Test
    void movesThatExchangeRoomsTeachersAndInstrumentsDoNotWaitForEachOtherForEver() throws Exception {
        var centre = beijing(20);
        var rooms = List.of(centre.space(), space(centre.id(), 20));
        var teachers = List.of(teacher(centre, "Aigul Sarsenova"), teacher(centre, "Bolat Omarov"));
        var stocks = List.of(dombras(centre, STOCK), dombras(centre, STOCK));
        var sessions = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            sessions.add(id(plan(centre, rooms.get(i), 9, 10, needs(teachers.get(i), stocks, i))
                    .statusCode(201)));
        }
        for (int round = 1; round <= 20; round++) {
            var hour = round % 2 == 0 ? 9 : 15;
            var swapped = round % 2;
            var statuses = atOnce(IntStream.range(0, 2)
                    .<Callable<Integer>>mapToObj(i -> () -> status(move(
                            centre,
                            sessions.get(i),
                            hour,
                            ",\"spaceId\":\"" + rooms.get(i ^ swapped) + "\","
                                    + needs(teachers.get(i ^ swapped), stocks, i ^ swapped))))
                    .toList());
            assertEquals(List.of(200, 200), statuses, "round " + round);
        }
        assertEquals(
                4, count("select 1 from space_claim where session_id in ('" + String.join("','", sessions) + "')"));
    }

    @Test
    void aBlockAndASessionNeverBothGetTheRoom() throws Exception {
        var centre = beijing(20);
        var event = event(centre);
        for (int round = 0; round < 10; round++) {
            var from = day(round) + "T10:00";
            var to = day(round) + "T12:00";
            var statuses = atOnce(List.of(
                    () -> status(post(centre.staff(), "/v1/sessions", draft(event, centre.space(), from, to))),
                    () -> status(post(
                            centre.manager(),
                            "/v1/blocks",
                            "{\"spaceId\":\"%s\",\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"reason\":\"Rehearsal\"}"
                                    .formatted(centre.space(), from, to)))));
            assertEquals(List.of(201, 409), statuses.stream().sorted().toList(), "round " + round);
        }
    }

    private static String needs(String teacher, List<UUID> stocks, int first) {
        return teachers(teacher)
                + ",\"equipment\":[{\"equipmentId\":\"%s\",\"quantity\":6},{\"equipmentId\":\"%s\",\"quantity\":6}]"
                        .formatted(stocks.get(first), stocks.get(1 - first));
    }

    private static TestResponse move(TestCentre centre, String session, int hour, String more) {
        return post(
                centre.staff(),
                "/v1/sessions/" + session + "/moves",
                "*",
                "{\"startsAt\":\"%s\",\"endsAt\":\"%s\"%s}".formatted(Plans.at(hour), Plans.at(hour + 1), more));
    }

    /** What is done without lock and trigger: look, and claim when it seems to fit. */
    private static int naively(UUID equipment, Want want, CyclicBarrier looked) throws Exception {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            var during = "tstzrange('%1$sT%2$02d:00Z', '%1$sT%3$02d:00Z')".formatted(day(0), want.from(), want.to());
            var free = STOCK
                    - count("select generate_series(1, quantity) from naive_claim where equipment_id = '" + equipment
                            + "' and during && " + during);
            looked.await();
            return free < want.quantity()
                    ? 0
                    : statement.executeUpdate("insert into naive_claim (session_id, equipment_id, quantity, during)"
                            + " values ('%s', '%s', %d, %s)"
                                    .formatted(UUID.randomUUID(), equipment, want.quantity(), during));
        }
    }

    private static String claimPastTheCode(String session, UUID equipment, CyclicBarrier looked) throws Exception {
        try (var connection = TestPostgres.connect()) {
            looked.await();
            insert(connection, session, equipment, 5);
            return "claimed";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static void insert(Connection connection, String session, UUID equipment, int quantity)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into equipment_claim (session_id, equipment_id, quantity, during)
                    select id, '%s', %d, tstzrange(starts_at, ends_at) from session where id = '%s'""".formatted(equipment, quantity, session));
        }
    }

    /** The most that is claimed at one moment, counted in another way than the service does: at the start of each claim. */
    private static long peak(String claims) throws SQLException {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        with claims as (select during, quantity from %s)
                        select coalesce(max((select sum(quantity) from claims other where other.during @> lower(one.during))), 0)
                        from claims one""".formatted(claims))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String told(TestResponse answer) {
        return status(answer) == 201 ? "planned" : answer.path("type");
    }

    private static int status(TestResponse answer) {
        return answer.statusCode();
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(tasks.size());
        try {
            var answers = new ArrayList<T>();
            for (var answer : pool.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
