package org.goldenbridge.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SequencerTest {
    @BeforeEach
    void empty() throws SQLException {
        Schema.empty();
    }

    @Test
    void numbersWhatIsCommittedInItsOrderAndLeavesTheRest() throws SQLException {
        try (var writer = Schema.connect();
                var slow = Schema.connect();
                var relay = Schema.connect()) {
            slow.setAutoCommit(false);
            Schema.append(slow, "slow");
            Schema.append(writer, "first");
            Schema.append(writer, "second");
            var sequencer = new Sequencer(relay);
            assertEquals(2, sequencer.number(100));
            assertFalse(sequencer.isWaiting());
            slow.commit();
            assertTrue(sequencer.isWaiting());
            assertEquals(1, sequencer.number(100));
            assertEquals(List.of("first", "second", "slow"), itemsAfter(0));
        }
    }

    @Test
    void keepsEachItemOnceAtItsLastChangeAndTombstones() throws SQLException {
        try (var writer = Schema.connect();
                var relay = Schema.connect()) {
            Schema.append(writer, "a");
            Schema.append(writer, "b");
            Schema.append(writer, "a");
            var sequencer = new Sequencer(relay);
            sequencer.number(100);
            assertEquals(List.of("b", "a"), itemsAfter(0));
            Schema.append(writer, "b", true);
            sequencer.number(100);
            assertEquals(List.of("a", "b"), itemsAfter(0));
            assertEquals(1, Schema.number("select count(*) from feed_item where item = 'b' and deleted"));
        }
    }

    @Test
    void neverLetsAStampGoBackwardsWhenTheClockDoes() throws SQLException {
        try (var writer = Schema.connect();
                var relay = Schema.connect()) {
            execute("update sequencer set last_stamp = clock_timestamp() + interval '10 minutes'");
            Schema.append(writer, "a");
            new Sequencer(relay).number(100);
            assertEquals(
                    1,
                    Schema.number(
                            "select count(*) from feed_item where stamp > clock_timestamp() + interval '9 minutes'"));
        } finally {
            execute("update sequencer set last_stamp = clock_timestamp()");
        }
    }

    @Test
    void remembersTheLastNumberOfEachSecond() throws SQLException {
        try (var writer = Schema.connect();
                var relay = Schema.connect()) {
            Schema.append(writer, "a");
            Schema.append(writer, "b");
            new Sequencer(relay).number(100);
            assertEquals(Schema.number("select max(number) from feed_item"), Schema.number("""
                            select last_number from numbered_second
                            where second <= (select max(stamp) from feed_item) order by second desc limit 1"""));
        }
    }

    @Test
    void hasOneLeaderAndAnotherWhenItsConnectionEnds() throws SQLException {
        try (var second = Schema.connect()) {
            try (var first = Schema.connect()) {
                assertTrue(new Sequencer(first).lead());
                assertFalse(new Sequencer(second).lead());
            }
            var standby = new Sequencer(second);
            Eventually.isTrue("the other one leads", () -> leads(standby));
        }
    }

    @Test
    void showsAReaderWhoReadsPageByPageEverythingWhileOthersWrite() throws Exception {
        var seed = new Random().nextLong();
        System.out.println("SequencerTest seed " + seed);
        var byNumber = new HashSet<String>();
        var byIdentity = new HashSet<String>();
        var written = runWriters(seed, byNumber, byIdentity);
        assertEquals(written, byNumber, "read by the sequencer's numbers");
        // The negative control: a reader that follows the identity column loses what commits late.
        assertTrue(!byIdentity.contains("item-late"), "read by the identity column, what committed late was not lost");
    }

    private static Set<String> runWriters(long seed, Set<String> byNumber, Set<String> byIdentity) throws Exception {
        var pool = Executors.newFixedThreadPool(6);
        boolean writing = true;
        var written = new HashSet<String>();
        for (int w = 0; w < 6; w++) {
            for (int i = 0; i < 60; i++) {
                written.add("item-" + w + "-" + i);
            }
        }
        // One transaction is surely still open when a reader has read what was written after it.
        try (var relay = Schema.connect();
                var late = Schema.connect()) {
            late.setAutoCommit(false);
            Schema.append(late, "item-late");
            written.add("item-late");
            for (int w = 0; w < 6; w++) {
                int writer = w;
                pool.execute(() -> write(writer, new Random(seed + writer)));
            }
            pool.shutdown();
            var sequencer = new Sequencer(relay);
            long number = 0;
            long identity = 0;
            while (writing) {
                writing = !pool.awaitTermination(1, TimeUnit.MILLISECONDS);
                sequencer.number(25);
                number = read(
                        "select number, item from feed_item where number > ? order by number limit 10",
                        number,
                        byNumber);
                identity = read("select id, key from outbox where id > ? order by id limit 1000", identity, byIdentity);
                if (identity > 0) {
                    late.commit();
                }
            }
            while (sequencer.number(25) > 0) {
                // what the last writers left
            }
            long before;
            do {
                before = number;
                number = read(
                        "select number, item from feed_item where number > ? order by number limit 10",
                        number,
                        byNumber);
            } while (number > before);
        }
        return written;
    }

    private static void write(int writer, Random random) {
        try (var connection = Schema.connect();
                var pause = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 60; i++) {
                Schema.append(connection, "item-" + writer + "-" + i);
                pause.execute("select pg_sleep(" + random.nextInt(8) / 1000.0 + ")"); // a transaction that stays open
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long read(String sql, long after, Set<String> seen) throws SQLException {
        try (var connection = Schema.connect();
                var query = connection.prepareStatement(sql)) {
            query.setLong(1, after);
            try (var rows = query.executeQuery()) {
                long last = after;
                while (rows.next()) {
                    last = rows.getLong(1);
                    seen.add(rows.getString(2));
                }
                return last;
            }
        }
    }

    private static boolean leads(Sequencer sequencer) {
        try {
            return sequencer.lead();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Schema.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> itemsAfter(long number) throws SQLException {
        try (var connection = Schema.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select item from feed_item where number > " + number + " order by number")) {
            var items = new ArrayList<String>();
            while (rows.next()) {
                items.add(rows.getString(1));
            }
            return items;
        }
    }
}
