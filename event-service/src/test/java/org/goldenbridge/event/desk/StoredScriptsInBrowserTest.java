package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.access.StaffBrowser;
import org.goldenbridge.testing.Chromium;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/**
 * Scripts in every text that the desk shows, with the Content-Security-Policy off: what keeps them from being run is that
 * each text is written as text, and not the policy.
 */
@EventServiceTest
class StoredScriptsInBrowserTest {
    private static final String PUBLIC = "http://localhost:8080";

    /** Out of an element's text, out of an attribute in either quotes, out of a script and a style, and turned round. */
    private static final String EVIL =
            "\u202E</title></style></script></textarea>\"'><script>ran1=1</script><img src=x onerror=ran2=1>"
                    + "<svg onload=ran3=1>{7*7}\u2066";

    @TestHTTPResource("")
    String address;

    private TestCentre centre;
    private UUID space;
    private UUID dombras;
    private String session;
    private String event;
    private String programme;
    private String course;
    private String series;

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** A centre of which every text is a script. */
    private void write() {
        centre = new TestCentre("evil-" + UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID());
        space = centre.space();
        dombras = UUID.randomUUID();
        EventFixtures.applyCentre(
                centre.id(),
                "Asia/Shanghai",
                1,
                """
                [{"id":"%s","spaceId":null,"startsAt":"%sT00:00:00Z","endsAt":"%sT00:00:00Z","reason":{"en":"%s"}}]""".formatted(UUID.randomUUID(), day(300), day(301), json(EVIL)),
                json(EVIL));
        EventFixtures.applySpace(space, centre.id(), 1, json(EVIL), 3, space);
        EventFixtures.apply(
                "centre.equipment", "org.goldenbridge.equipment.changed.v1", dombras.toString(), """
                {"id":"%s","centreId":"%s","version":1,"withdrawn":false,"code":"dombra-%s","name":{"en":"%s"},"quantity":4}""".formatted(
                                dombras, centre.id(), dombras.toString().substring(0, 8), json(EVIL)));
        var teacher = EventFixtures.teacher(centre, json(EVIL));
        event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","title":{"en":"%s"},"description":{"en":"%s"},"audience":"adults","languages":["kk"]}""".formatted(centre.id(), json(EVIL), json(EVIL))));
        programme = created(
                post(centre.manager(), "/v1/programmes", """
                {"centreId":"%s","kind":"season","title":{"en":"%s"},"startsOn":"%s","endsOn":"%s"}""".formatted(centre.id(), json(EVIL), day(0), day(9))));
        session = created(post(centre.manager(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%sT22:30","endsAt":"%sT23:30","hoursOverride":"%s",
                 "teacherIds":["%s"],"equipment":[{"equipmentId":"%s","quantity":2}]}""".formatted(
                        event, space, day(1), day(1), json(EVIL), teacher, dombras)));
        course = created(post(centre.staff(), "/v1/courses", "{\"eventId\":\"%s\",\"capacity\":2}".formatted(event)));
        series = created(post(centre.staff(), "/v1/series", """
                {"eventId":"%s","venue":{"name":{"en":"%s"},"city":{"en":"%s"},"country":"KZ","zone":"Asia/Almaty"},
                 "startsOn":"%sT18:00","duration":"PT2H","rule":"FREQ=DAILY;COUNT=2","capacity":30}""".formatted(event, json(EVIL), json(EVIL), day(1))));
        post(centre.staff(), "/v1/blocks", """
                {"spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT12:00","reason":"%s"}""".formatted(space, day(1), day(1), json(EVIL)))
                .statusCode(201);
        EventFixtures.book(centre.staff(), session, "evil", """
                {"visitor":{"name":"%s","contact":"evil@example.org","language":"en"},"places":1}""".formatted(json(EVIL)))
                .statusCode(201);
        EventFixtures.book(centre.staff(), session, "worse", """
                {"visitor":{"name":"worse","contact":"worse@example.org","language":"en"},"places":1}""").statusCode(201);
        storeContact("<img/src=x/onerror=ran4=1>@x.y");
        var atDesk = new SessionAtDesk(centre, session);
        atDesk.send(
                        "/kept/allocations",
                        Map.of("partner", EVIL, "places", "1", "until", day(0) + "T12:00", "key", "evil"))
                .statusCode(200);
        atDesk.book(EVIL.replaceAll("[\u202E\u2066]", "") + " waits@example.org", 1, Map.of("wait", "true"))
                .statusCode(200);
    }

    /** As it was stored before such a contact was refused. */
    private void storeContact(String contact) {
        try (var connection = TestPostgres.connect();
                var update = connection.prepareStatement(
                        "update visitor set contact = ? where name = 'worse' and centre_id = ?")) {
            update.setString(1, contact);
            update.setString(2, centre.id());
            assertEquals(1, update.executeUpdate());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void areShownAndNeverRun() {
        write();
        try (var desk = Chromium.browserOfPublicAddress(URI.create(address).getPort())
                .newContext(new Browser.NewContextOptions().setLocale("en").setBypassCSP(true))) {
            var signedIn = new StaffBrowser();
            signedIn.signIn("/desk/me", centre.id() + "-<script>ran4=1</script>", "/" + centre.id() + "/manager");
            signedIn.cookies()
                    .forEach((name, value) -> desk.addCookies(List.of(
                            new Cookie(name, value).setDomain("localhost").setPath("/desk"))));
            var page = desk.newPage();
            var talk = new ArrayList<String>();
            page.onDialog(dialog -> {
                talk.add(dialog.message());
                dialog.dismiss();
            });
            var shown = 0;
            for (var path : List.of(
                    "/desk",
                    "/desk/day?day=" + day(1),
                    "/desk/week?day=" + day(1),
                    "/desk/sessions/" + session,
                    "/desk/sessions/" + session + "?lang=ar",
                    "/desk/sessions/" + session + "/history",
                    "/desk/sessions/" + session + "/move",
                    "/desk/sessions/" + session + "/cancellation",
                    "/desk/planning?event=" + event + "&day=" + day(1),
                    "/desk/planning?space=" + space + "&start=" + day(1) + "T10:30", // says what is in the way
                    "/desk/day?done=blocked&of=" + UUID.randomUUID(),
                    "/desk/day?day=" + day(1) + "&done=moved&of=" + session + "&wasIn=" + space + "&was=" + day(1)
                            + "T20:00/" + day(1) + "T21:00",
                    "/desk/blocks?day=" + day(1),
                    "/desk/help",
                    "/desk/events/new",
                    "/desk/courses/" + course,
                    "/desk/courses/" + course + "/cancellation",
                    "/desk/series/" + series,
                    "/desk/programmes/new",
                    "/desk/programmes/" + programme + "/cancellation",
                    "/desk/events",
                    "/desk/events/" + event,
                    "/desk/events/" + event + "/cancellation",
                    "/desk/events/" + event + "/courses/new",
                    "/desk/events/" + event + "/series/new",
                    "/desk/programmes",
                    "/desk/programmes/" + programme)) {
                var answer = page.navigate(PUBLIC + path);
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
                page.locator("summary").all().forEach(summary -> summary.dispatchEvent("click"));
                settle(page);
                assertEquals(0, ran(page), path);
                assertEquals(200, answer.status(), path);
                assertTrue(page.content().contains("{7*7}"), path); // no text is a template
                assertEquals(
                        0,
                        page.locator("main img[onerror], main svg[onload], main script")
                                .count(),
                        path);
                shown += page.getByText("onerror").count();
            }
            assertTrue(shown > 10, shown + " texts were seen: the pages did not show what was to be tried");
            assertEquals(List.of(), talk);
            control(page);
        }
    }

    /** What the same browser makes of the same text where nobody wrote it as text: if it ran nothing there, nothing is proved. */
    private static void control(Page page) {
        page.route(
                "**/desk/control",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html;charset=UTF-8")
                        .setHeaders(Map.of("Content-Security-Policy", "default-src 'none'"))
                        .setBody("<!doctype html><title>" + EVIL)));
        page.navigate(PUBLIC + "/desk/control");
        settle(page);
        assertEquals(3, ran(page), "of three ways into a page that nobody closed");
    }

    /** Waits until nothing of the page is on its way: the fragments that htmx asks for, and every image, broken ones too. */
    private static void settle(Page page) {
        page.waitForFunction("() => !document.querySelector('.htmx-request')"
                + " && [...document.images].every((image) => image.complete)");
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private static int ran(Page page) {
        return ((Number) page.evaluate("[1, 2, 3, 4].filter((nth) => window['ran' + nth]).length")).intValue();
    }
}
