package org.goldenbridge.acceptance.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.local.LocalProcess;

/**
 * What a booking costs the database when there is little in it and when there is much: the tables of event-service twice,
 * with all their constraints, indexes and triggers, filled differently; the same functions work on both by turns, and nothing
 * else does.
 */
final class Growth {
    private static final int CONNECTIONS = 8;
    private static final int ASKED_FOR = 1_000;

    /** Tables as they are in the schema of event-service, with what refers from one to another. */
    private static final String TABLES = """
            do $$
            declare
                one record;
            begin
                for one in select tablename as name from pg_tables where schemaname = 'event' and tablename !~ '^flyway' loop
                    execute format('create table %1$I (like event.%1$I including all)', one.name);
                end loop;
                perform set_config('search_path', 'event,extensions', true);
                for one in
                    select relname as name, pg_get_viewdef(oid) as definition from pg_class
                    where relkind = 'v' and relnamespace = 'event'::regnamespace order by oid
                loop
                    execute format('set local search_path = %s', 'SCHEMA,event,extensions');
                    execute format('create view %I as %s', one.name, one.definition);
                    execute 'set local search_path = event,extensions';
                end loop;
                for one in
                    select c.relname as name, conname, pg_get_constraintdef(k.oid) as definition
                    from pg_constraint k join pg_class c on c.oid = k.conrelid
                    where k.connamespace = 'event'::regnamespace and contype = 'f'
                loop
                    execute format('set local search_path = %s', 'SCHEMA,event,extensions');
                    execute format('alter table %I add constraint %I %s', one.name, one.conname, one.definition);
                    execute 'set local search_path = event,extensions';
                end loop;
                for one in
                    select pg_get_triggerdef(t.oid) as definition from pg_trigger t join pg_class c on c.oid = t.tgrelid
                    where c.relnamespace = 'event'::regnamespace and not tgisinternal
                loop
                    execute replace(one.definition, ' ON event.', ' ON SCHEMA.');
                end loop;
            end $$""";

    /** 1,000 sessions in each room, every four hours; bookings spread evenly, each by a visitor of its own, with all they leave. */
    private static final String[] FILL = {
        "insert into centre select * from event.centre where id = 'beijing'",
        """
        insert into event (id, version, centre_id, kind, title, audience, languages, created_at, status, announced_at)
        select id, version, centre_id, kind, title, audience, languages, created_at, status, announced_at
        from event.event where id = 'EVENT'""",
        "insert into space_cell select md5('cell ' || nth)::uuid from generate_series(0, SESSIONS / 1000 - 1) as nth",
        """
        insert into space (id, centre_id, version, withdrawn, code, name, kind, capacity, set_up_minutes, clearing_minutes, cells)
        select md5('space ' || nth)::uuid, 'beijing', 0, false, 'full-' || nth, '{"en": "A full room"}', 'music-hall', 100000, 15,
               15, array[md5('cell ' || nth)::uuid]
        from generate_series(0, SESSIONS / 1000 - 1) as nth""",
        """
        insert into session (id, version, event_id, centre_id, space_id, starts_at, ends_at, zone, set_up_minutes,
                             clearing_minutes, status, planned_by, created_at)
        select md5('session ' || nth)::uuid, 0, 'EVENT', 'beijing', md5('space ' || nth / 1000)::uuid, starts,
               starts + interval '2 hours', 'Asia/Shanghai', 15, 15, 'scheduled', 'bench', now()
        from generate_series(0, SESSIONS - 1) as nth, lateral (select now() + (10 + nth % 1000) * interval '4 hours') at (starts)""",
        """
        insert into space_claim (session_id, cell_id, during)
        select s.id, cell, tstzrange(starts_at - interval '15 minutes', ends_at + interval '15 minutes')
        from session s join space on space.id = s.space_id, unnest(cells) as cell""",
        "insert into places (opportunity_id, capacity, taken) select id, 100000, BOOKINGS / SESSIONS from session",
        """
        insert into visitor (id, centre_id, name, contact, language, keep_until, created_at)
        select md5('visitor ' || nth)::uuid, 'beijing', 'Guest ' || nth, 'guest-' || nth || '@example.org', 'fr',
               now() + interval '1 year', now()
        from generate_series(0, BOOKINGS - 1) as nth""",
        """
        insert into booking (id, opportunity_id, visitor_id, places, status, booked_by, booked_at)
        select md5('booking ' || nth)::uuid, md5('session ' || nth % SESSIONS)::uuid, md5('visitor ' || nth)::uuid, 1, 'confirmed',
               'bench', now()
        from generate_series(0, BOOKINGS - 1) as nth""",
        """
        insert into idempotency_key (caller, operation, key, body_hash, answer)
        select 'bench', 'book ' || opportunity_id, id, md5(id::text) || md5(id::text),
               json_build_object('booking', id, 'visitor', visitor_id, 'at', now(), 'price', null, 'currency', null)::text
        from booking""",
        """
        insert into audit (at, actor, action, opportunity_id, booking_id, detail)
        select booked_at, 'bench', 'booked', opportunity_id, id, '{"places": 1}' from booking""",
        """
        insert into notice (kind, opportunity_id, visitor_id, booking_id, created_at)
        select 'booking-confirmed', opportunity_id, visitor_id, id, booked_at from booking"""
    };

