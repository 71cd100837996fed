package org.goldenbridge.event.whatson;

import static org.goldenbridge.event.EventFixtures.centre;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.upToDate;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors, readers of calendars and search engines find on the public pages. */
@EventServiceTest
class PublicPagesTest {
    @Test
    @DisplayName("E43: links to calendars name the language of the page, and one can subscribe")
    void namesTheLanguageInLinksToCalendars() {
        var showcase = Showcase.open();
        for (var path : new String[] {
            "/v1/calendars/events/" + showcase.concert, "/v1/calendars/sessions/" + showcase.concertTomorrow
        }) {
            page("/whats-on/events/" + showcase.concert + "?lang=kk").body(containsString(path + ".ics?lang=kk"));
        }
        page("/whats-on/events/" + showcase.concert + "?lang=kk")
                .body(webcal("/v1/calendars/events/" + showcase.concert + ".ics?lang=kk"));
        page("/whats-on/programmes/" + showcase.programme + "?lang=ar")
                .body(webcal("/v1/calendars/programmes/" + showcase.programme + ".ics?lang=ar"));
        page("/whats-on?centre=showcase&lang=zh-Hans").body(webcal("/v1/calendars/centres/showcase.ics?lang=zh-Hans"));
    }

    @Test
    @DisplayName("E44: a touring exhibition shows its stops, and a page lists the programmes")
    void showsTheStopsOfATour() {
        var paris = centre("Europe/Paris", 20);
        var tour = created(post(paris.staff(), "/v1/programmes", """
                {"kind":"touring-exhibition","centreId":"%s","startsOn":"%s","endsOn":"%s","title":{"en":"Gold of the Saka"}}""".formatted(paris.id(), day(0), day(100))));
        post(paris.manager(), "/v1/programmes/" + tour + "/announcement", "*", "")
                .statusCode(200);
        post(paris.staff(), "/v1/programmes/" + tour + "/legs", """
                {"venue":{"name":{"en":"Museum of Gold"},"city":{"en":"Lyon"},"country":"FR"},
                 "opensOn":"%s","closesOn":"%s","setUpDays":1,"transitDaysBefore":0}""".formatted(day(40), day(60)))
                .statusCode(201);
        page("/whats-on/programmes/" + tour + "?lang=en")
                .body(containsString("Lyon"), containsString("Museum of Gold"))
                .body(containsString("<time datetime=\"" + day(40) + "\">"))
                .body(containsString("<time datetime=\"" + day(60) + "\">"))
                .body(containsString("ExhibitionEvent"));
        page("/whats-on/programmes?lang=en")
                .body(containsString("/whats-on/programmes/" + tour), containsString("Gold of the Saka"));
        page("/whats-on?lang=en").body(containsString("/whats-on/programmes?lang=en"));
    }

    @Test
    @DisplayName("E46: pictures stand in lists and in the widget; without one, a link has that of the kind")
    void showsPicturesWherePeopleChoose() {
        var showcase = Showcase.open();
        for (var path : new String[] {
            showcase.week("en"),
            "/whats-on/widget?centre=showcase&lang=en",
            "/whats-on/programmes/" + showcase.programme + "?lang=en"
        }) {
            page(path).body(containsString("class=\"thumb\""), containsString("The sun goes down over the steppe."));
        }
        given().get("/screens/showcase/data?langs=en")
                .statusCode(200)
                .body(containsString("The sun goes down over the steppe."));
        var html = page(showcase.eventPage(showcase.workshop, "en")).asString();
        var preview = Pattern.compile("property=\"og:image\" content=\"https?://[^/]+(/[^\"]+kind-workshop[.]png)\"")
                .matcher(html);
        assertTrue(preview.find(), html);
        page(preview.group(1)).header("Content-Type", startsWith("image/png"));
    }

