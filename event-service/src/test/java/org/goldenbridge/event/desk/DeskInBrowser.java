package org.goldenbridge.event.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ScreenshotType;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.Network;
import org.goldenbridge.event.Network.TestCentre;
import org.goldenbridge.event.access.StaffBrowser;
import org.goldenbridge.platform.testing.Sight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/** Somebody at the desk in a browser. What a page complains of in the console fails its test. */
public abstract class DeskInBrowser {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String PUBLIC = "http://localhost:8080";

    private static @Nullable Sight sight;

    @TestHTTPResource("")
    String address;

    protected final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> desks = new ArrayList<>();
    protected TestCentre centre;

    @AfterAll
    static void close() {
        if (sight != null) {
            sight.close();
            sight = null;
        }
    }

    @AfterEach
    void leave() {
        desks.forEach(BrowserContext::close);
        assertEquals(List.of(), complaints);
    }

    String session(String kind, String title, UUID space, String from, String to) {
        return Network.post(
                        centre.staff(),
                        "/v1/sessions",
                        Network.draft(
                                event(kind, title), space, Network.day(2) + "T" + from, Network.day(2) + "T" + to))
                .statusCode(201)
                .extract()
                .path("id");
    }

    String event(String kind, String title) {
        return Network.post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"%s","title":{"en":"%s"},"audience":"adults","languages":["kk"]}""".formatted(centre.id(), kind, title))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Staff of the test's centre. */
    protected Page desk(Browser.NewContextOptions options) {
        return desk(centre, "staff", options);
    }

    /** Somebody who has signed in with a role at a centre. */
    protected Page desk(TestCentre at, String role, Browser.NewContextOptions options) {
        if (sight == null) {
            sight = Sight.ofThePublicAddress(URI.create(address).getPort());
        }
        var desk = Objects.requireNonNull(sight)
                .browser()
                .newContext(options.setLocale("en").setReducedMotion(ReducedMotion.REDUCE));
        desks.add(desk);
        var signedIn = new StaffBrowser();
        signedIn.signIn("/desk/me", at.id() + "-" + role, "/" + at.id() + "/" + role);
        signedIn.cookies()
                .forEach((name, value) -> desk.addCookies(
                        List.of(new Cookie(name, value).setDomain("localhost").setPath("/desk"))));
        var page = desk.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
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

    /** What axe-core finds on the pages at the levels A and AA, by day and by night. */
    protected List<String> faults(String language, List<String> paths) {
        var faults = new ArrayList<String>();
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = desk(
                    new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(theme));
            for (var path : paths) {
                page.navigate(url(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
                faults.addAll(faults(page, path + " " + theme));
            }
        }
        return faults;
    }

    protected static List<String> faults(Page page, String where) {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(fault -> where + " " + fault.getId() + " " + fault.getNodes())
                        .toList();
    }

    /** What the screen shows, for the documents. */
    protected static void picture(Page page, String name) {
        page.screenshot(picture(name));
    }

    /** The page from its top to its bottom. */
    protected static void wholePicture(Page page, String name) {
        page.screenshot(picture(name)
                .setCaret(ScreenshotCaret.INITIAL) // hiding it leaves styles in the page, which its policy complains of
                .setFullPage(true));
    }

    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(82);
    }
}
