package org.goldenbridge.event.booking;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EventServiceTest
class VisitorRetentionTest {
    @Inject
    VisitorRetention retention;

    @Inject
    ContactKeyJob keys;

    @Inject
    NameSoundJob sounds;

    @Test
    @DisplayName("E19: after keep_until a visitor is gone, and the booking stays")
    void forgetsAVisitorAfterTheirEnd() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 5);
        String id = book(centre.staff(), session, "a", visitor("Long Gone", 2))
                .statusCode(201)
                .path("visitor.id");
        var stays = session(centre, 5);
        String kept = book(centre.staff(), stays, "b", visitor("Still Here", 1))
                .statusCode(201)
                .path("visitor.id");
        sql(
                "update session set starts_at = now() - interval '400 days', ends_at = now() - interval '399 days' where id = '"
                        + session + "'");
        sql("update visitor set keep_until = now() - interval '1 day' where id in ('" + id + "', '" + kept + "')");
        sql("insert into notice (kind, opportunity_id, created_at) values ('old', '" + session
                + "', now() - interval '2 years')");

        sounds.makeSounds();
        retention.end(Instant.now().truncatedTo(ChronoUnit.MICROS));

        given().bearer(centre.staff())
                .get("/v1/sessions/{id}/bookings", session)
                .statusCode(200)
                .body("items[0].places", equalTo(2))
                .body("items[0].visitor.name", equalTo("–"));
        assertEquals(
                0,
                count("select 1 from visitor where id = '" + id
                        + "' and (name || contact || name_sounds::text) ilike '%gone%'"));
        assertEquals(
                1,
                count("select 1 from visitor where id = '" + kept + "' and name = 'Still Here'"),
                "it is still to come");
        assertEquals(0, count("select 1 from notice where kind = 'old' and opportunity_id = '" + session + "'"));
    }

    @Test
    @DisplayName("E25: what is stored without a key gets one, and who is known twice is reported and not merged")
    void makesKeysOfWhatIsStored() throws SQLException {
        var centre = beijing(20);
        var session = session(centre, 5);
        var body = visitor("Ann Li", 1);
        book(centre.staff(), session, "a", body.replace("ann.li@example.org", "+86 10 6555 0142"))
                .statusCode(201);
        sql(
                "insert into visitor (id, centre_id, name, contact, language, keep_until, created_at, contact_key, name_key)"
                        + " values (gen_random_uuid(), '" + centre.id()
                        + "', 'ANN LI', '010 6555 0142', 'en', now(), now(),"
                        + " '01065550142', 'ann li')");

        keys.makeKeys();

        assertEquals(
                2,
                count("select 1 from visitor where centre_id = '" + centre.id()
                        + "' and contact_key = '+861065550142'"));
        assertEquals(1, count("select 1 from duplicate_visitor where centre_id = '" + centre.id() + "'"));
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = TestPostgres.connect();
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
