package org.goldenbridge.acceptance.bench;

import java.util.UUID;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Stage;

/** Everybody wants a session of which nothing is left. */
final class Refusals {
    private static final int CLIENTS = 16;

    private final Stage stage;
    private final Bookings bookings;
    private final UUID session;

    Refusals(Stage stage, Desk desk, Bookings bookings) {
        this.stage = stage;
        this.bookings = bookings;
        session = desk.session("Nothing left of it", 20);
        desk.book(session, "Friends of the centre", 20);
    }

    String measure(int rounds, double seconds) {
        var constant = bookings.size(stage.instance(0), session, false, 400);
        var refusal = bookings.size(stage.instance(0), session, true, 409);
        var comparison = new Comparison()
                .with(
                        "constant answer, 16 clients",
                        () -> Load.run(CLIENTS, seconds, own -> bookings.keyless(stage.instance(0), session)))
                .with(
                        "sold out, one instance, 1 client",
                        () -> Load.run(1, seconds, own -> bookings.refused(stage.instance(0), session)))
                .with(
                        "sold out, one instance, 16 clients",
                        () -> Load.run(CLIENTS, seconds, own -> bookings.refused(stage.instance(0), session)))
                .with(
                        "sold out, one instance, 64 clients",
                        () -> Load.run(4 * CLIENTS, seconds, own -> bookings.refused(stage.instance(0), session)))
                .with(
                        "sold out, two instances, 16 clients",
                        () -> Load.run(CLIENTS, seconds, own -> bookings.refused(stage.instance(own % 2), session)))
                .run(rounds);
        return """
                ## Refusals of a session that is sold out

                Everybody asks for a place of one session that has none left; each request has a real token, a new visitor and a
                new key, and each refusal rests on what was committed after it came in. The constant answer is that of the same
                resource to the same request without its key: token, body and rules are looked at, the database is not, and the
                answer is always the same %d bytes; a refusal has %d. Target: at least 0.4 of the constant answer.

                %s""".formatted(constant, refusal, comparison.table());
    }
}
