package org.goldenbridge.acceptance.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Stage;

/** 1,000 sessions planned in one room, three on each day of a year, one by one. */
final class YearOfARoom {
    private static final int SESSIONS = 1_000;
    private static final int CLIENTS = 4;
    private static final int EDGE = 100;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What planning a session writes, in one statement, with the lock and the constraint that keep a room from being used twice. */
    private static final String FLOOR = """
            with locked as materialized (
                select id from space_cell where id = any(?) order by id for no key update
            ), planned as (
                insert into session (id, version, event_id, centre_id, space_id, starts_at, ends_at, zone, set_up_minutes,
                                     clearing_minutes, status, planned_by, created_at)
                select ?, 0, ?, 'beijing', ?, starts, starts + interval '2 hours', 'Asia/Shanghai', 15, 15, 'scheduled', 'floor',
                       now()
                from (select ?::timestamptz as starts) at returning *
            ), claimed as (
                insert into space_claim (session_id, cell_id, during)
                select planned.id, locked.id,
                       tstzrange(starts_at - interval '15 minutes', ends_at + interval '15 minutes')
                from planned, locked
            ), opened as (
                insert into places (opportunity_id, capacity) select id, 30 from planned
            ), audited as (
                insert into audit (at, actor, action, opportunity_id, detail)
                select now(), 'floor', 'planned', id, jsonb_build_object('from', starts_at, 'to', ends_at) from planned
            ), told as (
                insert into outbox (topic, type, key, data, feed_items)
                select 'event.availability', 'org.goldenbridge.availability.changed.v1', id::text,
                       jsonb_build_object('sessionId', id, 'capacity', 30, 'taken', 0),
                       jsonb_build_array(jsonb_build_object('feed', 'availability', 'item', id, 'deleted', false))
                from planned
            )
            insert into outbox (topic, type, key, data, feed_items)
            select 'event.sessions', 'org.goldenbridge.session.changed.v1', id::text,
                   jsonb_build_object('id', id, 'eventId', event_id, 'centreId', centre_id, 'version', version, 'status', status,
                       'startsAt', starts_at, 'endsAt', ends_at, 'zone', zone, 'spaceId', space_id, 'venue', null, 'online', false,
                       'capacity', 30, 'seriesId', null),
                   jsonb_build_array(jsonb_build_object('feed', 'sessions', 'item', id, 'deleted', false))
            from planned""";

    private final Stage stage;
    private final Desk desk;
    private final UUID event;
    private final List<Double> first = new ArrayList<>();
    private final List<Double> last = new ArrayList<>();

    YearOfARoom(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
        event = desk.workshop("All year round");
    }

    private static LocalDateTime start(int nth) {
        return LocalDate.now(ZONE).plusDays(1L + nth / 3).atTime(9 + 4 * (nth % 3), 0);
    }

    private Load.Result floor() {
        var room = desk.room("A room for plain SQL", 30);
        var next = new AtomicInteger();
        return Load.all(CLIENTS, SESSIONS, own -> {
            var connection = stage.network().postgres().connect("event");
            var statement = connection.prepareStatement(FLOOR);
            var cells = connection.createArrayOf("uuid", cells(room));
            return new Load.Work() {
                @Override
                public void once() throws SQLException {
                    statement.setArray(1, cells);
                    statement.setObject(2, UUID.randomUUID());
                    statement.setObject(3, event);
                    statement.setObject(4, room);
                    statement.setObject(
                            5,
                            start(next.getAndIncrement())
                                    .atZone(ZONE)
                                    .toInstant()
                                    .atOffset(ZoneOffset.UTC));
                    statement.executeUpdate();
                }

                @Override
                public void close() throws SQLException {
                    connection.close();
                }
            };
        });
    }

    private Object[] cells(UUID room) {
        return stage.database().rows("select unnest(cells) as cell from event.space where id = ?", room).stream()
                .map(row -> row.get("cell"))
                .toArray();
    }

    private Load.Result desk() {
        var room = desk.room("A room for a year", 30);
        var next = new AtomicInteger();
        var took = new double[SESSIONS];
        var result = Load.all(CLIENTS, SESSIONS, own -> {
            var connection = new Connection(stage.instance(0));
            return new Load.Work() {
                @Override
                public void once() throws java.io.IOException {
                    var nth = next.getAndIncrement();
                    var begun = System.nanoTime();
                    connection.exchange(request(room, start(nth)), 201);
                    took[nth] = (System.nanoTime() - begun) / 1e6;
                }

                @Override
                public void close() throws java.io.IOException {
                    connection.close();
                }
            };
        });
        first.add(median(took, 0));
        last.add(median(took, SESSIONS - EDGE));
        return result;
    }

    private static double median(double[] took, int from) {
        var some = new ArrayList<Double>();
        for (var nth = from; nth < from + EDGE; nth++) {
            some.add(took[nth]);
        }
        return Comparison.median(some);
    }

    private byte[] request(UUID room, LocalDateTime start) {
        var body = "{\"eventId\":\"" + event + "\",\"spaceId\":\"" + room + "\",\"startsAt\":\"" + start
                + "\",\"endsAt\":\"" + start.plusHours(2) + "\"}";
        return Connection.post(stage.instance(0), "/v1/sessions", stage.token(Desk.MANAGER), "", body);
    }

    String measure(int rounds) {
        desk(); // so that all of it is compiled
        first.clear();
        last.clear();
        var comparison = new Comparison()
                .with("floor: one prepared statement, 4 connections", this::floor)
                .with("HTTP, one instance, 4 clients", this::desk)
                .run(rounds);
        var begin = Comparison.median(first);
        var end = Comparison.median(last);
        return """
                ## Planning a year of a room

                %,d sessions of two hours, three on each day of one room, planned one by one. The floor writes the same rows
                (session, claim, places, audit and two facts) with one prepared statement under the same lock and the same constraint,
                and looks for nothing.

                %s
                The first %d took %.2f ms each (median), the last %d, with the year full behind them, %.2f ms: %.2f times as long.
                """.formatted(SESSIONS, comparison.table(), EDGE, begin, EDGE, end, end / begin);
    }
}
