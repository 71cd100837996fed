package org.goldenbridge.event.desk;

import static org.goldenbridge.testing.RestApi.created;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ScreenshotType;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.access.StaffBrowser;
import org.goldenbridge.testing.Accessibility;
import org.goldenbridge.testing.Chromium;
import org.goldenbridge.testing.Exhaustive;
import org.goldenbridge.testing.RestApi;
import org.junit.jupiter.api.AfterEach;

/** Somebody at the desk in a browser. What a page complains of in the console fails its test. */
public abstract class DeskInBrowser {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String PUBLIC = "http://localhost:8080";

    @TestHTTPResource("")
    String address;

    protected final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> desks = new ArrayList<>();
    protected TestCentre centre;

    @AfterEach
    void leave() {
        desks.forEach(BrowserContext::close);
        assertEquals(List.of(), complaints);
    }

    String session(String kind, String title, UUID space, String from, String to) {
        return created(RestApi.post(
                centre.staff(),
                "/v1/sessions",
                EventFixtures.draft(
                        event(kind, title),
                        space,
                        EventFixtures.day(2) + "T" + from,
                        EventFixtures.day(2) + "T" + to)));
    }

    String event(String kind, String title) {
        return created(RestApi.post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"%s","title":{"en":"%s"},"audience":"adults","languages":["kk"]}""".formatted(centre.id(), kind, title)));
    }

    /** Staff of the test's centre. */
    protected Page desk(Browser.NewContextOptions options) {
        return desk(centre, "staff", options);
    }

    /** Somebody who has signed in with a role at a centre. */
    protected Page desk(TestCentre at, String role, Browser.NewContextOptions options) {
        var desk = Chromium.browserOfPublicAddress(URI.create(address).getPort())
                .newContext(options.setLocale("en").setReducedMotion(ReducedMotion.REDUCE));
        desks.add(desk);
        var signedIn = new StaffBrowser();
        signedIn.signIn("/desk/me", at.id() + "-" + role, "/" + at.id() + "/" + role);
        signedIn.cookies()
                .forEach((name, value) -> desk.addCookies(
                        List.of(new Cookie(name, value).setDomain("localhost").setPath("/desk"))));
        var page = desk.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !Chromium.ABORTED.contains(message.text())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    protected Page desk() {
        return desk(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    protected static String url(String path) {
        return PUBLIC + path;
    }

    /** What axe-core finds on the pages in a language at the levels A and AA, by day and by night. */
    protected List<String> violations(String language, List<String> paths) {
        var page = desk();
        var violations = new ArrayList<String>();
        for (var path : paths) {
            page.navigate(url(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
            violations.addAll(Accessibility.violationsByDayAndNight(page, language, path));
        }
        return violations;
    }

    /** What the screen shows, for the documents; drawn in the profile {@code exhaustive}. */
    protected static void picture(Page page, String name) {
        screenshot(page, picture(name));
    }

    /** The same from the top of the page to its bottom. */
    protected static void wholePicture(Page page, String name) {
        screenshot(
                page,
                picture(name)
                        .setCaret(
                                ScreenshotCaret
                                        .INITIAL) // hiding it leaves styles in the page, which its policy complains of
                        .setFullPage(true));
    }

    private static void screenshot(Page page, Page.ScreenshotOptions options) {
        if (Exhaustive.Matrix.isWhole()) {
            page.screenshot(options);
        }
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(82);
    }
}
