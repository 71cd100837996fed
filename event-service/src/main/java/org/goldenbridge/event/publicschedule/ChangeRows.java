package org.goldenbridge.event.publicschedule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.publicschedule.ScheduleChange.ChangedSession;
import org.goldenbridge.event.publicschedule.ScheduleChange.What;

/** Reads which parts of the public schedule have changed between two numbers. */
@Singleton
class ChangeRows {
    private static final String NUMBERING = """
            select last_number, not exists (
                select from outbox where number is null and recorded_at < clock_timestamp() - interval '2 seconds')
            from sequencer""";

    private static final String BETWEEN = """
            select f.feed, f.number, s.id, s.centre_id, s.space_id, s.event_id, s.course_id, s.starts_at, s.ends_at, s.zone,
                   s.status, p.capacity, p.waiting, case when p.make_up_only then 0 else p.capacity - p.taken end as open
            from (
                select feed, item, number from feed_item
                where feed in ('sessions', 'availability', 'centres', 'programmes', 'courses') and number > ? and number <= ?
                order by number limit ?) f
            left join session s on f.feed in ('sessions', 'availability')
                and s.id = case when f.feed in ('sessions', 'availability') then f.item::uuid end
            left join places p on p.opportunity_id = """ + ScheduleReader.BOOKABLE + " order by f.number";

    /**
     * How far the numbering has come.
     *
     * @param last the last number that was given to a change
     * @param keepsUp whether nothing that was committed has waited for its number for long
     */
    record Numbering(long last, boolean keepsUp) {}

    Numbering numbering(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(NUMBERING);
                var row = statement.executeQuery()) {
            row.next();
            return new Numbering(row.getLong(1), row.getBoolean(2));
        }
    }

    /** The changes behind a number up to another, at most so many. */
    List<ScheduleChange> between(Connection connection, long after, long through, int atMost) throws SQLException {
        try (var query = connection.prepareStatement(BETWEEN)) {
            query.setLong(1, after);
            query.setLong(2, through);
            query.setInt(3, atMost);
            var changes = new ArrayList<ScheduleChange>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    changes.add(change(row));
                }
            }
            return changes;
        }
    }

    private static ScheduleChange change(ResultSet row) throws SQLException {
        var what = switch (row.getString("feed")) {
            case "sessions" -> What.SESSION;
            case "availability" -> What.PLACES;
            default -> What.MANY;
        };
        var number = row.getLong("number");
        if (what == What.MANY || row.getString("id") == null) {
            return new ScheduleChange(number, What.MANY, null);
        }
        var cancelled = row.getString("status").equals("cancelled");
        var open = cancelled ? 0 : row.getInt("open");
        return new ScheduleChange(
                number,
                what,
                new ChangedSession(
                        row.getObject("id", UUID.class),
                        row.getString("centre_id"),
                        row.getObject("space_id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getObject("course_id", UUID.class),
                        cancelled,
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        ZoneId.of(row.getString("zone")),
                        Availability.of(open, row.getInt("capacity"), row.getInt("waiting")),
                        open));
    }
}
