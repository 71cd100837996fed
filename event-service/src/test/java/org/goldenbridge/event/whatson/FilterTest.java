package org.goldenbridge.event.whatson;

import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E52: the same filters on the page and in the API, by the same names. */
@EventServiceTest
class FilterTest {
    private static final LocalDate SATURDAY = day(10).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));

    private static TestCentre centre;
    private static UUID studio;
    private static String programme;
    private static String changeNumber;

    /** On a Saturday a lesson for children in the studio that costs nothing; on the Friday before a concert that does. */
    @BeforeEach
    void open() {
        if (centre != null) {
            return;
        }
        centre = centre("Europe/Paris", 20);
        studio = UUID.randomUUID();
        applySpace(studio, centre.id(), 1, "Studio", 20, studio);
        programme = created(post(centre.staff(), "/v1/programmes", """
                {"kind":"festival","centreId":"%s","startsOn":"%s","endsOn":"%s","title":{"en":"Felt days"}}""".formatted(centre.id(), day(0), day(200))));
        post(centre.manager(), "/v1/programmes/" + programme + "/announcement", "*", "")
                .statusCode(200);
        plan(
                "Felt for children",
                "\"minimumAge\":6,\"maximumAge\":10,\"level\":\"beginner\",\"programmeId\":\"" + programme + "\"",
                studio,
                SATURDAY);
        changeNumber = plan(
                        "Concert of the year",
                        "\"price\":{\"amount\":20,\"currency\":\"EUR\"},\"level\":\"advanced\"",
                        centre.space(),
                        SATURDAY.minusDays(1))
                .header("Change-Number");
    }

    private static TestResponse plan(String title, String more, UUID space, LocalDate day) {
        var event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","audience":"everyone","title":{"en":"%s"},%s}""".formatted(centre.id(), title, more)));
        return post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT12:00","endsAt":"%sT13:00","capacity":10}""".formatted(event, space, day, day))
                .statusCode(201);
    }

    private static String filled(String filter) {
        return filter.replace("STUDIO", studio.toString()).replace("FELT", programme);
    }

    @ParameterizedTest
    @CsvSource({
        "costsNothing=true, felt",
        "weekend=true, felt",
        "age=8, both",
        "age=30, concert",
        "level=beginner, felt",
        "space=STUDIO, felt",
        "programme=FELT, felt",
        "placesLeft=true, both",
        "free=true, both",
        "weekend=true&level=advanced, none"
    })
    void narrowsPageAndScheduleAlike(String filter, String left) {
        var felt = left.equals("felt") || left.equals("both");
        var concert = left.equals("concert") || left.equals("both");
        var asked = "?lang=en&centre=" + centre.id() + "&changeNumber=" + changeNumber + "&" + filled(filter);
        given().get("/v1/schedule" + asked)
                .statusCode(200)
                .body("items.size()", equalTo((felt ? 1 : 0) + (concert ? 1 : 0)));
        var page = given().get("/whats-on" + asked + "&view=week&day=" + SATURDAY.minusDays(2))
                .statusCode(200);
        page.body(felt ? containsString("Felt for children") : not(containsString("Felt for children")));
        page.body(concert ? containsString("Concert of the year") : not(containsString("Concert of the year")));
    }

    @Test
    void offersTheFiltersWithHowMuchEachLeaves() {
        given().get("/whats-on?lang=en&view=week&centre=" + centre.id() + "&day=" + SATURDAY.minusDays(2)
                        + "&changeNumber=" + changeNumber)
                .body(containsString("Free<span class=\"n\">1</span>"))
                .body(containsString("Weekend<span class=\"n\">1</span>"))
                .body(containsString("<span>Studio</span><span class=\"n\">1</span>"))
                .body(containsString("<span>Felt days</span><span class=\"n\">1</span>"))
                .body(containsString("<span>For beginners</span><span class=\"n\">1</span>"));
    }

    @Test
    @DisplayName("E52: addresses with the names that filters had before go on")
    void understandsTheNamesOfBefore() {
        given().get("/whats-on?lang=en&centre=" + centre.id() + "&language=ru&free=true")
                .body(containsString("heldIn=ru"), containsString("placesLeft=true"))
                .body(not(containsString("was left out")));
    }

    @ParameterizedTest
    @CsvSource({
        "costsNothing=maybe, ?costsNothing",
        "weekend=1, ?weekend",
        "placesLeft=yes, ?placesLeft",
        "free=2, ?free"
    })
    void refusesWhatIsNeitherTrueNorFalse(String filter, String pointer) {
        given().get("/v1/schedule?" + filter).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }
}
