package org.goldenbridge.acceptance.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.acceptance.network.Client;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Stage;

/** A series of 30 lessons, each with 500 booked, moved whole to another time of the day and back. */
final class Moving {
    private static final int LESSONS = 30;
    private static final int ENROLLED = 500;
    private static final int MOVES = 4;

    /** Who is enrolled, with all that an enrolment leaves. */
    private static final String ENROL_ALL = """
            with guest as (
                insert into visitor (id, centre_id, name, contact, language, keep_until, created_at)
                select gen_random_uuid(), 'beijing', 'Pupil ' || nth, 'pupil-' || nth || '-' || ?::text || '@example.org', 'fr',
                       now() + interval '2 years', now()
                from generate_series(1, ?) as nth
                returning id
            ), enrolled as (
                insert into booking (id, opportunity_id, visitor_id, places, status, booked_by, booked_at)
                select gen_random_uuid(), r.course_id, guest.id, 1, 'confirmed', 'floor', now() from series r, guest
                where r.id = ?::uuid
                returning opportunity_id, places
            )
            update places p set taken = p.taken + counted.places
            from (select opportunity_id, sum(places) as places from enrolled group by 1) counted
            where counted.opportunity_id = p.opportunity_id""";

    /** What a move writes, in one transaction: the series, its sessions, claims, audit, everybody's notice and the facts. */
    private static final String[] FLOOR = {
        "update series set starts_on = starts_on + ?::interval, version = version + 1 where id = ?::uuid",
        "delete from space_claim c using session s where s.id = c.session_id and ?::interval is not null and s.series_id = ?::uuid",
        """
        update session set starts_at = starts_at + shift, ends_at = ends_at + shift, series_start = series_start + shift,
            version = version + 1
        from (select ?::interval as shift) by where series_id = ?::uuid""",
        """
        insert into space_claim (session_id, cell_id, during)
        select s.id, cell, tstzrange(s.starts_at - interval '15 minutes', s.ends_at + interval '15 minutes')
        from (select ?::interval) by, session s join space on space.id = s.space_id, unnest(space.cells) as cell
        where s.series_id = ?::uuid""",
        """
        insert into notice (kind, opportunity_id, visitor_id, booking_id, detail, created_at)
        select 'lessons-changed', b.opportunity_id, b.visitor_id, b.id, moved.detail, now()
        from (
            select s.course_id, jsonb_build_object('lessons', jsonb_agg(jsonb_build_object('session', s.id, 'action', 'moved',
                   'wasFrom', s.starts_at - shift, 'from', s.starts_at))) as detail
            from (select ?::interval as shift) by, session s where s.series_id = ?::uuid group by s.course_id) moved
        join booking b on b.opportunity_id = moved.course_id and b.status = 'confirmed'""",
        """
        insert into audit (at, actor, action, opportunity_id, detail)
        select now(), 'floor', 'moved', s.id, jsonb_build_object('series', s.series_id, 'wasFrom', s.starts_at - shift,
               'from', s.starts_at, 'to', s.ends_at)
        from (select ?::interval as shift) by, session s where s.series_id = ?::uuid""",
        """
        insert into outbox (topic, type, key, data, feed_items)
        select 'event.sessions', 'org.goldenbridge.session.changed.v1', s.id::text,
               jsonb_build_object('id', s.id, 'eventId', s.event_id, 'centreId', s.centre_id, 'version', s.version,
                   'status', s.status, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'zone', s.zone, 'spaceId', s.space_id,
                   'venue', null, 'online', false, 'capacity', p.capacity, 'seriesId', s.series_id,
                   'courseId', s.course_id),
               jsonb_build_array(jsonb_build_object('feed', 'sessions', 'item', s.id, 'deleted', false))
        from (select ?::interval) by, session s join places p on p.opportunity_id = s.id where s.series_id = ?::uuid"""
    };

    private final Stage stage;
    private final UUID ours;
    private final UUID floors;

    Moving(Stage stage, Desk desk) {
        this.stage = stage;
        ours = series(desk);
        floors = series(desk);
        var moved = notices();
        move();
        if (notices() - moved != ENROLLED) {
            throw new IllegalStateException("A move told " + (notices() - moved) + " and not everybody");
        }
    }

    private Client manager() {
        return stage.signedIn(Desk.MANAGER, 0);
    }

    /** The series of the lessons of a course in which everybody is enrolled. */
    private UUID series(Desk desk) {
        var event = desk.workshop("A course of " + LESSONS).toString();
        var course = manager()
                .post("/v1/courses", Map.of("eventId", event, "capacity", ENROLLED))
                .expect(201)
                .id();
        var first = LocalDate.now(ZoneOffset.UTC).plusDays(60);
        var id = manager()
                .post(
                        "/v1/series",
                        Map.of(
                                "eventId",
                                event,
                                "courseId",
                                course,
                                "spaceId",
                                desk.room("Hall of a course", 2 * ENROLLED).toString(),
                                "startsOn",
                                first + "T10:00",
                                "duration",
                                "PT2H",
                                "rule",
                                "FREQ=WEEKLY;COUNT=" + LESSONS))
                .expect(201)
                .id();
        try (var connection = stage.network().postgres().connect("event");
                var statement = connection.prepareStatement(ENROL_ALL)) {
            statement.setString(1, id);
            statement.setInt(2, ENROLLED);
            statement.setString(3, id);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Nobody was enrolled");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return UUID.fromString(id);
    }

    private long notices() {
        return stage.database().number("select count(*) from event.notice where kind = 'lessons-changed'");
    }

    private void move() {
        var path = "/v1/series/" + ours;
        var series = manager().get(path).expect(200);
        var time = series.body().get("startsOn").textValue().contains("T10:00") ? "14:00" : "10:00";
        manager()
                .send("POST", path + "/changes", Map.of("scope", "all", "time", time), "If-Match", series.etag())
                .expect(200);
    }

    private Load.Work ours() {
        return new Load.Work() {
            @Override
            public void once() {
                move();
            }

            @Override
            public void close() {}
        };
    }

    private Load.Work floor() throws SQLException {
        var connection = stage.network().postgres().connect("event");
        connection.setAutoCommit(false);
        return new Load.Work() {
            private boolean there;

            @Override
            public void once() throws SQLException {
                there = !there;
                for (var sql : FLOOR) {
                    try (var statement = connection.prepareStatement(sql)) {
                        statement.setString(1, there ? "4 hours" : "-4 hours");
                        statement.setString(2, floors.toString());
                        statement.executeUpdate();
                    }
                }
                connection.commit();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    String measure(int rounds) {
        var comparison = new Comparison()
                .with("floor: plain SQL, one transaction", () -> Load.all(1, MOVES, own -> floor()))
                .with("HTTP, one client", () -> Load.all(1, MOVES, own -> ours()))
                .run(rounds);
        return """
                ## Moving a course of %d lessons with %d enrolled

                The whole course goes to another time of the day in the same hall, and back: `POST /v1/series/{id}/changes` reads
                it, matches the rule anew, looks for whatever would clash, then writes the series, its sessions, claims, audit,
                facts, and a notice to everybody enrolled, in one transaction. The floor writes the same rows in one transaction of
                seven statements of plain SQL, and looks for nothing.

                %s""".formatted(LESSONS, ENROLLED, comparison.table());
    }
}
