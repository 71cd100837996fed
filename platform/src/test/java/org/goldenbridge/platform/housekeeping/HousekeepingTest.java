package org.goldenbridge.platform.housekeeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.goldenbridge.platform.outbox.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    @BeforeEach
    void sceneOfFourItems() throws SQLException {
        Schema.empty();
        execute("truncate forgotten_tombstone");
        execute("""
                insert into feed_item (feed, item, number, stamp, deleted) values
                    ('things', 'old', 5, now() - interval '91 days', true),
                    ('things', 'older', 3, now() - interval '92 days', true),
                    ('things', 'young', 7, now() - interval '89 days', true),
                    ('things', 'there', 1, now() - interval '900 days', false)""");
    }

    @Test
    void forgetsTombstonesAfterNinetyDaysAndKeepsUntilWhere() throws SQLException {
        tidy(false);
        assertEquals(2, Schema.number("select count(*) from feed_item where item in ('young', 'there')"));
        assertEquals(2, Schema.number("select count(*) from feed_item"));
        assertEquals(5, Schema.number("select number from forgotten_tombstone where feed = 'things'"));
        tidy(false);
        assertEquals(5, Schema.number("select number from forgotten_tombstone where feed = 'things'"));
    }

    @Test
    void forgetsNothingWhereTombstonesStayForEver() throws SQLException {
        tidy(true);
        assertEquals(4, Schema.number("select count(*) from feed_item"));
        assertEquals(0, Schema.number("select count(*) from forgotten_tombstone"));
    }

    private static void tidy(boolean keepsTombstones) throws SQLException {
        try (var connection = Schema.connect()) {
            Housekeeping.tidy(connection, keepsTombstones);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Schema.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
