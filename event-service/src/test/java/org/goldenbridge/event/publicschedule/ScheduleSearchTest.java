package org.goldenbridge.event.publicschedule;

import static org.goldenbridge.event.EventFixtures.applyCentre;
import static org.goldenbridge.event.EventFixtures.applySpace;
import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.teacher;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E21: what is looked for is found in all that is shown of a session, in whatever week it is. */
@EventServiceTest
class ScheduleSearchTest {
    private static TestCentre centre;
    private static String abai;
    private static String kino;
    private static String changeNumber;

    /** An evening in a hall with a teacher, under a programme; and films at a venue elsewhere, much later. */
    @BeforeEach
    void open() {
        if (centre != null) {
            return;
        }
        centre = centre("Europe/Paris", 20);
        applyCentre(centre.id(), "Europe/Paris", 2, "[]", "Saryarqa House");
        var hall = UUID.randomUUID();
        applySpace(hall, centre.id(), 1, "Turan Hall", 20, hall);
        var programme = created(post(centre.staff(), "/v1/programmes", """
                {"kind":"festival","centreId":"%s","startsOn":"%s","endsOn":"%s","title":{"en":"Steppe Weeks"}}""".formatted(centre.id(), day(0), day(200))));
        post(centre.manager(), "/v1/programmes/" + programme + "/announcement", "*", "")
                .statusCode(200);
        var evening =
                event("An evening with Abai", "under the patronage of UNESCO", "\"programmeId\":\"" + programme + "\"");
        abai = created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT18:00","endsAt":"%sT19:00","capacity":10,"teacherIds":["%s"]}""".formatted(
                        evening, hall, day(20), day(20), teacher(centre, "Zhanar Öskenbai"))));
        var films = event("Фильм о степи", "Кино", "\"level\":\"beginner\"");
        var planned = post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"%sT18:00","endsAt":"%sT19:00","capacity":10,
                 "venue":{"name":{"en":"Cinéma Étoile"},"city":{"en":"Strasbourg"},"country":"FR","zone":"Europe/Paris"}}""".formatted(films, day(150), day(150)));
        kino = created(planned);
        changeNumber = planned.header("Change-Number");
    }

    private static String event(String title, String description, String more) {
        return created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"lecture","audience":"everyone","title":{"en":"%s"},"description":{"en":"%s"},%s}""".formatted(centre.id(), title, description, more)));
    }

    @ParameterizedTest
    @CsvSource({
        "abai saryarqa, abai", // title, centre
        "UNESCO turan, abai", // description, space
        "oskenbai evening, abai", // teacher, title
        "abai steppe weeks, abai", // programme
        "etoile strasbourg, films", // venue, its city
        "фильмы степи, films", // the word in another form
        "ФИЛЬМАМИ, films",
        "evenings, abai",
        "abai strasbourg, ''", // each word, but of two sessions
        "turanium, ''",
        "'%', ''",
        "_, ''"
    })
    void findsAllWordsInAllThatIsShown(String words, String found) {
        var expected = found.equals("abai") ? List.of(abai) : found.equals("films") ? List.of(kino) : List.of();
        given().queryParam("centre", centre.id())
                .queryParam("q", words)
                .get("/v1/schedule")
                .statusCode(200)
                .body("items.id", equalTo(expected));
    }

    @Test
    @DisplayName(
            "E21: the page lists what is found in whatever week, with right counts, also where a week was chosen before")
    void listsWhatIsFoundInWhateverWeek() {
        var page = "/whats-on?lang=en&changeNumber=" + changeNumber + "&centre=" + centre.id() + "&q=";
        given().get(page + "unesco")
                .statusCode(200)
                .body(containsString("An evening with Abai"), containsString("1 date<"));
        given().get(page + "saryarqa&week=2031-W01")
                .body(containsString("An evening with Abai"), containsString("Фильм о степи"))
                .body(containsString("2 dates<"), not(containsString("class=\"strip\"")));
        given().get(page + "saryarqa&kind=concert")
                .body(containsString("0 dates<"), not(containsString("An evening with Abai")));
        given().get(page + unique("nothing")).body(containsString("0 dates<"));
    }
}
