package org.goldenbridge.event.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.goldenbridge.event.EventFixtures.beijing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Accessibility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a session as staff use it, beyond booking in. What a page complains of in the console fails its test. */
@EventServiceTest
class SessionInBrowserTest extends DeskInBrowser {
    private Page desk(SessionAtDesk session, String role, Browser.NewContextOptions options) {
        return desk(session.centre(), role, options);
    }

    private Page desk(SessionAtDesk session) {
        var page = desk(session, "manager", new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.navigate(url(session, ""));
        return page;
    }

    private static String url(SessionAtDesk session, String path) {
        return url("/desk/sessions/" + session.id() + path);
    }

    private static void unfold(Page page, String heading) {
        page.locator("summary", new Page.LocatorOptions().setHasText(heading)).click();
    }

    @Test
    void holdsPlacesAndBooksOutOfThemWithoutLeavingThePage() {
        var session = SessionAtDesk.of(beijing(9), 9);
        var page = desk(session);
        page.locator("input[name=line]").fill("Li Ming li@example.org");
        unfold(page, "Held places and partners");
        page.locator("#hold-places").fill("4");
        page.locator("#hold-places").press("Enter");
        assertThat(page.locator("#keep-hold .told")).hasText("The places are kept.");
        assertThat(page.locator(".figure b")).hasText("4/9");
        assertThat(page.locator("#kept li")).containsText("Held");
        page.locator("#kept a").click();
        assertThat(page.locator("#source")).containsText("Booking out of held places: 4");
        assertThat(page.locator("input[name=line]")).isFocused();
        assertThat(page.locator("input[name=line]")).hasValue("Li Ming li@example.org");
        assertThat(page.locator("#places")).hasValue("4");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).hasText("Li Ming is booked in, places: 4.");
        assertThat(page.locator("#kept")).containsText("No places are held");
        assertThat(page.locator("#source")).isEmpty();
    }

    @Test
    void saysNoWhereTheFormIsAndKeepsWhatWasTyped() {
        var session = SessionAtDesk.of(beijing(9), 9);
        var page = desk(session);
        page.locator("input[name=line]").fill("half a na");
        unfold(page, "Held places and partners");
        page.locator("#allocation-partner").fill("语言文化大学");
        page.locator("#allocation-places").fill("10");
        page.locator("#allocation-submit").click();
        assertThat(page.locator("#keep-allocation .told")).hasText("There are not enough places left.");
        assertThat(page.locator("#allocation-partner")).hasValue("语言文化大学");
        assertThat(page.locator("#allocation-places")).hasValue("10");
        assertThat(page.locator("#allocation-submit")).isFocused();
        assertThat(page.locator("input[name=line]")).hasValue("half a na");
        complaints.removeIf(complaint -> complaint.contains("409")); // the refusal itself
    }

    @Test
    void leavesOpenWhatIsOpenAndTypedWhatIsTypedWhenAnotherDeskBooks() {
        var session = SessionAtDesk.ofToday(9);
        session.book("Large Group large@example.org", 4).statusCode(200);
        var page = desk(session);
        unfold(page, "Held places and partners");
        page.locator("#allocation-partner").fill("Univer");
        var some = page.locator(".some input");
        some.fill("3");
        session.book("Ann Li ann@example.org", 1).statusCode(200);
        session.send(
                        "/kept/holds",
                        Map.of(
                                "places",
                                "2",
                                "minutes",
                                "15",
                                "key",
                                UUID.randomUUID().toString()))
                .statusCode(200);
        assertThat(page.locator("#roster tbody tr")).hasCount(2);
        assertThat(page.locator("#kept li")).hasCount(1);
        assertThat(some).isFocused();
        assertThat(some).hasValue("3");
        assertThat(page.locator("#allocation-partner")).hasValue("Univer");
        assertThat(page.locator("#kept")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).hasText("Noted for Large Group: 3 of 4 came.");
        assertThat(page.locator(".some input")).hasValue("3");
    }

    @Test
    void keepsTheFocusWhereSomebodyWorksThroughTheRoster() {
        var session = SessionAtDesk.ofToday(9);
        for (var name : List.of("Ann", "Ben", "Cam")) {
            session.book(name + " Li " + name + "@example.org", 1).statusCode(200);
        }
        var page = desk(session);
        var came = page.locator("button[id^=came-]");
        came.nth(0).focus();
        page.keyboard().press("Enter");
        assertThat(came.nth(0)).hasAttribute("aria-pressed", "true");
        assertThat(came.nth(0)).isFocused();
        var paid = page.locator("button[id^=paid-]");
        paid.nth(1).click();
        assertThat(paid.nth(1)).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#said")).hasText("Ben Li has paid.");
        page.locator("input[name=line]").fill("half a na");
        page.locator("button[id^=cancel-]").nth(2).click();
        assertThat(page.locator("#said")).hasText("The booking of Cam Li is cancelled.");
        assertThat(page.locator("input[name=line]")).hasValue("half a na");
        assertThat(page.locator("button[id^=undo-]")).isFocused();
    }

