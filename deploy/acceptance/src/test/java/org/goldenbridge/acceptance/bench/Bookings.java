package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.goldenbridge.acceptance.network.Stage;

/** Bookings the way the desk makes them, and the same rows written straight into PostgreSQL. */
final class Bookings {
    /** One statement that writes what a booking writes: visitor, places, booking, key, audit, notice and outbox. */
    private static final String FLOOR = """
            with of_visitor as (
                insert into visitor (id, centre_id, name, contact, language, keep_until, created_at)
                values (?, 'beijing', ?, ?, 'fr', ?, ?) returning id
            ), counted as (
                update places set taken = taken + 1 where opportunity_id = ? and taken + 1 <= capacity
                returning opportunity_id, capacity, taken
            ), booked as (
                insert into booking (id, opportunity_id, visitor_id, places, status, booked_by, booked_at)
                select ?, counted.opportunity_id, of_visitor.id, 1, 'confirmed', 'floor', ? from counted, of_visitor
                returning id, booked_at
            ), kept as (
                insert into idempotency_key (caller, operation, key, body_hash, answer)
                select 'floor', 'book ' || counted.opportunity_id, ?, ?,
                       json_build_object('booking', booked.id, 'visitor', of_visitor.id, 'at', booked.booked_at,
                                         'price', null, 'currency', null)::text
                from counted, booked, of_visitor
            ), audited as (
                insert into audit (at, actor, action, opportunity_id, booking_id, detail)
                select ?, 'floor', 'booked', counted.opportunity_id, booked.id, jsonb_build_object('places', 1)
                from counted, booked
            ), noted as (
                insert into notice (kind, opportunity_id, visitor_id, booking_id, created_at)
                select 'booking-confirmed', counted.opportunity_id, of_visitor.id, booked.id, booked.booked_at
                from counted, booked, of_visitor
            )
            insert into outbox (topic, type, key, data, feed_items, traceparent)
            select 'event.availability', 'org.goldenbridge.availability.changed.v1', opportunity_id::text,
                   jsonb_build_object('sessionId', opportunity_id, 'capacity', capacity, 'taken', taken),
                   jsonb_build_array(jsonb_build_object('feed', 'availability', 'item', opportunity_id, 'deleted', false)),
                   ?
            from counted""";

    /** May book at every centre. */
    private static final String ADMINISTRATOR = "aigerim";

    private final Stage stage;
    private final AtomicLong guests = new AtomicLong();

    Bookings(Stage stage) {
        this.stage = stage;
    }

    /** One statement again and again on a connection of its own, for one of the sessions at random. */
    Load.Work floor(List<UUID> sessions) throws SQLException {
        var connection = stage.network().postgres().connect("event");
        var statement = connection.prepareStatement(FLOOR);
        return new Load.Work() {
            @Override
            public void once() throws SQLException {
                var now = OffsetDateTime.now(ZoneOffset.UTC);
                var guest = guests.incrementAndGet();
                statement.setObject(1, UUID.randomUUID());
                statement.setString(2, "Guest " + guest);
                statement.setString(3, "floor-" + guest + "@example.org");
                statement.setObject(4, now.plusYears(1));
                statement.setObject(5, now);
                statement.setObject(6, any(sessions));
                statement.setObject(7, UUID.randomUUID());
                statement.setObject(8, now);
                statement.setString(9, UUID.randomUUID().toString());
                statement.setString(10, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
                statement.setObject(11, now);
                statement.setString(12, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
                if (statement.executeUpdate() != 1) {
                    throw new IllegalStateException("The floor did not book");
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    /** Booking over HTTP with a real token, each with a new visitor and key. */
    Load.Work desk(URI instance, List<UUID> sessions) throws IOException {
        var token = stage.token(ADMINISTRATOR);
        return asking(instance, () -> request(instance, token, any(sessions), true), 201);
    }

    /** The same where some of the sessions may have been sold out. */
    Load.Work deskOrRefused(URI instance, List<UUID> sessions) throws IOException {
        var token = stage.token(ADMINISTRATOR);
        return asking(instance, () -> request(instance, token, any(sessions), true), 201, 409);
    }

    /** Asking in the same way for a session that has no place left. */
    Load.Work refused(URI instance, UUID session) throws IOException {
        var token = stage.token(ADMINISTRATOR);
        return asking(instance, () -> request(instance, token, session, true), 409);
    }

    /** The same request without its key: the same resource refuses it, always with the same words, and asks no database. */
    Load.Work keyless(URI instance, UUID session) throws IOException {
        var token = stage.token(ADMINISTRATOR);
        return asking(instance, () -> request(instance, token, session, false), 400);
    }

    private Load.Work asking(URI instance, Supplier<byte[]> request, int... statuses) throws IOException {
        var connection = new Connection(instance);
        return new Load.Work() {
            @Override
            public void once() throws IOException {
                connection.exchange(request.get(), statuses);
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    /** How long the body of the answer to such a request is. */
    int size(URI instance, UUID session, boolean withKey, int status) {
        try (var connection = new Connection(instance)) {
            return connection.exchange(request(instance, stage.token(ADMINISTRATOR), session, withKey), status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] request(URI instance, String token, UUID session, boolean withKey) {
        var guest = guests.incrementAndGet();
        var body = "{\"visitor\":{\"name\":\"Guest " + guest + "\",\"contact\":\"guest-" + guest
                + "@example.org\",\"language\":\"fr\"},\"places\":1}";
        var key = withKey ? "\r\nIdempotency-Key: " + UUID.randomUUID() : "";
        return Connection.post(instance, "/v1/sessions/" + session + "/bookings", token, key, body);
    }

    private static UUID any(List<UUID> sessions) {
        return sessions.get(
                sessions.size() == 1 ? 0 : ThreadLocalRandom.current().nextInt(sessions.size()));
    }
}
