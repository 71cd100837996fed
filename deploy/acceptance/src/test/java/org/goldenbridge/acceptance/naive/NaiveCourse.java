package org.goldenbridge.acceptance.naive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.goldenbridge.acceptance.network.Database;

/**
 * A course as it must not be kept: its lessons keep no places for it, and whoever enrols or drops in counts first who is
 * expected at each lesson and then writes themselves down.
 */
public final class NaiveCourse {
    private final Database database;

    public NaiveCourse(Database database) {
        this.database = database;
        database.execute("""
                create schema if not exists naive;
                create table if not exists naive.expected (course uuid not null, lesson integer not null, visitor uuid not null,
                    primary key (course, lesson, visitor));""");
    }

    /**
     * Lets so many desks enrol people and let others drop in, by turns, until they see no place any more.
     *
     * @param places those of each lesson
     * @return how many are expected at the fullest lesson
     */
    public int race(int desks, int lessons, int places) {
        var course = UUID.randomUUID();
        var start = new CyclicBarrier(desks);
        Together.count(desks, desk -> {
            try (var connection = database.connect()) {
                start.await();
                var in = 0;
                for (var visitor = 0; visitor < places; visitor++) {
                    var lesson = (desk + visitor) % lessons;
                    in += (desk + visitor) % 2 == 0
                            ? comeTo(connection, course, 0, lessons, places)
                            : comeTo(connection, course, lesson, lesson + 1, places);
                }
                return in;
            }
        });
        return (int) database.number(
                "select max(people) from (select count(*) as people from naive.expected where course = ? group by lesson) l",
                course);
    }

    /** Looks whether there is a place in each of these lessons, and takes them. */
    private static int comeTo(Connection connection, UUID course, int from, int to, int places) throws SQLException {
        try (var count = connection.prepareStatement(
                        "select coalesce(max(people), 0) < ? from (select count(*) as people from naive.expected"
                                + " where course = ? and lesson >= ? and lesson < ? group by lesson) l");
                var insert = connection.prepareStatement(
                        "insert into naive.expected select ?, lesson, ? from generate_series(?, ?) lesson")) {
            count.setInt(1, places);
            count.setObject(2, course);
            count.setInt(3, from);
            count.setInt(4, to);
            try (var row = count.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return 0;
                }
            }
            insert.setObject(1, course);
            insert.setObject(2, UUID.randomUUID());
            insert.setInt(3, from);
            insert.setInt(4, to - 1);
            return insert.executeUpdate();
        }
    }
}
