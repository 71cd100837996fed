package org.goldenbridge.event.whatson;

import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.upToDate;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a place costs: which prices are taken, and how they are shown. */
@EventServiceTest
class PriceOnPagesTest {
    private static final TestCentre CENTRE = centre("Europe/Paris", 20);

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "XXX", "XAU", "XTS", "XDR", "CHE", "DEM", "AAA"})
    @DisplayName("E01: takes no price in what is no money")
    void takesNoPriceInWhatIsNoMoney(String code) {
        post(CENTRE.staff(), "/v1/events", event("10", code))
                .statusCode(400)
                .body("errors.pointer", hasItem("/price/currency"));
        var event = created(post(CENTRE.staff(), "/v1/events", event("10", "EUR")));
        put(CENTRE.staff(), "/v1/events/" + event, "*", event("10", code))
                .statusCode(400)
                .body("errors.pointer", hasItem("/price/currency"));
        post(CENTRE.staff(), "/v1/courses", course(event, code))
                .statusCode(400)
                .body("errors.pointer", hasItem("/lessonPrice/currency"));
        var course = created(post(CENTRE.staff(), "/v1/courses", course(event, "EUR")));
        put(CENTRE.staff(), "/v1/courses/" + course, "*", terms(code))
                .statusCode(400)
                .body("errors.pointer", hasItem("/lessonPrice/currency"));
    }

    @Test
    @DisplayName("E01: shows a price whose currency is none, wherever it is in the database")
    void showsAPriceWhoseCurrencyIsNone() throws SQLException {
        var centre = centre("Europe/Paris", 20);
        var event = created(post(centre.staff(), "/v1/events", event(centre, "10", "EUR")));
        try (var connection = TestPostgres.connect();
                var update = connection.createStatement()) {
            update.execute("update event set price_currency = 'ABC' where id = '" + event + "'");
        }
        var session = session(centre, event, 5);
        for (var language : new String[] {"en", "fr", "ru", "kk", "zh-Hans", "ar"}) {
            var lang = "lang=" + language;
            page("/whats-on/events/" + event + "?" + lang).body(containsString("10 ABC"));
            page("/whats-on?centre=" + centre.id() + "&day=" + day(5) + "&" + lang)
                    .body(containsString("10 ABC"));
            page("/whats-on?view=week&day=" + day(5) + "&" + lang); // of all centres: too long to hold it for sure
            page("/whats-on/widget?centre=" + centre.id() + "&" + lang);
            page("/screens/" + centre.id() + "/data?langs=" + language);
            page("/v1/calendars/sessions/" + session + ".ics?" + lang).body(containsString("10 ABC"));
            page("/v1/linked-data/sessions/" + session + "?" + lang);
        }
        post(centre.manager(), "/v1/events/" + event + "/cancellation", "*", "{}")
                .statusCode(200);
        page("/whats-on/events/" + event).body(containsString("10 ABC"));
    }

    @Test
    @DisplayName("E61: a price in a calendar is written as on the page")
    void writesAPriceInACalendarAsOnThePage() {
        var event = created(post(CENTRE.staff(), "/v1/events", event("12.5", "EUR")));
        var calendar = "/v1/calendars/sessions/" + session(CENTRE, event, 6) + ".ics?lang=";
        page(calendar + "en").body(containsString("Price: €12.50"));
        var french = page(calendar + "fr").asString().replace("\r\n ", "");
        assertTrue(french.contains("12\\,50\u00a0€"), french);
        page(calendar + "ar").body(containsString("12.50"));
        page("/whats-on/events/" + event + "?lang=en").body(containsString("€12.50"));
    }

    @Test
    @DisplayName("E61: what costs 0 is free")
    void saysFreeOfWhatCostsNothing() {
        var event = created(post(CENTRE.staff(), "/v1/events", event("0", "EUR")));
        var session = session(CENTRE, event, 7);
        page("/whats-on/events/" + event + "?lang=en")
                .body(
                        containsString("<p>Free</p>"),
                        not(containsString("€0")),
                        not(containsString("Paid at the desk")));
        page("/whats-on?lang=en&centre=" + CENTRE.id() + "&day=" + day(7)).body(not(containsString("€0")));
        page("/v1/calendars/sessions/" + session + ".ics?lang=en").body(containsString("Free of charge"));
    }

    private static TestResponse page(String path) {
        return given().get(upToDate(path)).statusCode(200);
    }

    private static String session(TestCentre centre, String event, int ahead) {
        return created(
                post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT12:00"}""".formatted(event, centre.space(), day(ahead), day(ahead))));
    }

    private static String event(String amount, String currency) {
        return event(CENTRE, amount, currency);
    }

    private static String event(TestCentre centre, String amount, String currency) {
        return """
                {"centreId":"%s","kind":"course","audience":"everyone","title":{"en":"T","fr":"T"},
                 "price":{"amount":%s,"currency":"%s"}}""".formatted(centre.id(), amount, currency);
    }

    private static String course(String event, String currency) {
        return "{\"eventId\":\"%s\",%s".formatted(event, terms(currency).substring(1));
    }

    private static String terms(String currency) {
        return """
                {"capacity":10,"extraPlaces":3,"dropIn":true,"lessonPrice":{"amount":5,"currency":"%s"}}""".formatted(currency);
    }
}
