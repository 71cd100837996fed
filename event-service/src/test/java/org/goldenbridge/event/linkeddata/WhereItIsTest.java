package org.goldenbridge.event.linkeddata;

import static org.goldenbridge.event.EventFixtures.apply;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E45, E63, E71: where a session takes place, and in which form and language that is told. */
@EventServiceTest
class WhereItIsTest {
    private static final String VENUE = """
            {"eventId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00","capacity":10,"venue":{"name":{"en":"Museum"},
             "city":{"en":"Lyon"},"country":"FR","zone":"Europe/Paris",%s}}""";

    private static String atVenue(TestCentre centre, String event, String where) {
        return created(post(centre.staff(), "/v1/sessions", VENUE.formatted(event, day(4), day(4), where)));
    }

    private static TestCentre found() {
        var centre = beijing(20);
        apply("centre.centres", "org.goldenbridge.centre.changed.v1", centre.id(), """
                {"id":"%s","version":90,"withdrawn":false,"name":{"en":"Centre"},"city":{"en":"Beijing"},"country":"CN",
                 "address":{"en":"Street 1"},"postalCode":"100020","latitude":39.9219,"longitude":116.4551,
                 "access":{"stepFree":true,"hearingLoop":true,"transport":{"en":"Metro line 10"}},"zone":"Asia/Shanghai",
                 "openingHours":[{"day":"monday","opens":"00:00","closes":"24:00"},{"day":"tuesday","opens":"00:00","closes":"24:00"},
                  {"day":"wednesday","opens":"00:00","closes":"24:00"},{"day":"thursday","opens":"00:00","closes":"24:00"},
                  {"day":"friday","opens":"00:00","closes":"24:00"},{"day":"saturday","opens":"00:00","closes":"24:00"},
                  {"day":"sunday","opens":"00:00","closes":"24:00"}],"closures":[]}""".formatted(centre.id()));
        return centre;
    }

    private static String inHall(TestCentre centre, String event) {
        return created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00"}""".formatted(event, centre.space(), day(5), day(5))));
    }

    @Test
    @DisplayName("E45: linked data, calendar and page have the point, the postal code and the access of a centre")
    void tellsOfACentre() {
        var centre = found();
        var event = event(centre);
        var session = inHall(centre, event);
        given().get("/v1/linked-data/sessions/" + session)
                .statusCode(200)
                .body("location.address.postalCode", equalTo("100020"))
                .body("location.containedInPlace.address.postalCode", equalTo("100020"))
                .body("location.geo.latitude", equalTo(39.9219))
                .body("location.geo.longitude", equalTo(116.4551))
                .body("location.amenityFeature.name", hasItem("Step-free access"));
        assertTrue(text("/v1/calendars/sessions/" + session + ".ics").contains("\r\nGEO:39.921900;116.455100\r\n"));
        var page = text("/whats-on/events/" + event + "?lang=en");
        assertTrue(
                page.contains("mlat=39.921900&amp;mlon=116.455100") || page.contains("mlat=39.921900&mlon=116.455100"),
                page);
        for (var shown : new String[] {"100020", "Step-free access.", "There is a hearing loop.", "Metro line 10"}) {
            assertTrue(page.contains(shown), shown);
        }
    }

    @Test
    @DisplayName("E45: so it is with a venue; what is not known is not said")
    void tellsOfAVenue() {
        var centre = found();
        var event = event(centre);
        var session = atVenue(
                centre,
                event,
                "\"postalCode\":\"69002\",\"latitude\":45.757,\"longitude\":4.832,\"access\":{\"stepFree\":false}");
        given().get("/v1/linked-data/sessions/" + session)
                .body("location.address.postalCode", equalTo("69002"))
                .body("location.geo.latitude", equalTo(45.757));
        given().get("/v1/sessions/" + session)
                .body("venue.postalCode", equalTo("69002"))
                .body("venue.access.stepFree", equalTo(false));
        var unknown = atVenue(centre, event(centre), "\"address\":{\"en\":\"Quay 1\"}");
        given().get("/v1/linked-data/sessions/" + unknown)
                .body("location", not(hasKey("geo")))
                .body("location.address", not(hasKey("postalCode")));
    }

    @ParameterizedTest
    @DisplayName("E45: the point of a venue is whole and on the earth")
    @CsvSource(
            delimiter = ';',
            value = {
                "\"latitude\":91,\"longitude\":4; /venue/latitude",
                "\"latitude\":45; /venue/longitude",
                "\"postalCode\":\"\"; /venue/postalCode"
            })
    void refusesWhatIsNoPoint(String where, String pointer) {
        var centre = beijing(20);
        post(centre.staff(), "/v1/sessions", VENUE.formatted(event(centre), day(4), day(4), where))
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    @DisplayName("E72: the @id of a place answers JSON-LD; offers say since when; the series has an organizer")
    void leadsToPlaces() {
        var centre = found();
        var session = inHall(centre, event(centre));
        var document = given().get("/v1/linked-data/sessions/" + session).statusCode(200);
        document.body("offers.validFrom", not(equalTo(null)))
                .body("superEvent.organizer.@type", equalTo("Organization"))
                .body("location.containedInPlace.address.@type", equalTo("PostalAddress"));
        String space = document.path("location.@id");
        given().get(space.replaceFirst("^https?://[^/]+", ""))
                .statusCode(200)
                .header("Content-Type", containsString("application/ld+json"))
                .body("@id", equalTo(space))
                .body("geo.latitude", equalTo(39.9219));
        String whole = document.path("location.containedInPlace.@id");
        given().get(whole.replaceFirst("^https?://[^/]+", ""))
                .statusCode(200)
                .body("@id", equalTo(whole))
                .body("address.postalCode", equalTo("100020"));
    }

    @ParameterizedTest
    @DisplayName("E63: 406 names the forms that there are")
    @CsvSource(
            delimiter = ';',
            value = {
                "/v1/linked-data/sessions/%s; application/json; application/ld+json",
                "/v1/calendars/sessions/%s.ics; application/json; text/calendar",
                "/v1/feeds/sessions; text/html; application/json"
            })
    void namesTheForms(String path, String accept, String named) {
        var centre = beijing(20);
        var session = inHall(centre, event(centre));
        given().accept(accept).get(path.formatted(session)).statusCode(406).body("detail", containsString(named));
    }

    @Test
    @DisplayName(
            "E71: only languages that are sent are named; kk_KZ is kk-KZ; de is answered as Accept-Language: de is")
    void namesTheLanguagesThatAreSent() {
        var centre = beijing(20);
        String event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"concert","audience":"everyone","title":{"kk":"Күй","en":"Kui"}}""".formatted(centre.id())));
        var write = inHall(centre, event);
        var path = "/v1/schedule?centre=" + centre.id() + "&fields=title&lang=";
        given().get(path + "kk-Arab").statusCode(200).header("Content-Language", equalTo("kk"));
        given().get(path + "kk_KZ").statusCode(200).header("Content-Language", equalTo("kk"));
        given().get(path + "de").statusCode(200).header("Content-Language", equalTo("en"));
        given().get(path + "!").statusCode(400);
        assertTrue(!write.isEmpty());
    }

    private static String text(String path) {
        return given().get(path).statusCode(200).asString();
    }
}
