package org.goldenbridge.event.whatson;

import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EventServiceTest
class WhatsOnTest {
    private Showcase showcase;

    @BeforeEach
    void open() {
        showcase = Showcase.open();
    }

    @Test
    void showsAWeekOfACentreInTheLanguageThatIsAskedFor() {
        page(showcase.week("fr"))
                .statusCode(200)
                .header("Content-Language", "fr")
                .body(allOf(
                        containsString("Centre culturel kazakh de Paris"),
                        containsString("Dombra et alto, une soirée au salon"),
                        containsString("2 places libres"),
                        containsString("Complet"),
                        containsString("Annulé"),
                        containsString("La copie est retenue en douane."),
                        containsString("Salon de musique")));
    }

    @Test
    void saysThatATextIsInAnotherLanguageOnly() {
        page(showcase.eventPage(showcase.onlyEnglish, "fr"))
                .body(containsString("<bdi lang=\"en\">"))
                .body(containsString("Seulement en anglais"));
    }

    @Test
    void filtersByWhatTheAddressSays() {
        page(showcase.week("en") + "&kind=concert")
                .body(containsString("Dombra and viola"))
                .body(not(containsString("Ornaments of felt")));
        page(showcase.week("en") + "&free=true&audience=children")
                .body(containsString("Ornaments of felt"))
                .body(not(containsString("Dombra and viola")));
        page(showcase.week("en") + "&q=VIOLA")
                .body(containsString("Dombra and viola"))
                .body(not(containsString("Ornaments of felt")));
        page(showcase.week("en") + "&language=ru&kind=workshop")
                .body(containsString("Nothing in these days fits your choice."));
    }

    @Test
    void showsADayWithTheOthersOfItsWeekBesideIt() {
        var day = "/whats-on?lang=en&centre=showcase&day=" + showcase.day;
        var html = page(day)
                .body(containsString("Dombra and viola"))
                .body(not(containsString("Runes")))
                .asString();
        var counts = Pattern.compile("<span class=\"n\">(\\d+)</span></a>\\s*(?=<a href=|</nav>)")
                .matcher(html.substring(html.indexOf("class=\"strip\"")))
                .results()
                .mapToInt(count -> Integer.parseInt(count.group(1)))
                .toArray();
        assertEquals(7, counts.length);
        assertTrue(counts[showcase.day.getDayOfWeek().getValue() - 1] >= 3);
    }

    @Test
    void passesOverWhatItDoesNotKnowAndSaysSo() {
        page(showcase.week("en") + "&utm_source=mail").statusCode(200).body(not(containsString("was left out")));
        page("/whats-on?lang=en&centre=atlantis&day=yesterday&kind=%00&q=%00%07")
                .statusCode(200)
                .body(containsString("was left out"));
    }

    @Test
    void refusesWhatIsNoLanguageWithAPage() {
        page("/whats-on?lang=!")
                .statusCode(400)
                .header("Content-Type", startsWith("text/html"))
                .body(containsString("This address cannot be understood"));
    }

    @Test
    void answersEveryQuestionOfAVisitorInOrder() {
        var html =
                page(showcase.eventPage(showcase.concert, "en")).statusCode(200).asString();
        var at = 0;
        for (var question : new String[] {
            "What it is",
            "When",
            "Where",
            "For whom",
            "In which language",
            "What it costs",
            "How to come",
            "Can I book?"
        }) {
            var next = html.indexOf("<span>" + question + "</span></dt>", at);
            assertTrue(next > at, question + " is answered in its place");
            at = next;
        }
        assertTrue(
                html.contains("€12") && html.contains("/v1/calendars/sessions/" + showcase.concertTomorrow + ".ics"));
        assertTrue(html.contains("12 passage des Steppes") && html.contains("Days of Kazakh culture"));
    }

    @Test
    void showsThePictureOfAnEventAndSaysWhatIsOnIt() {
        var html = page(showcase.eventPage(showcase.concert, "fr"))
                .body(containsString("alt=\"Le soleil se couche sur la steppe.\""))
                .body(containsString("<meta name=\"twitter:card\" content=\"summary_large_image\">"))
                .asString();
        var picture = Pattern.compile("<img src=\"(/v1/images/[^\"]+)\"").matcher(html);
        assertTrue(picture.find());
        page(picture.group(1)).statusCode(200).header("Content-Type", startsWith("image/"));
    }

    @Test
    void describesItsDatesForSearchEngines() throws IOException {
        var html = page(showcase.eventPage(showcase.onlyEnglish, "en")).asString();
        var found = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(html);
        assertTrue(found.find());
        var graph = new ObjectMapper().readTree(found.group(1)).get("@graph");
        assertEquals(
                "<b>Runes</b> & \"tamgas\" </script>", graph.get(0).get("name").asText());
    }

    @Test
    void writesNothingThatSomebodyTypedAsMarkup() {
        page(showcase.week("en"))
                .body(not(containsString("<b>Runes")))
                .body(containsString("&lt;b&gt;Runes&lt;/b&gt; &amp; &quot;tamgas&quot; &lt;/script&gt;"));
        page("/whats-on?lang=en&q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body(not(containsString("<script>alert")));
    }

    @Test
    void showsADraftToNobody() {
        var draft = showcase.event("concert", "everyone", "\"fr\"", "{\"en\":\"A surprise\"}", null, ",\"draft\":true");
        page(showcase.eventPage(draft, "en"))
                .statusCode(404)
                .header("Content-Type", startsWith("text/html"))
                .body(not(containsString("A surprise")));
    }

    @Test
    void showsACancelledEventAsCancelled() {
        var event = showcase.event("concert", "everyone", "\"fr\"", "{\"en\":\"Too early\"}", null, "");
        given().bearer(showcase.centre.manager())
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"reason\":{\"en\":\"The hall is being repaired.\"}}")
                .post("/v1/events/{id}/cancellation", event)
                .statusCode(200);
        page(showcase.eventPage(event, "en"))
                .statusCode(200)
                .body(containsString("This event is cancelled."), containsString("The hall is being repaired."));
    }