    @Test
    @DisplayName("E14: two clicks at one place cancel one booking, and the row stays under the pointer")
    void cancelsOneBookingByTwoClicksAtOnePlace() {
        var session = SessionAtDesk.ofToday(60);
        for (var nth = 10; nth < 60; nth++) {
            session.book("Guest " + nth + " guest" + nth + "@example.org", 1).statusCode(200);
        }
        var page = desk(session);
        var row = page.locator("#roster tbody tr").nth(40);
        row.scrollIntoViewIfNeeded();
        page.evaluate("window.scrollBy(0, 300)");
        var before = row.boundingBox().y;
        var button = row.locator("button[id^=cancel-]").boundingBox();
        var x = button.x + button.width / 2;
        var y = button.y + button.height / 2;
        page.mouse().click(x, y);
        assertThat(row.locator(".act")).containsText(Pattern.compile("Cancelled\\s*·\\s*Undo"));
        assertEquals(before, row.boundingBox().y, 1.5);
        page.mouse().click(x, y);
        page.waitForTimeout(100); // a second click would have done its harm by then
        assertThat(page.locator("#roster tr.gone")).hasCount(1);
        row.locator("button[id^=came-]").isHidden();
        assertEquals(before, row.boundingBox().y, 1.5);
        row.locator("button[id^=undo-]").click();
        assertThat(page.locator("#roster tr.gone")).hasCount(0);
        assertEquals(before, row.boundingBox().y, 1.5);
        row.locator("button[id^=came-]").click();
        assertThat(row.locator("button[id^=came-]")).hasAttribute("aria-pressed", "true");
        assertEquals(before, row.boundingBox().y, 1.5);
    }

