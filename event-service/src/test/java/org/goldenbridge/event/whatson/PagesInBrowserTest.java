package org.goldenbridge.event.whatson;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Accessibility;
import org.goldenbridge.testing.Chromium;
import org.goldenbridge.testing.Exhaustive;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as people see them. Nothing may go wrong unseen: what a page complains of in the console fails its test. */
@EventServiceTest
class PagesInBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final long BUDGET = 60_000;

    @TestHTTPResource("")
    String address;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext visit;
    private Showcase showcase;

    @BeforeEach
    void arrive() {
        showcase = Showcase.open();
        visit = visit(new Browser.NewContextOptions());
    }

    @AfterEach
    void leave() {
        visit.close();
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Genre, Concert, 'Dombra et alto, une soirée au salon', Puis-je réserver ?, ltr",
        "ar, النوع, حفل موسيقي, 'الدومبرا والفيولا، أمسية في الصالون', هل يمكنني الحجز؟, rtl"
    })
    void leadsFromWhatIsOnByAFilterToAnEvent(
            String language, String facet, String kind, String title, String question, String direction) {
        var page = visit.newPage();
        page.navigate(url(showcase.week(language)));
        assertThat(page.locator("html")).hasAttribute("dir", direction);
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(facet))
                .click();
        page.locator(".pick[open] a")
                .filter(new Locator.FilterOptions().setHasText(kind))
                .click();
        assertThat(page.locator(".row")).hasCount(2);
        page.locator(".row h3 a").first().click();
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator("dt").last()).hasText(question);
        assertThat(page.locator(".dates .places")).hasCount(2);
    }

    @Test
    void worksWithoutScripts() {
        visit.close();
        visit = visit(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        var page = visit.newPage();
        page.navigate(url(showcase.week("en")));
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("For whom"))
                .click();
        page.locator(".pick[open] a")
                .filter(new Locator.FilterOptions().setHasText("Children"))
                .click();
        assertThat(page.locator(".row")).hasCount(2);
        page.locator("#q").fill("nothing like that");
        page.locator("#q").press("Enter");
        assertThat(page.locator(".empty")).isVisible();
        page.locator(".chips .clear").click();
        assertThat(page.locator(".row").first()).isVisible();
        page.locator(".menu summary").click();
        page.locator(".menu a[hreflang=kk]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "kk");
    }

    /** The pages in one language, by day and by night. */
    @ParameterizedTest
    @MethodSource("org.goldenbridge.testing.Exhaustive$Matrix#languages")
    void canBeUsedByEverybody(String language) {
        var page = visit.newPage();
        page.setViewportSize(1280, 900);
        var violations = new ArrayList<String>();
        for (var path : everyPage(language)) {
            page.navigate(url(path));
            violations.addAll(Accessibility.violationsByDayAndNight(page, language, path));
        }
        assertEquals(List.of(), violations);
    }

    /** 1280 pixels at 200 %, and the narrowest of phones. */
    @ParameterizedTest
    @MethodSource("org.goldenbridge.testing.Exhaustive$Matrix#languages")
    void fitsNarrowScreens(String language) {
        var page = visit.newPage();
        var tooWide = new ArrayList<String>();
        for (var path : everyPage(language)) {
            page.navigate(url(path));
            for (var width : List.of(640, 320)) {
                page.setViewportSize(width, 700);
                page.evaluate("document.querySelectorAll('details').forEach((menu) => { menu.open = true; })");
                var over = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
                if (over > 0) {
                    tooWide.add(path + " is " + over + " pixels wider than " + width);
                }
            }
        }
        assertEquals(List.of(), tooWide);
    }

    private List<String> everyPage(String language) {
        return List.of(
                "/whats-on?centre=showcase&lang=" + language,
                showcase.week(language),
                showcase.week(language).replace("view=week", "view=day") + "&kind=tasting",
                showcase.eventPage(showcase.concert, language),
                showcase.eventPage(showcase.cancelled, language),
                "/whats-on/programmes/" + showcase.programme + "?lang=" + language,
                "/whats-on/widget?centre=showcase&lang=" + language,
                "/screens/showcase?langs=" + language);
    }

    @Test
    void findsWhatCannotBeUsed() {
        var page = visit.newPage();
        page.setContent(
                "<html lang=en><title>A control</title><main><h1>A</h1><img src='data:,'><p style='color:#aaa;background:#fff'>pale");
        assertEquals(2, Accessibility.violations(page, "").size());
        assertEquals(1, Accessibility.contrastViolations(page, "").size());
    }

    @Test
    void staysWithinTheBudgetAndMovesNothing() {
        var page = visit.newPage();
        var bytes = new AtomicLong();
        page.onRequestFinished(request -> {
            var sizes = request.sizes();
            bytes.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
        });
        page.navigate(url(showcase.week("kk")));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var shift = ((Number) page.evaluate("""
                () => new Promise((tell) => {
                  let sum = 0;
                  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }))
                      .observe({ type: "layout-shift", buffered: true });
                  requestAnimationFrame(() => requestAnimationFrame(() => tell(sum)));
                })""")).doubleValue();
        System.out.println("First view of what is on: " + bytes.get() + " bytes, layout shift " + shift);
        assertTrue(bytes.get() > 5_000 && bytes.get() < BUDGET, bytes + " bytes");
        assertEquals(0, shift, 0.001);
    }

    @Test
    void tellsTheTimeOfAVisitorElsewhere() {
        visit.close();
        visit = visit(new Browser.NewContextOptions().setTimezoneId("Asia/Almaty"));
        var page = visit.newPage();
        page.navigate(url(showcase.eventPage(showcase.concert, "en")));
        assertThat(page.locator("[data-here]")).hasText("19:00");
        assertThat(page.locator("[data-yours]")).containsText("your time");
        visit.close();
        visit = visit(new Browser.NewContextOptions().setTimezoneId("Europe/Paris"));
        var here = visit.newPage();
        here.navigate(url(showcase.eventPage(showcase.concert, "en")));
        assertThat(here.locator("[data-yours]")).isHidden();
    }

    @Test
    void showsTheWidgetInAPageOfSomebodyElse() throws IOException {
        var html = """
                <!doctype html><html lang="fr"><title>Un partenaire</title><h1>Un partenaire</h1>
                <script src="%s" data-centre="showcase" data-lang="fr" async></script>""".formatted(url("/whats-on/widget.js"));
        var partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/", exchange -> {
            var isPage = exchange.getRequestURI().getPath().equals("/"); // and not the icon that browsers ask for
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(isPage ? 200 : 204, isPage ? 0 : -1);
            if (isPage) {
                exchange.getResponseBody().write(html.getBytes(StandardCharsets.UTF_8));
            }
            exchange.close();
        });
        partner.start();
        try {
            var page = visit.newPage();
            page.navigate("http://127.0.0.1:" + partner.getAddress().getPort() + "/");
            var frame = page.frameLocator("iframe");
            assertThat(frame.locator("h1")).containsText("Au programme");
            assertThat(frame.locator(".row").first()).isVisible();
            page.waitForFunction(
                    "() => document.querySelector('iframe').style.blockSize.endsWith('px')"); // it has told its height
            assertThat(page.locator("iframe")).hasAttribute("title", Pattern.compile("Au programme · .+")); // E68
            assertEquals(List.of(), visit.cookies());
        } finally {
            partner.stop(0);
        }
    }

    @Test
    void goesOnOnTheWallWhileTheNetworkIsAway() {
        var page = visit.newPage();
        page.clock().install();
        page.navigate(url("/screens/showcase?langs=en,fr"));
        assertThat(page.locator(".beside h3").first()).hasText("Ornaments of felt");
        assertThat(page.locator("#old")).isHidden();
        assertThat(page.locator("#clock")).hasText(Pattern.compile("\\d\\d:\\d\\d"));
        page.waitForFunction("async () => navigator.serviceWorker.controller"
                + " && (await (await caches.open('goldenbridge-screens')).keys()).length > 4");

        visit.setOffline(true);
        page.clock().fastForward(120_000);
        assertThat(page.locator("#old")).isVisible();
        page.reload();
        assertThat(page.locator(".beside h3").first())
                .hasText(Pattern.compile("Ornaments of felt|Des ornements en feutre"));
        var other = visit.newPage();
        assertThrows(PlaywrightException.class, () -> other.navigate(url("/whats-on"))); // the cut is a cut

        var surprise =
                showcase.event("concert", "everyone", "\"fr\"", "{\"en\":\"A surprise at breakfast\"}", null, "");
        showcase.session(surprise, 1, "08:00", "09:00", 20);
        visit.setOffline(false);
        page.clock().fastForward(31_000);
        assertThat(page.locator(".beside h3").first()).hasText("A surprise at breakfast");
        assertThat(page.locator("#old")).isHidden();
        complaints.removeIf(complaint -> complaint.matches(".*net::ERR_(FAILED|INTERNET_DISCONNECTED)")); // of the cut
    }

    @Test
    @DisplayName("E20: all that is on now comes first, in pages of at most five, each with its room")
    void turnsThePagesOfWhatIsOnNow() {
        var busy = busyNow(9);
        var page = visit.newPage();
        page.clock().install();
        page.setViewportSize(1280, 720);
        page.navigate(url("/screens/" + busy + "?langs=fr"));
        var seen = new TreeSet<String>();
        for (var nth = 0; nth < 3; nth++) {
            assertThat(page.locator(".next")).hasCount(0);
            assertThat(page.locator("#pages")).isVisible();
            var titles = page.locator("article h3").allTextContents();
            assertTrue(!titles.isEmpty() && titles.size() <= 5, titles::toString);
            assertEquals(
                    titles.size(), page.locator("article .place bdi:visible").count());
            seen.addAll(titles);
            page.clock().fastForward(10_000);
        }
        assertEquals(9, seen.size(), seen::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ru", "kk", "zh-Hans", "ar"})
    @DisplayName("E48: on a phone the first entry is within the first screen")
    void beginsWithAnEntryOnAPhone(String language) {
        var page = visit.newPage();
        page.setViewportSize(360, 780);
        page.navigate(url("/whats-on?centre=showcase&lang=" + language));
        var first = page.locator("article, .row").first().boundingBox();
        assertTrue(first.y + 100 < 780, () -> "begins at " + first.y);
    }

    @Test
    @DisplayName("E54: the wall says of what day it is, and when it knows nothing")
    void saysThatItKnowsNothingAfterSomeDays() {
        var page = visit.newPage();
        page.clock().install();
        page.navigate(url("/screens/" + busyNow(1) + "?langs=fr"));
        assertThat(page.locator("#clock")).hasText(Pattern.compile("[^ \\d]+ \\d+(er)? [^ \\d]+ *\\d\\d:\\d\\d"));
        assertThat(page.locator("h3")).hasCount(1);
        visit.setOffline(true);
        page.clock().fastForward(16L * 86_400_000);
        assertThat(page.locator("h2")).hasText("Le programme n’est pas connu pour le moment");
        assertThat(page.locator("#old")).hasText(Pattern.compile("État de \\d+(er)? [^ \\d]+ \\d\\d:\\d\\d"));
        complaints.removeIf(complaint -> complaint.matches(".*net::ERR_(FAILED|INTERNET_DISCONNECTED)"));
    }

    @Test
    @DisplayName("E54: no letter of a title is cut off below")
    void showsWholeLetters() {
        var page = visit.newPage();
        page.setViewportSize(1280, 720);
        page.navigate(url("/screens/" + busyNow(3) + "?langs=fr"));
        var cut = page.evaluate("""
                () => [...document.querySelectorAll("h3")].filter((title) => {
                  const range = document.createRange();
                  range.selectNodeContents(title);
                  const style = getComputedStyle(title);
                  const line = parseFloat(style.lineHeight), size = parseFloat(style.fontSize);
                  return (line - size) / 2 + parseFloat(style.paddingBlockEnd) < 0.18 * size;
                }).length""");
        assertEquals(0, cut);
    }

    /** A centre where so many sessions have begun a while ago. */
    private static String busyNow(int sessions) {
        var busy = EventFixtures.centre("Europe/Paris", 20);
        for (var nth = 1; nth <= sessions; nth++) {
            var event = RestApi.created(RestApi.post(busy.staff(), "/v1/events", """
                    {"centreId":"%s","kind":"workshop","audience":"everyone","title":{"en":"Yurts of Gyağ, part %d"}}""".formatted(busy.id(), nth)));
            var start =
                    LocalDateTime.now(ZoneId.of("Europe/Paris")).plusMinutes(1).truncatedTo(ChronoUnit.SECONDS);
            var id = RestApi.created(
                    RestApi.post(busy.staff(), "/v1/sessions", """
                    {"eventId":"%s","startsAt":"%s","endsAt":"%s","capacity":10,
                     "venue":{"name":{"en":"Hall %d"},"city":{"en":"Paris"},"country":"FR","zone":"Europe/Paris"}}""".formatted(event, start, start.plusHours(2), nth)));
            begun(id);
        }
        return busy.id();
    }

    private static void begun(String session) {
        try (var connection = TestPostgres.connect();
                var update = connection.createStatement()) {
            update.execute("update session set starts_at = starts_at - interval '1 hour' where id = '" + session + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void takesTurnsInTwoLanguages() {
        var page = visit.newPage();
        page.clock().install();
        page.navigate(url("/screens/showcase/salon?langs=fr,kk"));
        assertThat(page.locator("#where")).hasText("Salon de musique");
        page.clock().fastForward(12_000);
        assertThat(page.locator("#where")).hasText("Музыка салоны");
        assertThat(page.locator("html")).hasAttribute("lang", "kk");
        assertTrue(page.locator("article").count() <= 5);
    }

    @Test
    @Exhaustive
    void isPictured() {
        picture("whats-on-fr", "/whats-on?centre=showcase&lang=fr", 1280, 900, ColorScheme.LIGHT);
        picture("whats-on-phone-ar", "/whats-on?centre=showcase&lang=ar", 390, 844, ColorScheme.DARK);
        picture("whats-on-phone-zh", "/whats-on?centre=showcase&lang=zh-Hans", 390, 844, ColorScheme.LIGHT);
        picture("event-en", showcase.eventPage(showcase.concert, "en"), 1280, 1000, ColorScheme.LIGHT);
        picture("event-phone-kk", showcase.eventPage(showcase.workshop, "kk"), 390, 844, ColorScheme.DARK);
        picture("whats-on-small-phone-kk", "/whats-on?centre=showcase&lang=kk", 360, 780, ColorScheme.LIGHT);
        picture("screen-busy", "/screens/" + busyNow(9) + "?langs=en", 1280, 720, ColorScheme.DARK);
        picture("screen-fr", "/screens/showcase?langs=fr,kk", 1280, 720, ColorScheme.DARK);
        assertFalse(SCREENSHOTS.toFile().list().length < 6);
    }

    private void picture(String name, String path, int width, int height, ColorScheme scheme) {
        var page = visit.newPage();
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.navigate(url(path));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(85));
        page.close();
    }

    private BrowserContext visit(Browser.NewContextOptions options) {
        var context = Chromium.browserOfPublicAddress(URI.create(address).getPort())
                .newContext(options.setReducedMotion(ReducedMotion.REDUCE)); // colours that pass by are none
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    private String url(String path) {
        return address.replaceFirst("/$", "") + path;
    }
}