    private static final String BOOK = """
            select outcome from book_together('session', md5(?)::uuid, jsonb_build_array(jsonb_build_object(
                'lock', ?, 'caller', 'bench', 'operation', 'book', 'key', gen_random_uuid(), 'hash', repeat('0', 64),
                'units', jsonb_build_array('network'), 'booking', uuidv7(), 'places', 1, 'visitor', uuidv7(), 'name', ?,
                'contact', ?, 'language', 'fr', 'now', now(),
                'traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01')))""";

    private final Stage stage;
    private final UUID event;
    private final AtomicLong guests = new AtomicLong();

    /** Stops event-service: its relay would work for one of the two only. */
    Growth(Stage stage, Desk desk) {
        this.stage = stage;
        event = desk.workshop("Ever more of it");
        stage.network().instances(Stage.EVENTS).forEach(LocalProcess::stop);
    }

    private double fill(String schema, int sessions, int bookings) {
        var begun = System.nanoTime();
        stage.database().execute("create schema " + schema + " authorization event");
        try (var connection = connect(schema);
                var statement = connection.createStatement()) {
            statement.execute(TABLES.replace("SCHEMA", schema));
            for (var sql : FILL) {
                statement.execute(sql.replace("SESSIONS", "" + sessions)
                        .replace("BOOKINGS", "" + bookings)
                        .replace("EVENT", event.toString()));
            }
            for (var table : stage.database().tables(schema)) {
                statement.execute("vacuum analyze " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private Connection connect(String schema) throws SQLException {
        var connection = stage.network().postgres().connect("event");
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = " + schema + ", event, extensions");
        }
        return connection;
    }

    private Load.Work booking(String schema) throws SQLException {
        var connection = connect(schema);
        var statement = connection.prepareStatement(BOOK);
        return new Load.Work() {
            @Override
            public void once() throws SQLException {
                var guest = guests.incrementAndGet();
                statement.setString(1, "session " + ThreadLocalRandom.current().nextInt(ASKED_FOR));
                statement.setLong(2, guest);
                statement.setString(3, "New guest " + guest);
                statement.setString(4, "new-guest-" + guest + "@example.org");
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (!row.getString(1).equals("booked")) {
                        throw new IllegalStateException("A new guest was " + row.getString(1));
                    }
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    /** Nothing waits to be told when a run begins, in either: nobody sends it. */
    private Load.Result run(String schema, double seconds) {
        stage.database().execute("truncate " + schema + ".outbox");
        return Load.run(CONNECTIONS, seconds, own -> booking(schema));
    }

    String measure(int rounds, double seconds) {
        var quick = fill("few", 1_000, 10_000);
        var slow = fill("many", 100_000, 1_000_000);
        System.out.printf("Filled in %.0f and %.0f s%n", quick, slow);
        stage.database().execute("checkpoint");
        run("few", 2 * seconds);
        run("many", 2 * seconds);
        var few = "1,000 sessions and 10,000 bookings";
        var many = "100,000 sessions and 1,000,000 bookings";
        var comparison = new Comparison()
                .with(few, () -> run("few", seconds))
                .with(many, () -> run("many", seconds))
                .run(rounds);
        return """
                ## Growth

                What a booking costs when there is little in the tables and when there is much. The tables of event-service are there
                twice, with all their constraints, indexes and triggers (filled through them, in %.0f and %.0f s); the same function
                books over the same %,d sessions in both by turns, on %d connections, straight in the database and without relay.
                Target: a booking takes at most 1.2 times as long.

                %s
                One booking costs **%.2f times** as much.
                """.formatted(
                        quick,
                        slow,
                        ASKED_FOR,
                        CONNECTIONS,
                        comparison.table(),
                        comparison.perSecond(few) / comparison.perSecond(many));
    }
}