    @Test
    @DisplayName("E16, E12, D13: the server's choices are shown as they are, and one key changes the language")
    void choosesWhomTheServerFindsAndChangesTheLanguageByOneKey() {
        var session = SessionAtDesk.of(beijing(9), 9);
        var other =
                new SessionAtDesk(session.centre(), org.goldenbridge.event.EventFixtures.session(session.centre(), 9));
        other.book("Éloïse Bérénger +33 6 12 34 56 78", 1, Map.of("language", "fr"))
                .statusCode(200);
        var page = desk(session);
        var line = page.locator("input[name=line]");
        assertThat(line).isFocused();
        line.pressSequentially("elo");
        var known = page.locator("#known [role=option]");
        assertThat(known).hasCount(1);
        assertThat(known).isVisible();
        assertThat(line).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        assertThat(line).hasAttribute("aria-activedescendant", "known-1");
        page.keyboard().press("Enter");
        assertThat(line).hasValue("Éloïse Bérénger · +33 6 12 34 56 78");
        assertThat(page.locator("#language option").first()).hasText("French · stays as it is");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).hasText("Éloïse Bérénger is booked in, places: 1.");
        line.fill("Айгүл Серік aigul@example.org");
        assertThat(page.locator("#language option").first()).hasText("Kazakh · proposed");
        page.keyboard().press("F2");
        assertThat(page.locator("#language")).hasValue("kk");
        page.keyboard().press("F2");
        assertThat(page.locator("#language")).hasValue("ru");
        assertThat(line).isFocused();
    }

    @Test
    void showsWhoDidWhatWhenItIsOpened() {
        var session = SessionAtDesk.of(beijing(40), 40);
        for (var nth = 0; nth < 21; nth++) {
            session.send(
                    "/kept/holds",
                    Map.of(
                            "places",
                            "1",
                            "minutes",
                            "15",
                            "key",
                            UUID.randomUUID().toString()));
        }
        var page = desk(session);
        unfold(page, "Who did what");
        assertThat(page.locator(".deedlist li")).hasCount(21);
        page.locator(".deedlist a").click();
        assertThat(page.locator(".deedlist li")).hasCount(22);
        assertThat(page.locator(".deedlist li").last()).containsText("Planned for");
    }

    @Test
    void saysTheReadersOwnTimeWhereItIsAnother() {
        var session = SessionAtDesk.of(beijing(9), 9);
        var away = desk(session, "staff", new Browser.NewContextOptions().setTimezoneId("Asia/Almaty"));
        away.navigate(url(session, ""));
        assertThat(away.locator(".lead .yours")).hasText("07:00 your time"); // Beijing 10:00; Almaty is UTC+5
        var there = desk(session, "staff", new Browser.NewContextOptions().setTimezoneId("Asia/Shanghai"));
        there.navigate(url(session, ""));
        assertThat(there.locator(".clock")).isVisible();
        assertThat(there.locator(".yours")).hasCount(0);
        var dayBefore = desk(session, "staff", new Browser.NewContextOptions().setTimezoneId("America/Los_Angeles"));
        dayBefore.navigate(url(session, "?lang=fr"));
        assertThat(dayBefore.locator(".lead .yours")).containsText("à votre heure");
        assertThat(dayBefore.locator(".lead .yours")).containsText(Pattern.compile("[a-zé]+\\. \\d+ [a-zéû]+"));
    }

    @Test
    void movesNothingWhenItLoads() {
        var session = SessionAtDesk.of(beijing(9), 9);
        var page = desk(session, "staff", new Browser.NewContextOptions().setTimezoneId("Asia/Almaty"));
        page.addInitScript("window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => {"
                + " window.moved += entry.value; })).observe({ type: 'layout-shift', buffered: true });");
        page.navigate(url(session, ""));
        assertThat(page.locator(".lead .yours")).isVisible();
        var moved = ((Number) page.evaluate("window.moved")).doubleValue();
        assertTrue(moved < 0.01, "moved by " + moved);
    }

    @Test
    void printsTheRosterOnPaper() {
        var session = SessionAtDesk.ofToday(80);
        for (var nth = 1; nth <= 45; nth++) {
            session.book("Айгүл Серік " + nth + " aigul" + nth + "@example.org", 1 + nth % 2)
                    .statusCode(200);
        }
        session.send(session.actions("/cancellation").get(0), Map.of()).statusCode(200);
        var page = desk(session);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#line")).isHidden();
        assertThat(page.locator(".counter")).isHidden();
        assertThat(page.locator("#roster .button").first()).isHidden();
        assertThat(page.locator("tr.gone")).isHidden();
        assertThat(page.locator(".ticks .box").nth(1)).isVisible();
        assertThat(page.getByText("Printed on")).isVisible();
        page.setViewportSize(720, 1000);
        wholePicture(page, "desk-roster-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        var pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(Path.of("target", "roster.pdf")));
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var pages = text.split("/Type ?/Page\\b", -1).length - 1;
        assertTrue(pages >= 2 && pages <= 3, pages + " pages");
        assertTrue(text.matches("(?s).*/MediaBox ?\\[0 0 59[45][.0-9]* 84[12].*"), "A4");
    }

    @ParameterizedTest
    @MethodSource("org.goldenbridge.testing.Exhaustive$Matrix#languages")
    void canBeUsedByEverybody(String language) {
        var session = busy();
        var page = desk(session, "manager", new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.navigate(url(session, "?lang=" + language));
        page.locator(".fold > summary").all().forEach(fold -> fold.click());
        assertThat(page.locator(".deedlist li").nth(3)).isVisible();
        wholePicture(page, "desk-session-" + language);
        assertEquals(List.of(), Accessibility.violationsByDayAndNight(page, language, "the session"));
        wholePicture(page, "desk-session-" + language + "-by-night");
    }

    @Test
    void fitsANarrowScreen() {
        var session = busy();
        var page = desk(session, "manager", new Browser.NewContextOptions().setViewportSize(320, 700));
        page.navigate(url(session, ""));
        page.locator(".fold > summary").all().forEach(fold -> fold.click());
        assertThat(page.locator(".deedlist li").nth(3)).isVisible();
        wholePicture(page, "desk-session-narrow");
        assertEquals(320, page.evaluate("document.documentElement.scrollWidth"));
    }

    /** Of everything something. */
    private static SessionAtDesk busy() {
        var session = SessionAtDesk.ofToday(8);
        session.book("Камила Оспан +7 701 555 12 34", 3).statusCode(200);
        session.book("王小明 xiaoming@example.org", 1).statusCode(200);
        session.send(
                        "/kept/holds",
                        Map.of(
                                "places",
                                "2",
                                "minutes",
                                "30",
                                "key",
                                UUID.randomUUID().toString()))
                .statusCode(200);
        session.book("كميل لوران camille@example.org", 1).statusCode(200);
        session.book("Late Group late@example.org", 3, Map.of("wait", "true")).statusCode(200);
        session.book("Late One one@example.org", 1, Map.of("wait", "true")).statusCode(200);
        session.send(session.actions("/cancellation").get(1), Map.of()).statusCode(200);
        return session;
    }
}
