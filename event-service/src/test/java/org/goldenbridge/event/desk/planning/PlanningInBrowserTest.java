package org.goldenbridge.event.desk.planning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.goldenbridge.event.Network.day;
import static org.goldenbridge.event.Network.draft;
import static org.goldenbridge.event.Network.event;
import static org.goldenbridge.event.Network.post;
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
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.Network;
import org.goldenbridge.event.Network.TestCentre;
import org.goldenbridge.event.access.StaffBrowser;
import org.goldenbridge.platform.testing.Sight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planning as staff do it. What a page complains of in the console fails its test. */
@EventServiceTest
class PlanningInBrowserTest {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String PUBLIC = "http://localhost:8080";

    private static @Nullable Sight sight;

    @TestHTTPResource("")
    String address;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> desks = new ArrayList<>();
    private TestCentre centre;

    @BeforeEach
    void open() {
        if (sight == null) {
            sight = Sight.ofThePublicAddress(URI.create(address).getPort());
        }
        centre = Network.beijing(20);
    }

    @AfterEach
    void leave() {
        desks.forEach(BrowserContext::close);
        assertEquals(List.of(), complaints);
    }

    @AfterAll
    static void close() {
        if (sight != null) {
            sight.close();
        }
    }

    private Page desk(Browser.NewContextOptions options) {
        var desk = Objects.requireNonNull(sight)
                .browser()
                .newContext(options.setLocale("en").setReducedMotion(ReducedMotion.REDUCE));
        desks.add(desk);
        var signedIn = new StaffBrowser();
        signedIn.signIn("/desk/me", centre.id() + "-manager", "/" + centre.id() + "/manager");
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

    private Page desk() {
        return desk(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    private static String url(String path) {
        return PUBLIC + path;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(82)
                .setCaret(ScreenshotCaret.INITIAL) // hiding it leaves styles in the page, which its policy complains of
                .setFullPage(true));
    }

    private void taken(String from, String to) {
        post(centre.manager(), "/v1/sessions", draft(event(centre), centre.space(), from, to))
                .statusCode(201);
    }

    /** A series that meets once what is there already; the page of its form, with what would come of it. */
    private Page meeting(String event) {
        var page = desk();
        taken(day(14) + "T18:30", day(14) + "T20:00");
        page.navigate(url("/desk/events/" + event + "/series/new"));
        page.locator("input[name=startsOn]").fill(day(0).toString());
        page.locator("input[name=weekday]:checked").uncheck();
        page.locator("input[name=times]").fill("5");
        assertThat(page.locator("#coming li")).hasCount(5);
        return page;
    }

    @Test
    void plansFromTheFirstWordToTheLastDate() {
        var page = desk();
        page.navigate(url("/desk/events"));
        page.keyboard().press("n");
        assertThat(page.locator("h1")).hasText("New event");
        page.locator("[name='title.en']").fill("Felt for two");
        assertThat(page.locator(".tongue:has([name='title.en']) .missing")).isHidden();
        assertThat(page.locator(".missing:visible")).hasCount(2);
        page.locator("[name='title.kk']").fill("Екеуге киіз");
        page.locator("[name='title.en']").press("Enter");
        assertThat(page.locator(".said")).containsText("It is saved as a draft.");
        assertThat(page.locator("h1 .badge")).hasText("Draft");
        picture(page, "desk-event");
        page.locator(".bar button").click();
        assertThat(page.locator(".said")).hasText("It is announced.");
        page.locator("a:has-text('Plan a course')").click();
        page.locator("input[name=capacity]").fill("10");
        page.locator("button:has-text('Plan')").click();
        assertThat(page.locator(".lead")).hasText("0 of 10 enrolled · 0 lessons");
        page.locator("a:has-text('Plan lessons by a series')").click();
        assertThat(page.locator("#coming li")).hasCount(10);
        page.locator(".deeds .strong").click();
        assertThat(page.locator(".said")).hasText("It is planned.");
        page.locator(".up a").nth(1).click();
        assertThat(page.locator(".lead")).hasText("0 of 10 enrolled · 10 lessons");
        picture(page, "desk-course");
    }

    @Test
    void showsAClashAndLeavesItOutByKeyboard() {
        var page = meeting(event(centre));
        var clash = page.locator("#coming li.no");
        assertThat(clash).hasCount(1);
        assertThat(clash).containsText("Dombra workshop");
        picture(page, "desk-series");
        clash.locator("button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#coming li.no")).hasCount(0);
        assertThat(page.locator("#coming li.out")).hasCount(1);
        assertThat(page.locator("#coming li.out button")).isFocused();
        assertThat(page.locator("#exceptions")).hasValue(day(14).toString());
        page.keyboard().press("Enter");
        assertThat(page.locator("#coming li.no button")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#coming li.out")).hasCount(1);
        page.locator(".deeds .strong").click();
        assertThat(page.locator(".said")).hasText("It is planned.");
        assertThat(page.locator(".lines li")).hasCount(4);
        picture(page, "desk-series-planned");
    }

    @Test
    void plansWithoutScriptsTheSame() {
        var event = event(centre);
        taken(day(14) + "T18:30", day(14) + "T20:00");
        var page = desk(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(url("/desk/events/" + event + "/series/new"));
        page.locator("input[name=startsOn]").fill(day(0).toString());
        page.locator("input[name=weekday]:checked").uncheck();
        page.locator("input[name=times]").fill("5");
        page.locator(".deeds button:has-text('Preview')").click();
        page.locator("#coming li.no button").click();
        assertThat(page.locator("#coming li.no")).hasCount(0);
        assertThat(page.locator("#exceptions")).hasValue(day(14).toString());
        page.locator(".deeds .strong").click();
        assertThat(page.locator(".said")).hasText("It is planned.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void canBeUsedByEverybody(String language) {
        var faults = new ArrayList<String>();
        var paths = everyPage();
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = desk(
                    new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(theme));
            for (var path : paths) {
                page.navigate(url(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
                new AxeBuilder(page)
                        .withTags(WCAG)
                        .analyze()
                        .getViolations()
                        .forEach(
                                fault -> faults.add(path + " " + theme + " " + fault.getId() + " " + fault.getNodes()));
            }
            page.navigate(url("/desk/events/new?lang=" + language));
            page.locator("[name=minimumAge]").fill("old");
            page.locator("[name=minimumAge]").press("Enter");
            assertThat(page.locator(".said.no")).isVisible();
            complaints.removeIf(complaint -> complaint.contains("400 (Bad Request)"));
            new AxeBuilder(page)
                    .withTags(WCAG)
                    .analyze()
                    .getViolations()
                    .forEach(fault -> faults.add("faulty " + theme + " " + fault.getId() + " " + fault.getNodes()));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void fitsANarrowScreen() {
        var page = desk(new Browser.NewContextOptions().setViewportSize(320, 700));
        for (var path : everyPage()) {
            page.navigate(url(path));
            assertEquals(320, page.evaluate("document.documentElement.scrollWidth"), path);
        }
        picture(page, "desk-planning-narrow");
    }

    @Test
    void isPictured() {
        var event = event(centre);
        taken(day(3) + "T10:00", day(3) + "T11:00");
        var page = desk();
        page.navigate(url("/desk/events"));
        picture(page, "desk-events");
        page.navigate(url("/desk/events/" + event + "?lang=ar"));
        picture(page, "desk-event-ar");
        page.navigate(url("/desk/events/" + event + "/cancellation?lang=fr"));
        picture(page, "desk-cancellation");
    }

    /** Each page of planning, with something on it. */
    private List<String> everyPage() {
        var event = event(centre);
        var page = meeting(event);
        page.locator("#coming li.no button").click();
        assertThat(page.locator("#coming li.no")).hasCount(0);
        page.locator(".deeds .strong").click();
        assertThat(page.locator(".said")).hasText("It is planned.");
        var series = path(page);
        page.navigate(url("/desk/events/" + event + "/courses/new"));
        page.locator("button:has-text('Plan')").click();
        assertThat(page.locator(".said")).hasText("It is planned.");
        var course = path(page);
        page.navigate(url("/desk/programmes/new"));
        page.locator("[name='title.en']").fill("Nauryz in the city");
        page.locator("[name=startsOn]").fill("2027-03-14");
        page.locator("[name=endsOn]").fill("2027-03-24");
        page.locator("[name=endsOn]").press("Enter");
        assertThat(page.locator(".said")).containsText("It is saved as a draft.");
        var programme = path(page);
        return List.of(
                "/desk/events",
                "/desk/events/new",
                "/desk/events/" + event,
                "/desk/events/" + event + "/cancellation",
                "/desk/events/" + event + "/series/new",
                series,
                "/desk/events/" + event + "/courses/new",
                course,
                "/desk/programmes",
                programme);
    }

    private static String path(Page page) {
        return URI.create(page.url()).getPath();
    }
}
