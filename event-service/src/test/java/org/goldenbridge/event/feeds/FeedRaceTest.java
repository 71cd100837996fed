package org.goldenbridge.event.feeds;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/**
 * Many write at once, some in transactions that stay open, while partners follow the feed. Whoever follows it holds in the end what
 * whoever reads it from the beginning holds, and both what is true.
 */
@EventServiceTest
class FeedRaceTest {
    private static final int SESSIONS = 12;
    private static final int WRITERS = 6;
    private static final int CHANGES = 40;
    private static final String FEED = "/v1/feeds/availability";

    @Test
    void losesNothingWhereANaiveCursorDoes() throws Exception {
        var seed = new Random().nextLong();
        System.out.println("FeedRaceTest seed " + seed);
        var centre = beijing(100_000);
        var sessions = new ArrayList<String>();
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(session(centre, 50_000));
        }
        execute(
                "create table if not exists naive_change (id bigint generated always as identity, session_id uuid, taken integer,"
                        + " at timestamptz not null default clock_timestamp())");

        var pool = Executors.newFixedThreadPool(WRITERS);
        for (int w = 0; w < WRITERS; w++) {
            var random = new Random(seed + w);
            pool.execute(() -> write(sessions, random));
        }
        pool.shutdown();
        var follower = new FeedReader(FEED + "?limit=3");
        var byIdentity = new Naive("id", "bigint", "0");
        var byTime = new Naive("at", "timestamptz", "-infinity");
        for (boolean writing = true; writing; ) {
            writing = !pool.awaitTermination(1, TimeUnit.MILLISECONDS);
            follower.step();
            byIdentity.step();
            byTime.step();
        }
        Eventually.isTrue("all is numbered", () -> count("select 1 from outbox where number is null") == 0);
        follower.catchUp();
        byIdentity.step();
        byTime.step();

        var whole = new FeedReader(FEED);
        whole.catchUp();
        assertEquals(whole.numbers(), follower.numbers());
        assertEquals(whole.held(), follower.held());
        var truth = truth(sessions);
        assertEquals(truth, left(follower, sessions));
        // The negative controls: the same changes in the same transactions, read by what each row got when it was
        // written.
        byIdentity.mustHaveLostSomething();
        byTime.mustHaveLostSomething();
    }

    /** Takes places, one after the other, in transactions that stay open for a while; as every change, told by its outbox row. */
    private static void write(List<String> sessions, Random random) {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < CHANGES; i++) {
                var session = sessions.get(random.nextInt(sessions.size()));
                statement.execute("update places set taken = taken + 1 where opportunity_id = '" + session + "'");
                statement.execute("select tell_availability('" + session + "', null)");
                statement.execute(
                        "insert into naive_change (session_id, taken) select opportunity_id, taken from places"
                                + " where opportunity_id = '" + session + "'");
                var open = random.nextInt(8) == 0 ? 80 : random.nextInt(12);
                statement.execute("select pg_sleep(" + open / 1000.0 + ")");
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Integer> truth(List<String> sessions) throws SQLException {
        var truth = new HashMap<String, Integer>();
        for (var session : sessions) {
            truth.put(session, (int)
                    value("select capacity - taken from places where opportunity_id = '" + session + "'"));
        }
        return truth;
    }

    private static Map<String, Integer> left(FeedReader reader, List<String> sessions) {
        var left = new HashMap<String, Integer>();
        for (var session : sessions) {
            left.put(
                    session,
                    reader.held().get(session).get("remainingAttendeeCapacity").asInt());
        }
        return left;
    }

    /** Reads the changes behind the greatest value that it has seen of a column that is filled when a row is written. */
    private static final class Naive {
        private final String column;
        private final String type;
        private final List<Long> seen = new ArrayList<>();
        private String last;

        Naive(String column, String type, String beginning) {
            this.column = column;
            this.type = type;
            last = beginning;
        }

        void mustHaveLostSomething() {
            var all = count("select 1 from naive_change");
            System.out.println("A cursor by " + column + " lost " + (all - seen.size()) + " of " + all + " changes");
            assertTrue(seen.size() < all, "by " + column + " nothing was lost: no race happened");
        }

        void step() throws SQLException {
            try (var connection = TestPostgres.connect();
                    var rows = connection
                            .createStatement()
                            .executeQuery(
                                    "select id, n.%1$s::text from naive_change n where n.%1$s > '%2$s'::%3$s order by n.%1$s"
                                            .formatted(column, last, type))) {
                while (rows.next()) {
                    seen.add(rows.getLong(1));
                    last = rows.getString(2);
                }
            }
        }
    }

    private static long value(String sql) throws SQLException {
        try (var connection = TestPostgres.connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
