package org.goldenbridge.event.places;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.sql.Statement;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EventServiceTest
class ExpiredPlacesTest {
    @Inject
    ExpiredPlaces expired;

    @Test
    @DisplayName("E22: one row that fails keeps no other up, and comes again later")
    void settlesTheOthersAndTheFailedOneLater() throws SQLException {
        var centre = beijing(20);
        var stuck = heldUp(centre);
        var free = heldUp(centre);
        try (var holder = TestPostgres.connect();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            due(statement, stuck, 2); // the first of its run
            due(statement, free, 1);
            holder.commit();
            statement.execute("select from places where opportunity_id = '" + stuck + "' for update");
            expired.giveBack();
            assertEquals(3, taken(stuck), "its row is locked");
            assertEquals(0, taken(free), "in the same run");
            holder.rollback();
        }
        expired.giveBack();
        assertEquals(0, taken(stuck));
    }

    private static String heldUp(TestCentre centre) {
        var session = session(centre, 5);
        given().bearer(centre.staff())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", session)
                .body("{\"places\":3}")
                .post("/v1/sessions/{id}/holds", session)
                .statusCode(201);
        return session;
    }

    private static void due(Statement statement, String session, int hoursAgo) throws SQLException {
        var then = "now() - interval '" + hoursAgo + " hours'";
        statement.execute("update hold set held_at = held_at - interval '1 day', expires_at = " + then
                + " where opportunity_id = '" + session + "'");
        statement.execute("update places set next_expiry = " + then + " where opportunity_id = '" + session + "'");
    }

    private static long taken(String session) {
        return count("select generate_series(1, taken) from places where opportunity_id = '" + session + "'");
    }
}
