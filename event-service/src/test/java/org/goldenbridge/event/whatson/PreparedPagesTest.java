package org.goldenbridge.event.whatson;

import static org.goldenbridge.event.EventFixtures.applyCentre;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.upToDate;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public pages are made once for everybody who reads them alike, and are never older than what their reader has written. */
@EventServiceTest
class PreparedPagesTest {
    private final TestCentre centre = beijing(20);
    private final String event = created(post(centre.staff(), "/v1/events", draft("Yurt songs")));
    private final String session = session(3, 10, 6);

    private String draft(String title) {
        return """
                {"centreId":"%s","kind":"concert","audience":"everyone","title":{"en":"%s","ar":"%s"}}""".formatted(centre.id(), title, title);
    }

    private String session(int ahead, int hour, int capacity) {
        return created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"%sT%02d:00","endsAt":"%sT%02d:00","capacity":%d,
                 "venue":{"name":{"en":"Hall"},"city":{"en":"Beijing"},"country":"CN","zone":"Asia/Shanghai"}}""".formatted(
                        event, day(ahead), hour, day(ahead), hour + 1, capacity)));
    }

    private List<String> pages(String language) {
        return Stream.of(
                        "/whats-on/events/" + event + "?",
                        "/whats-on?centre=" + centre.id() + "&day=" + day(3) + "&",
                        "/whats-on?centre=" + centre.id() + "&free=true&week="
                                + day(3).toString().replaceAll("-.*", "-W01") + "&day=" + day(3) + "&",
                        "/whats-on/widget?centre=" + centre.id() + "&")
                .map(page -> page + "lang=" + language)
                .toList();
    }

    /** As who keeps the language reads it, so that nothing else goes with the answer; twice, so that it is known. */
    private static TestResponse read(String path) {
        var language = path.replaceAll(".*lang=([\\w-]+).*", "$1");
        given().cookie("goldenbridge-language", language).get(path).statusCode(200);
        return given().cookie("goldenbridge-language", language).get(path).statusCode(200);
    }

    private static String after(TestResponse write) {
        return "&changeNumber=" + write.header("Change-Number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    @DisplayName("a page shows what its reader has just written: places, a cancellation, a title")
    void isNeverOlderThanWhatItsReaderWrote(String language) {
        pages(language).forEach(page -> read(page).body(containsString("Yurt songs")));
        var booked =
                book(centre.staff(), session, "k-" + session, visitor("Aru", 4)).statusCode(201);
        var two = language.equals("en") ? "2 places left" : "بقي مقعدان";
        pages(language).forEach(page -> read(page + after(booked)).body(containsString(two)));
        pages(language).forEach(page -> read(page).body(containsString(two)));
        var renamed = put(centre.staff(), "/v1/events/" + event, "*", draft("Steppe songs"))
                .statusCode(200);
        pages(language)
                .forEach(page -> read(page + after(renamed))
                        .body(containsString("Steppe songs"), not(containsString("Yurt songs"))));
        var cancelled = post(centre.manager(), "/v1/sessions/" + session + "/cancellation", "*", "{}")
                .statusCode(200);
        read(pages(language).get(0) + after(cancelled)).body(not(containsString(two)));
        read(pages(language).get(1) + after(cancelled)).body(containsString("class=\"row cancelled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&free=true"})
    @DisplayName(
            "of a page only what it says of places is written anew after a booking: words, colours and how much is free")
    void writesAnewWhatItSaysOfPlaces(String choice) {
        var small = session(4, 10, 3);
        var list = "/whats-on?view=week&centre=" + centre.id() + "&day=" + day(3) + choice;
        var all = Map.of("en", "Places left<span class=\"n\">%d</span>", "ar", "<span class=\"n\">%d</span>");
        for (var language : List.of("en", "ar")) {
            read(upToDate(list + "&lang=" + language))
                    .body(containsString(all.get(language).formatted(2)));
        }
        var two = book(centre.staff(), small, "two-" + small, visitor("Aru", 1)).statusCode(201);
        for (var language : List.of("en", "ar")) {
            var page = list + "&lang=" + language;
            read(page + after(two))
                    .body(
                            containsString(all.get(language).formatted(2)),
                            containsString("p-few"),
                            containsString("p-plenty"));
            var made = read(page + "&page=1" + after(two)).asString();
            assertEquals(
                    read(page).asString(),
                    made.replace("&amp;page=1", "").replace("<input type=\"hidden\" name=\"page\" value=\"1\">", ""));
        }
        var none =
                book(centre.staff(), small, "none-" + small, visitor("Dana", 2)).statusCode(201);
        for (var language : List.of("en", "ar")) {
            var page = list + "&lang=" + language;
            read(page + after(none)).body(containsString(all.get(language).formatted(1)), not(containsString("p-few")));
            read(page).body(choice.isEmpty() ? containsString("p-none") : not(containsString("p-none")));
            given().header("Accept-Encoding", "identity")
                    .get(page)
                    .body(equalTo(read(page).asString()), not(containsString("\u0001")));
        }
    }

    @Test
    @DisplayName("a page tells search engines of places in a word")
    void saysNoNumberOfPlacesThatItDoesNotShow() {
        read("/whats-on/events/" + event + "?lang=en")
                .body(containsString("maximumAttendeeCapacity"), not(containsString("remainingAttendeeCapacity")));
    }

    @Test
    @DisplayName("a page shows another session as soon as it is planned, on its days and among what comes later")
    void showsWhatIsPlannedAfterItWasMade() {
        var day = "/whats-on?lang=en&centre=" + centre.id() + "&day=" + day(8);
        read(day).body(not(containsString("Yurt songs")));
        read("/whats-on/events/" + event + "?lang=en").body(not(containsString("18:00")));
        var planned = post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"%sT18:00","endsAt":"%sT19:00","capacity":5,
                 "venue":{"name":{"en":"Hall"},"city":{"en":"Beijing"},"country":"CN","zone":"Asia/Shanghai"}}""".formatted(event, day(8), day(8)))
                .statusCode(201);
        read(day + after(planned)).body(containsString("18:00"));
        read("/whats-on/events/" + event + "?lang=en" + after(planned)).body(containsString("18:00"));
    }

    @Test
    @DisplayName("a page is the same to the last header whether it is made or prepared")
    void isTheSameWhetherItIsMadeOrPrepared() {
        for (var page : pages("ar")) {
            var made = given().cookie("goldenbridge-language", "ar").get(page).statusCode(200);
            var prepared =
                    given().cookie("goldenbridge-language", "ar").get(page).statusCode(200);
            assertEquals(made.asString(), prepared.asString());
            assertEquals(headers(made), headers(prepared));
            assertTrue(headers(prepared)
                    .keySet()
                    .containsAll(Set.of("content-security-policy", "vary", "etag", "content-language")));
            given().cookie("goldenbridge-language", "ar")
                    .header("If-None-Match", prepared.header("ETag"))
                    .get(page)
                    .statusCode(304)
                    .header("ETag", prepared.header("ETag"))
                    .header("Vary", containsString("Cookie"))
                    .header("Content-Language", "ar")
                    .header("Content-Security-Policy", prepared.header("Content-Security-Policy"));
        }
    }

    private static Map<String, String> headers(TestResponse answer) {
        return answer.headers().entrySet().stream()
                .filter(header -> !Set.of("date", "content-length", "transfer-encoding")
                        .contains(header.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join("", header.getValue())));
    }

    @Test
    @DisplayName("the language that one reader chose reaches nobody else")
    void givesTheLanguageOfOneReaderToNobodyElse() {
        var page = "/whats-on?centre=" + centre.id() + "&day=" + day(3);
        for (var turn = 0; turn < 3; turn++) {
            given().get(page + "&lang=ar").header("Set-Cookie", notNullValue());
            given().cookie("goldenbridge-language", "ar").get(page + "&lang=ar").header("Set-Cookie", nullValue());
            given().cookie("goldenbridge-language", "fr")
                    .get(page + "&lang=ar")
                    .header("Set-Cookie", containsString("goldenbridge-language=ar"));
            for (var language : List.of("ar", "fr", "kk")) {
                given().header("Cookie", "a=b; goldenbridge-language=" + language + "; c=d")
                        .get(page)
                        .header("Content-Language", language)
                        .header("Set-Cookie", nullValue());
            }
            given().header("Accept-Language", "ru").get(page).header("Content-Language", "ru");
            given().get(page).header("Content-Language", "en").header("Set-Cookie", nullValue());
        }
    }

    @Test
    @DisplayName("cookies that can be read in two ways bring nobody else another language")
    void putsNobodyElseIntoALanguageByStrangeCookies() {
        var page = "/whats-on?centre=" + centre.id() + "&day=" + day(3);
        var many = IntStream.range(0, 150).mapToObj(n -> "c" + n + "=1; ").collect(Collectors.joining());
        for (var cookies : List.of(
                many + "goldenbridge-language=ar",
                "c=\"; goldenbridge-language=kk\"; goldenbridge-language=ar",
                "goldenbridge-language=fr; goldenbridge-language=ar",
                "$Version=1; goldenbridge-language=ar",
                "goldenbridge-language=\"ar\"")) {
            for (var turn = 0; turn < 2; turn++) {
                given().header("Cookie", cookies).get(page).statusCode(200).header("Set-Cookie", nullValue());
                given().header("Cookie", "c=1").get(page).header("Content-Language", "en");
                given().header("Cookie", "goldenbridge-language=fr").get(page).header("Content-Language", "fr");
            }
        }
    }

    @Test
    @DisplayName("words that look like other choices are not taken for these")
    void takesNoWordsForOtherChoices() {
        var page = "/whats-on?lang=en&centre=" + centre.id() + "&day=" + day(3) + "&q=";
        given().get(page + "yurt], page=[2").body(containsString("value=\"yurt], page=[2\""));
        given().get(page + "yurt&page=2").body(not(containsString("page=[2")));
    }

    @Test
    @DisplayName("a centre that was not there when its page was asked for is there when it has come")
    void findsACentreThatCame() {
        var id = "later-" + session.substring(24);
        for (var path : List.of("/whats-on?lang=en&centre=", "/whats-on/widget?lang=en&centre=")) {
            read(path + id).body(not(containsString("House of songs")));
        }
        applyCentre(id, "Asia/Shanghai", 1, "[]", "House of songs");
        for (var path : List.of("/whats-on?lang=en&centre=", "/whats-on/widget?lang=en&centre=")) {
            Eventually.isTrue("it is there", () -> {
                read(path + "nowhere"); // made again, and is another page now
                return read(path + id).asString().contains("House of songs");
            });
        }
    }

    @Test
    @DisplayName("what nobody told of is not seen: pages are given out as they were made")
    void isGivenOutAsItWasMade() throws SQLException {
        pages("en").forEach(page -> given().get(upToDate(page)).statusCode(200));
        pages("en").forEach(page -> read(page).body(containsString("Yurt songs")));
        try (var connection = TestPostgres.connect();
                var behind = connection.prepareStatement(
                        "update event set title = '{\"en\":\"Behind\"}' where id::text = ?")) {
            behind.setString(1, event);
            behind.executeUpdate();
        }
        pages("en").forEach(page -> read(page).body(containsString("Yurt songs")));
        pages("kk").forEach(page -> read(page).body(containsString("Behind")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "-1", "99999999999999"})
    void isNotReadWithAChangeNumberThatIsNone(String number) {
        given().get("/whats-on?changeNumber=" + number).statusCode(400).contentType("text/html;charset=UTF-8");
    }

    @Test
    void isAnotherAtTheNextMidnightOfItsPlaceThoughNothingChanges() {
        var now = Instant.parse("2026-12-01T12:00:00Z");
        assertEquals(
                Instant.parse("2026-12-01T16:00:00Z"),
                PreparedPage.sameUntil(List.of(), List.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("Europe/Paris")), now));
        assertEquals(
                Instant.parse("2026-12-02T00:00:00Z"), PreparedPage.sameUntil(List.of(), List.of(), now), "UTC's own");
    }
}