    @Test
    @DisplayName("E47: a day of all centres is in the order of the clocks that it shows, and offers the centres")
    void sortsADayByTheClocksThatItShows() {
        var beijing = centre("Asia/Shanghai", 20);
        var paris = centre("Europe/Paris", 20);
        created(post(beijing.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"2094-05-05T15:00","endsAt":"2094-05-05T16:00","capacity":10,
                 "venue":{"name":{"en":"Hall"},"city":{"en":"Beijing"},"country":"CN","zone":"Asia/Shanghai"}}""".formatted(event(beijing, "Late in the east"))));
        session(paris, event(paris, "Early in the west"), "2094-05-05T09:30", "2094-05-05T10:30");
        var html = page("/whats-on?lang=en&view=day&day=2094-05-05")
                .body(containsString("Choose your centre"))
                .asString();
        assertTrue(html.indexOf("Early in the west") < html.indexOf("Late in the east"));
        page("/whats-on?lang=en&centre=" + paris.id()).body(not(containsString("Choose your centre")));
    }

    @Test
    @DisplayName("E49: each date says where it is, or that it is online with the link")
    void saysOfEachDateWhereItIs() {
        var centre = centre("Europe/Paris", 20);
        var event = event(centre, "Both");
        created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00"}""".formatted(event, centre.space(), day(4), day(4))));
        created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"%sT10:00","endsAt":"%sT11:00","capacity":10,
                 "online":{"link":"https://meet.example.org/both","linkForBooked":false,"zone":"Europe/Paris"}}""".formatted(event, day(5), day(5))));
        page("/whats-on/events/" + event + "?lang=en")
                .body(containsString("The dates are at different places"))
                .body(containsString("<a href=\"https://meet.example.org/both\""));
    }

    @Test
    @DisplayName("E50: robots.txt, the sitemap and the icon exist")
    void tellsSearchEnginesWhatThereIs() {
        page("/robots.txt").header("Content-Type", startsWith("text/plain")).body(containsString("/sitemap.xml"));
        var showcase = Showcase.open();
        page("/sitemap.xml")
                .header("Content-Type", startsWith("application/xml"))
                .body(containsString("/whats-on/events/" + showcase.concert + "?lang=fr"))
                .body(containsString("/whats-on/programmes/" + showcase.programme));
        page("/favicon.ico").header("Content-Type", startsWith("image/"));
    }

    @Test
    @DisplayName("E50: an empty week is not indexed; the title names the week")
    void leadsNowhereFromAnEmptyWeek() {
        var centre = centre("Europe/Paris", 20);
        page("/whats-on?lang=en&centre=" + centre.id() + "&week=2093-W01")
                .body(containsString("<meta name=\"robots\" content=\"noindex, nofollow\">"))
                .body(not(containsString("rel=\"next\"")))
                .body(title("What’s on · [^<]*2093"));
    }

    @ParameterizedTest
    @CsvSource({"en,en_GB", "fr,fr_FR", "ru,ru_RU", "kk,kk_KZ", "zh-Hans,zh_CN", "ar,ar_AR"})
    @DisplayName("E50: og:locale has a territory")
    void namesATerritoryToPreviews(String language, String locale) {
        page("/whats-on?lang=" + language).body(containsString("property=\"og:locale\" content=\"" + locale + "\""));
    }

    @Test
    @DisplayName("E59: of 300 dates a page shows 200 and leads to the others")
    void leadsToTheOtherDates() throws SQLException {
        var centre = centre("Europe/Paris", 20);
        var event = event(centre, "Often");
        var first = session(centre, event, "2092-01-01T10:00", "2092-01-01T11:00");
        copies(first, 299);
        var path = "/whats-on/events/" + event + "?lang=en";
        assertEquals(200, dates(page(path)));
        page(path).body(containsString("1 to 200 of 300"), containsString("100 more"), containsString("page=2"));
        assertEquals(100, dates(page(path + "&page=2")));
        page(path + "&page=2").body(containsString("201 to 300 of 300"), containsString("Back to the first"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "99999999999", "3"})
    @DisplayName("E59: a part that does not exist is the first")
    void showsTheFirstPartInsteadOfNone(String part) {
        var showcase = Showcase.open();
        page("/whats-on/events/" + showcase.concert + "?page=" + part).body(containsString(showcase.concertTomorrow));
    }

    @Test
    @DisplayName("E68: the widget is light, says what and where it is, and shows what the page around chooses")
    void letsThePageAroundChoose() {
        var showcase = Showcase.open();
        var widget = "/whats-on/widget?centre=showcase&lang=en";
        page(widget)
                .body(containsString("data-theme=\"light\""))
                .body(title("What’s on · Kazakh Cultural Centre in Paris"))
                .body(containsString("<h2><a"), not(containsString("<h3>"))); // E73
        page(widget + "&theme=system").body(containsString("data-theme=\"system\""));
        page(widget + "&kind=lecture")
                .body(containsString(showcase.onlyEnglish), not(containsString(showcase.concert)));
        page(widget + "&programme=" + showcase.programme)
                .body(containsString(showcase.concert), not(containsString(showcase.onlyEnglish)));
        page(widget + "&entries=1&kind=nonsense&programme=nonsense")
                .body(matchesPattern(Pattern.compile(
                        "(?:(?!<li class=\"row).)*<li class=\"row(?:(?!<li class=\"row).)*", Pattern.DOTALL)));
    }

    private static long dates(TestResponse page) {
        return Pattern.compile("<li id=\"").matcher(page.asString()).results().count();
    }

    /** The same session a day later, two days later and so on. */
    private static void copies(String session, int many) throws SQLException {
        try (var connection = TestPostgres.connect();
                var insert = connection.createStatement()) {
            insert.execute("""
                    create temp table one as select * from session where id = '%s';
                    create temp table copy as select (jsonb_populate_record(null::session, to_jsonb(one) || jsonb_build_object(
                        'id', gen_random_uuid(), 'starts_at', one.starts_at + n * interval '1 day',
                        'ends_at', one.ends_at + n * interval '1 day'))).* from one, generate_series(1, %d) n;
                    do $$ declare columns text := (select string_agg(column_name, ', ') from information_schema.columns
                        where table_name = 'session' and table_schema = current_schema and is_generated = 'NEVER');
                    begin execute format('insert into session (%%1$s) select %%1$s from copy', columns); end $$;
                    insert into places select (jsonb_populate_record(null::places, to_jsonb(p)
                        || jsonb_build_object('opportunity_id', s.id))).* from places p, one, session s
                        where p.opportunity_id = one.id and s.event_id = one.event_id and s.id <> one.id
                        and not exists (select from places q where q.opportunity_id = s.id);
                    drop table one, copy""".formatted(session, many));
        }
    }

    private static Matcher<String> webcal(String path) {
        return matchesPattern(Pattern.compile(".*\"webcal://[^\"/]+" + Pattern.quote(path) + "\".*", Pattern.DOTALL));
    }

    private static Matcher<String> title(String pattern) {
        return matchesPattern(Pattern.compile(".*<title>" + pattern + "[^<]*</title>.*", Pattern.DOTALL));
    }

    private static TestResponse page(String path) {
        return given().get(upToDate(path)).statusCode(200);
    }

    private static String event(TestCentre centre, String title) {
        return created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"lecture","audience":"everyone","title":{"en":"%s"}}""".formatted(centre.id(), title)));
    }

    private static String session(TestCentre centre, String event, String from, String to) {
        return created(post(centre.staff(), "/v1/sessions", """
                {"eventId":"%s","startsAt":"%s","endsAt":"%s","capacity":10,
                 "venue":{"name":{"en":"Hall"},"city":{"en":"Paris"},"country":"FR","zone":"Europe/Paris"}}""".formatted(event, from, to)));
    }
}
