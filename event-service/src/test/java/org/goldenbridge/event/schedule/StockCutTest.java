package org.goldenbridge.event.schedule;

import static org.goldenbridge.event.EventFixtures.applyEquipment;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.dombras;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.schedule.Plans.edit;
import static org.goldenbridge.event.schedule.Plans.id;
import static org.goldenbridge.event.schedule.Plans.instruments;
import static org.goldenbridge.event.schedule.Plans.move;
import static org.goldenbridge.event.schedule.Plans.plan;
import static org.goldenbridge.event.schedule.Plans.planned;
import static org.goldenbridge.event.schedule.Plans.tag;
import static org.goldenbridge.event.schedule.Plans.venue;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions that were short of instruments after a stock was cut have enough as soon as somebody gives some back. */
@EventServiceTest
class StockCutTest {
    private enum GivingBack {
        CANCEL,
        MOVE,
        EDIT,
        CANCEL_EVENT;

        void by(TestCentre centre, TestResponse session, UUID dombras) {
            switch (this) {
                case CANCEL -> cancel(centre, session);
                case MOVE -> move(centre, session, 16, 18, "").statusCode(200);
                case EDIT ->
                    edit(centre, session, "{" + instruments(dombras, 2, 1) + "}")
                            .statusCode(200);
                case CANCEL_EVENT ->
                    post(centre.manager(), "/v1/events/" + session.path("event.id") + "/cancellation", "*", "{}")
                            .statusCode(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(GivingBack.class)
    void takesTheFlagAwayWhenAnotherGivesBack(GivingBack how) {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var first =
                plan(centre, centre.space(), 10, 12, instruments(dombras, 6, 1)).statusCode(201);
        var second = venue(centre, 11, 13, instruments(dombras, 6, 1)).statusCode(201);
        applyEquipment(dombras, centre, 1, false, 8);
        awaitFlag(second);
        var version = version(second);
        how.by(centre, first, dombras);
        planned(id(second)).body("clashing", nullValue());
        assertEquals(version + 1, version(second), "whoever has read it reads it again");
        assertEquals(1, claims(second));
    }

    @Test
    void takesTheFlagFromWhoeverWasPlannedFirstAndAsFarAsItGoes() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var first = venue(centre, 10, 12, instruments(dombras, 4, 1)).statusCode(201);
        var second = venue(centre, 10, 12, instruments(dombras, 4, 1)).statusCode(201);
        var third = venue(centre, 10, 12, instruments(dombras, 4, 1)).statusCode(201);
        applyEquipment(dombras, centre, 1, false, 5);
        awaitFlag(second);
        awaitFlag(third);
        cancel(centre, first);
        planned(id(second)).body("clashing", nullValue());
        planned(id(third)).body("clashing", equalTo(true));
        cancel(centre, planned(id(second)));
        planned(id(third)).body("clashing", nullValue());
    }

    @Test
    void neverFlagsWhoHasEnoughForTheSakeOfOneWhoHasNot() {
        var centre = beijing(20);
        var dombras = dombras(centre, 14);
        var five = venue(centre, 10, 12, instruments(dombras, 5, 1)).statusCode(201);
        var six = venue(centre, 10, 12, instruments(dombras, 6, 1)).statusCode(201);
        var three = venue(centre, 10, 12, instruments(dombras, 3, 1)).statusCode(201);
        applyEquipment(dombras, centre, 1, false, 8);
        awaitFlag(six);
        // Six and five would go together now, and three has its dombras already.
        applyEquipment(dombras, centre, 2, false, 11);
        planned(id(six)).body("clashing", equalTo(true));
        planned(id(three)).body("clashing", nullValue());
        planned(id(five)).body("clashing", nullValue());
    }

    @Test
    void looksAtTheTimesToo() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var morning = venue(centre, 9, 11, instruments(dombras, 6, 1)).statusCode(201);
        var noon = venue(centre, 10, 13, instruments(dombras, 6, 1)).statusCode(201);
        var late = venue(centre, 12, 14, instruments(dombras, 6, 1)).statusCode(201);
        applyEquipment(dombras, centre, 1, false, 8);
        awaitFlag(noon);
        cancel(centre, morning);
        planned(id(noon)).body("clashing", equalTo(true));
        cancel(centre, late);
        planned(id(noon)).body("clashing", nullValue());
    }

    @Test
    void aLessonOfASeriesThatIsCancelledGivesBackToo() {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var series = created(post(centre.staff(), "/v1/series", """
                        {"eventId":"%s","spaceId":"%s","startsOn":"%sT10:00","duration":"PT2H","rule":"FREQ=DAILY;COUNT=2"}""".formatted(event(centre), centre.space(), day(0))));
        var lesson =
                given().get("/v1/sessions?series=" + series).statusCode(200).<String>path("items[0].id");
        edit(centre, planned(lesson), "{" + instruments(dombras, 6, 1) + "}").statusCode(200);
        var other = venue(centre, 11, 13, instruments(dombras, 6, 1)).statusCode(201);
        applyEquipment(dombras, centre, 1, false, 8);
        awaitFlag(other);
        post(centre.staff(), "/v1/series/" + series + "/changes", "*", "{\"scope\":\"all\",\"cancelled\":true}")
                .statusCode(200);
        planned(id(other)).body("clashing", nullValue());
    }

    /** Nobody waits for a session that is just being edited: it looks itself then. */
    @Test
    void whoeverIsEditedLooksThemselves() throws SQLException {
        var centre = beijing(20);
        var dombras = dombras(centre, 12);
        var session = venue(centre, 10, 12, instruments(dombras, 6, 1)).statusCode(201);
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("update session set short_of_equipment = true where id = '" + id(session) + "'");
        }
        edit(centre, planned(id(session)), "{\"capacity\":3}")
                .statusCode(200)
                .body("clashing", nullValue())
                .body("capacity", equalTo(3));
    }

    private static void cancel(TestCentre centre, TestResponse session) {
        post(centre.staff(), "/v1/sessions/" + id(session) + "/cancellation", tag(session), "{}")
                .statusCode(200);
    }

    private static void awaitFlag(TestResponse session) {
        Eventually.isTrue(
                "it is flagged",
                () -> count("select 1 from session where short_of_equipment and id = '" + id(session) + "'") == 1);
    }

    private static long version(TestResponse session) {
        return count("select generate_series(1, version) from session where id = '" + id(session) + "'");
    }

    private static long claims(TestResponse session) {
        return count("select 1 from equipment_claim where session_id = '" + id(session) + "'");
    }
}
