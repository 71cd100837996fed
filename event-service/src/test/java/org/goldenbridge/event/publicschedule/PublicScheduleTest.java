package org.goldenbridge.event.publicschedule;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.book;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.event.EventFixtures.visitor;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EventServiceTest
class PublicScheduleTest {

    private static TestResponse schedule(String query) {
        return given().get("/v1/schedule?" + query);
    }

    private static TestResponse scheduleOf(TestCentre centre, String query) {
        return schedule("centre=" + centre.id() + query).statusCode(200);
    }

    /** An event with its own words, and a session of it in the centre's room. */
    private static String concert(TestCentre centre, String more, int daysAhead) {
        String event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"concert","title":{"en":"Kobyz evening","kk":"Қобыз кеші"},%s
                 "audience":"families","languages":["kk"]}""".formatted(centre.id(), more)));
        return plan(centre, event, daysAhead, "18:00", "20:00");
    }

    private static String plan(TestCentre centre, String event, int daysAhead, String from, String to) {
        return created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT%s","endsAt":"%sT%s"}""".formatted(
                        event, centre.space(), day(daysAhead), from, day(daysAhead), to)));
    }

    /** Everything written so far is in what is read from now on. */
    private static String written(TestResponse write) {
        return "&changeNumber=" + write.header("Change-Number");
    }

    @Test
    void showsASessionInTheReadersLanguageAndInTheTimeOfItsPlace() {
        var centre = beijing(20);
        var session = concert(centre, "\"minimumAge\":6,\"price\":{\"amount\":30,\"currency\":\"CNY\"},", 1);
        scheduleOf(centre, "&lang=kk&from=" + day(1))
                .header("Content-Language", equalTo("en, kk"))
                .header("Vary", containsString("Accept-Language"))
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(session))
                .body("items[0].title", equalTo(Map.of("kk", "Қобыз кеші")))
                .body("items[0].kind", equalTo("concert"))
                .body("items[0].status", equalTo("scheduled"))
                .body("items[0].startsAt", equalTo(day(1) + "T10:00:00Z"))
                .body("items[0].localStartsAt", equalTo(day(1) + "T18:00:00+08:00"))
                .body("items[0].zone", equalTo("Asia/Shanghai"))
                .body("items[0].centre.id", equalTo(centre.id()))
                .body("items[0].space.name", equalTo(Map.of("en", "Music hall")))
                .body("items[0].languages", equalTo(List.of("kk")))
                .body("items[0].minimumAge", equalTo(6))
                .body("items[0].price.amount", equalTo(30.0))
                .body("items[0].places", equalTo("plenty"))
                .body("items[0]", not(hasKey("description")))
                .body("$", not(hasKey("next")));
    }

    @Test
    void saysOnlyWhatIsAskedFor() {
        var centre = beijing(20);
        var session = concert(centre, "\"description\":{\"en\":\"With Aigul.\"},", 1);
        scheduleOf(centre, "&fields=title,description,places")
                .body(
                        "items[0]",
                        equalTo(Map.of(
                                "id",
                                session,
                                "title",
                                Map.of("en", "Kobyz evening"),
                                "description",
                                Map.of("en", "With Aigul."),
                                "places",
                                "plenty")));
    }

    private static TestCentre oneConcert;

    private static synchronized TestCentre withOneConcert() {
        if (oneConcert == null) {
            oneConcert = beijing(20);
            concert(
                    oneConcert,
                    "\"description\":{\"fr\":\"Élève de la maîtresse.\"},\"minimumAge\":6,\"maximumAge\":12,\"level\":\"beginner\",",
                    3);
        }
        return oneConcert;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind=concert                       | true
            kind=workshop,concert              | true
            kind=workshop                      | false
            audience=families                  | true
            audience=adults                    | false
            age=9                              | true
            age=5                              | false
            age=13                             | false
            level=beginner,advanced            | true
            level=advanced                     | false
            heldIn=fr,kk                       | true
            heldIn=fr                          | false
            free=true                          | true
            placesLeft=true                    | true
            q=KOBYZ                            | true
            q=қобыз кеші                       | true
            q=evening kobyz                    | true
            q=evening dombra                   | false
            q=eleve                            | true
            q=100%25                           | false
            space=HERE                         | true
            from=DAY&to=DAY                    | true
            from=AFTER                         | false
            to=BEFORE                          | false
            from=DAYT09:59:00Z&to=DAYT10:00:01Z  | true
            from=DAYT12:00:00Z                 | false
            to=DAYT10:00:00Z                   | false
            """)
    void findsItByWhatItIs(String filter, boolean found) {
        var centre = withOneConcert();
        var query = filter.replace("HERE", centre.space().toString())
                .replace("DAY", day(3).toString())
                .replace("AFTER", day(4).toString())
                .replace("BEFORE", day(2).toString());
        scheduleOf(centre, "&" + query).body("items", hasSize(found ? 1 : 0));
    }

    private static TestCentre twoScripts;

    private static synchronized TestCentre withTitlesInTwoScripts() {
        if (twoScripts == null) {
            twoScripts = beijing(20);
            var event = created(post(twoScripts.staff(), "/v1/events", """
                    {"centreId":"%s","kind":"concert","audience":"adults",
                     "title":{"en":"Two scripts","ar":"أمسيةٌ الدومبـرا إلى المكتبة","kk":"Қобыз үні, ғажап әнші, іңір һәм өлең"}}""".formatted(twoScripts.id())));
            plan(twoScripts, event, 3, "10:00", "11:00");
        }
        return twoScripts;
    }

    @ParameterizedTest
    @DisplayName("E32 letters that people write in several ways are the same for the search")
    @CsvSource(delimiter = '|', textBlock = """
            امسية            | true
            أمسيه            | true
            الدومبرا         | true
            الي المكتبه      | true
            مكتبات           | false
            кобыз            | true
            ҚОБЫЗ үні        | true
            уни гажап анши   | true
            инир хам олен    | true
            домбыра          | false
            """)
    void foldsLettersOfArabicAndKazakh(String words, boolean found) {
        given().queryParam("centre", withTitlesInTwoScripts().id())
                .queryParam("q", words)
                .get("/v1/schedule")
                .statusCode(200)
                .body("items", hasSize(found ? 1 : 0));
    }

    @Test
    @DisplayName("E18 a database that hangs is told of soon, and holds up nobody else")
    void refusesSoonWhatTheDatabaseDoesNotAnswer() throws Exception {
        var centre = beijing(20);
        session(centre, 2);
        try (var connection = TestPostgres.connect();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("lock table session in access exclusive mode");
            var asked = new ArrayList<Callable<Long>>();
            for (var n = 0; n < 12; n++) {
                var address = "/v1/schedule?centre=" + centre.id() + "&limit=" + (n + 1);
                asked.add(() -> {
                    var begun = System.nanoTime();
                    var answer = given().get(address);
                    if (answer.statusCode() == 503) {
                        assertNotNull(answer.header("Retry-After"));
                        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
                    }
                    return Long.MAX_VALUE; // who reads waits for the database itself
                });
            }
            var threads = Executors.newFixedThreadPool(asked.size());
            try {
                var answers = asked.stream().map(threads::submit).toList();
                Eventually.within(
                        Duration.ofSeconds(8),
                        "all who wait for a permit are told",
                        () -> answers.stream().filter(Future::isDone).count() >= 8);
                given().get("/v1/programmes?limit=1").statusCode(200);
                connection.rollback();
                var refused = 0;
                for (var answer : answers) {
                    var millis = answer.get();
                    refused += millis == Long.MAX_VALUE ? 0 : 1;
                    assertTrue(millis == Long.MAX_VALUE || millis < 6_000, "it took " + millis);
                }
                assertTrue(refused >= 8, refused + " were refused");
            } finally {
                threads.shutdown();
            }
        }
        given().get("/v1/schedule?limit=1&centre=" + centre.id()).statusCode(200);
    }

    @Test
    void aDayIsTheLocalDayOfThePlace() {
        var centre = beijing(20);
        var early = plan(centre, event(centre), 2, "08:30", "09:30"); // still the day before in UTC
        scheduleOf(centre, "&from=" + day(2) + "&to=" + day(2)).body("items.id", equalTo(List.of(early)));
        scheduleOf(centre, "&to=" + day(1)).body("items", empty());
    }

    @Test
    void showsNoDraftToAnybody() {
        var centre = beijing(20);
        String event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"concert","title":{"en":"Secret"},"audience":"adults","draft":true}""".formatted(centre.id())));
        plan(centre, event, 1, "18:00", "20:00");
        scheduleOf(centre, "").body("items", empty());
        given().bearer(centre.staff()).get("/v1/schedule?centre=" + centre.id()).body("items", empty());
        var announced = post(centre.staff(), "/v1/events/" + event + "/announcement", "*", "{}")
                .statusCode(200);
        scheduleOf(centre, written(announced)).body("items", hasSize(1));
    }

    @Test
    void isNeverStaleToWhoSaysWhatTheyWrote() {
        var centre = beijing(20);
        var session = session(centre, 1);
        scheduleOf(centre, "").body("items[0].places", equalTo("plenty"));
        var booked =
                book(centre.staff(), session, "k-" + session, visitor("Aru", 1)).statusCode(201);
        scheduleOf(centre, written(booked)).body("items[0].places", equalTo("none"));
        var cancelled = post(centre.staff(), "/v1/sessions/" + session + "/cancellation", "*", """
                {"reason":{"en":"The teacher is ill"}}""")
                .statusCode(200);
        scheduleOf(centre, written(cancelled))
                .body("items[0].status", equalTo("cancelled"))
                .body("items[0].cancelReason.en", equalTo("The teacher is ill"));
    }

    @Test
    void isAtMostASecondStaleToEverybodyElse() {
        var centre = beijing(20);
        var session = session(centre, 1);
        scheduleOf(centre, "&free=true").body("items", hasSize(1));
        book(centre.staff(), session, "k-" + session, visitor("Aru", 1)).statusCode(201);
        Eventually.isTrue(
                "it is full",
                () -> scheduleOf(centre, "&free=true")
                        .<List<Object>>path("items")
                        .isEmpty());
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        var centre = beijing(20);
        var session = session(centre, 20);
        var query = "&from=" + day(0);
        var tag = scheduleOf(centre, query).header("ETag");
        for (var again = 0; again < 3; again++) {
            given().header("If-None-Match", tag)
                    .get("/v1/schedule?centre=" + centre.id() + query)
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .header("Vary", containsString("Accept-Language"));
        }
        var unpacked = scheduleOf(centre, query).asString();
        var packed = given().header("Accept-Encoding", "gzip").get("/v1/schedule?centre=" + centre.id() + query);
        assertEquals("gzip", packed.header("Content-Encoding"));
        assertEquals(unpacked, packed.asString());
        // One place is taken: the word for those left is still the same, and so is the answer.
        var booked =
                book(centre.staff(), session, "k-" + session, visitor("Aru", 1)).statusCode(201);
        scheduleOf(centre, query + written(booked)).header("ETag", equalTo(tag));
        var moved = post(centre.staff(), "/v1/sessions/" + session + "/moves", "*", """
                {"spaceId":"%s","startsAt":"%sT14:00","endsAt":"%sT15:00"}""".formatted(
                                centre.space(), day(200), day(200)))
                .statusCode(200);
        assertNotEquals(tag, scheduleOf(centre, query + written(moved)).header("ETag"));
    }

    @Test
    void isTheSameToTheLastHeaderWhetherItIsMadeOrPrepared() {
        var centre = beijing(20);
        session(centre, 1);
        session(centre, 2);
        var address = "/v1/schedule?limit=1&centre=" + centre.id() + "&from=" + day(0);
        var made = headers(given().get(address));
        var prepared = headers(given().get(address));
        assertEquals(made, prepared);
        assertTrue(made.keySet().containsAll(Set.of("etag", "link", "cache-control", "vary")), made::toString);
    }

    private static Map<String, String> headers(TestResponse answer) {
        return answer.headers().entrySet().stream()
                .filter(header -> !Set.of("date", "content-length")
                        .contains(header.getKey().toLowerCase(Locale.ROOT))) // packed a little better or worse
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join("", header.getValue())));
    }

    @Test
    void tellsWhoSendsATokenThatItIsNoGoodAlsoWhereTheAnswerIsThere() {
        var centre = beijing(20);
        session(centre, 1);
        scheduleOf(centre, "");
        for (var again = 0; again < 2; again++) {
            given().header("Authorization", "Bearer nonsense")
                    .get("/v1/schedule?centre=" + centre.id())
                    .statusCode(401);
        }
    }

    @Test
    void findsWhatBeganWeeksAgoAndStillRuns() {
        var centre = beijing(20);
        var event = event(centre);
        String exhibition = created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","venue":{"name":{"en":"Museum"},"city":{"en":"Tianjin"},"country":"CN","zone":"Asia/Shanghai"},
                 "capacity":500,"startsAt":"%sT10:00","endsAt":"%sT18:00"}""".formatted(event, day(2), day(30))));
        var evening = plan(centre, event, 31, "18:00", "20:00");
        for (var first : List.of(2, 3, 4, 29, 30)) {
            scheduleOf(centre, "&from=" + day(first)).body("items.id", equalTo(List.of(exhibition, evening)));
        }
        scheduleOf(centre, "&from=" + day(29) + "&to=" + day(29)).body("items.id", equalTo(List.of(exhibition)));
        scheduleOf(centre, "&from=" + day(31)).body("items.id", equalTo(List.of(evening)));
    }

    @Test
    void leadsThroughAllPagesOnceInOrder() {
        var centre = beijing(20);
        var event = event(centre);
        var planned = new ArrayList<String>();
        for (var nth = 0; nth < 7; nth++) {
            planned.add(plan(centre, event, nth, "10:00", "11:00"));
        }
        var found = new ArrayList<String>();
        var address = "/v1/schedule?limit=3&centre=" + centre.id();
        while (address != null) {
            var page = given().urlEncodingEnabled(false).get(address).statusCode(200);
            found.addAll(page.path("items.id"));
            String next = page.path("next");
            address = next == null ? null : "/v1/schedule?limit=3&centre=" + centre.id() + "&cursor=" + next;
            assertEquals(next != null, page.header("Link") != null);
        }
        assertEquals(planned, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            centre=nowhere                                    | invalid-request       | ?centre
            centre=a,,b                                       | invalid-request       | ?centre
            space=hall                                        | invalid-request       | ?space
            space=00000000-0000-0000-0000-000000000001        | invalid-request       | ?space
            centre=OTHER&space=HERE                           | contradictory-filters | ?space
            kind=party                                        | invalid-request       | ?kind
            audience=cats                                     | invalid-request       | ?audience
            age=-1                                            | invalid-request       | ?age
            age=1000                                          | invalid-request       | ?age
            level=x                                           | invalid-request       | ?level
            heldIn=!                                          | invalid-request       | ?heldIn
            free=maybe                                        | invalid-request       | ?free
            programme=x                                       | invalid-request       | ?programme
            fields=title,secret                               | invalid-request       | ?fields
            lang=!                                            | invalid-request       | ?lang
            from=1026-01-01&to=3026-01-01                     | invalid-request       | ?from
            from=2026-01-01&to=2099-01-01                     | window-too-long       | ?to
            from=2027-01-02&to=2027-01-01                     | contradictory-filters | ?to
            from=yesterday                                    | invalid-request       | ?from
            limit=0                                           | invalid-request       | ?limit
            limit=501                                         | invalid-request       | ?limit
            cursor=abc                                        | invalid-cursor        | ?cursor
            changeNumber=w99999999999999                      | invalid-request       | ?changeNumber
            changeNumber=1                                    | invalid-request       | ?changeNumber
            changeNumber=soon                                 | invalid-request       | ?changeNumber
            zone=Mars                                         | unknown-parameter     | ?zone
            q=a b c d e f g h i                               | invalid-request       | ?q
            """)
    void saysWhatIsWrongWithAQuestion(String query, String code, String pointer) {
        var here = withOneConcert();
        var other = query.contains("OTHER") ? beijing(20).id() : "";
        schedule(query.replace("HERE", here.space().toString()).replace("OTHER", other))
                .statusCode(400)
                .body("type", equalTo("/problems/" + code))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void refusesTheCursorOfAnotherQuestion() {
        var centre = beijing(20);
        session(centre, 20);
        session(centre, 20);
        String next = scheduleOf(centre, "&limit=1").path("next");
        schedule("kind=concert&cursor=" + next).statusCode(400).body("type", equalTo("/problems/invalid-cursor"));
    }
}