    @Test
    void showsAProgrammeWithItsEvents() {
        page("/whats-on/programmes/" + showcase.programme + "?lang=fr")
                .statusCode(200)
                .body(
                        containsString("Journées de la culture kazakhe"),
                        containsString("Dombra et alto"),
                        containsString("2 dates"));
        page("/whats-on/programmes/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        var tag = page(showcase.week("ru")).header("ETag");
        given().header("If-None-Match", tag)
                .get(showcase.week("ru"))
                .statusCode(304)
                .body(equalTo(""));
        given().header("If-None-Match", tag).get(showcase.week("ar")).statusCode(200);
    }

    @Test
    void remembersALanguageThatWasChosenAndNothingElse() {
        var cookie = page("/whats-on?lang=ar").header("Set-Cookie");
        assertEquals("goldenbridge-language=ar; Path=/; Max-Age=31536000; SameSite=Lax", cookie);
        given().cookie("goldenbridge-language", "ar")
                .header("Accept-Language", "fr")
                .get("/whats-on")
                .header("Content-Language", "ar")
                .header("Set-Cookie", nullValue());
        given().header("Accept-Language", "fr-CA, en;q=0.5").get("/whats-on").header("Content-Language", "fr");
        given().cookie("goldenbridge-language", "<script>").get("/whats-on").header("Content-Language", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whats-on", "/whats-on/nothing", "/screens/showcase", "/screens/atlantis"})
    void letsNothingInThatIsNotOurs(String path) {
        page(path)
                .header(
                        "Content-Security-Policy",
                        allOf(
                                startsWith("default-src 'none'; style-src 'self'; script-src 'self'"),
                                not(containsString("unsafe")),
                                containsString("frame-ancestors 'none'")));
    }

    @Test
    void letsOthersShowTheWidgetWithoutACookie() {
        page("/whats-on/widget?centre=showcase&lang=fr")
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .header("Set-Cookie", nullValue())
                .body(containsString("Des ornements en feutre"));
        page("/whats-on/widget.js").statusCode(200).header("Content-Type", startsWith("text/javascript"));
    }

    @Test
    void keepsStylesForEverWhileTheyStayTheSame() {
        var style = Pattern.compile("/pages/[0-9a-f]+/goldenbridge.css")
                .matcher(page("/whats-on").asString());
        assertTrue(style.find());
        page(style.group()).statusCode(200).header("Cache-Control", containsString("immutable"));
        page("/pages/old/goldenbridge.css").statusCode(200).header("Cache-Control", "no-cache");
        page("/pages/old/application.properties").statusCode(404);
    }

    @Test
    void stopsAtSoMuchAsAPersonReads() {
        var busy = EventFixtures.centre("Europe/Paris", 50);
        var event = EventFixtures.event(busy);
        for (var hour = 8; hour < 21; hour++) {
            RestApi.post(busy.manager(), "/v1/sessions", """
                    {"eventId":"%s","online":{"link":"https://example.org/room"},"capacity":20,"startsAt":"%sT%02d:00","endsAt":"%sT%02d:30"}""".formatted(
                                    event, showcase.day.plusDays(40), hour, showcase.day.plusDays(40), hour))
                    .statusCode(201);
        }
        var week = "/whats-on?lang=en&centre=" + busy.id() + "&view=week&day=" + showcase.day.plusDays(40);
        page(week).body(containsString("3 more that day"));
    }

    @Test
    void namesTheCentresWhereMostIsOnAndTheOthersAmongTheChoices() {
        var quiet = IntStream.range(0, 7)
                .mapToObj(nth -> EventFixtures.centre("Europe/Paris", 10).id())
                .toList();
        Eventually.isTrue(
                "the last of them is known",
                () -> page(showcase.week("en")).asString().contains("centre=" + quiet.get(6)));
        var html = page(showcase.week("en")).asString();
        var tabs = html.substring(html.indexOf("class=\"tabs\""), html.indexOf("</nav>"));
        assertTrue(tabs.contains("Paris"));
        var picks = html.substring(html.indexOf("class=\"picks\""));
        for (var centre : quiet) {
            var link = Pattern.compile("centre=" + centre + "[&\"]").asPredicate();
            assertFalse(link.test(tabs), centre);
            assertTrue(link.test(picks), centre);
        }
    }

    @Test
    void givesAScreenWhatItGoesOnWith() {
        var data = given().get("/screens/showcase/salon/data?langs=fr,kk").statusCode(200);
        assertEquals("Europe/Paris", data.path("zone"));
        assertEquals("Salon de musique", data.path("languages[0].where"));
        assertEquals("Музыка салоны", data.path("languages[1].where"));
        data.body(not(containsString("Laurent"))).body(containsString("Киізден ою басамыз"));
        given().header("If-None-Match", data.header("ETag"))
                .get("/screens/showcase/salon/data?langs=fr,kk")
                .statusCode(304);
        page("/screens/showcase/cellar").statusCode(404);
    }

    private static TestResponse page(String path) {
        return given().urlEncodingEnabled(false)
                .headers(Map.of("Accept", "text/html"))
                .get(EventFixtures.upToDate(path));
    }
}
