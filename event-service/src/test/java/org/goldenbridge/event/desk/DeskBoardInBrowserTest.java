package org.goldenbridge.event.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Accessibility;
import org.goldenbridge.testing.Exhaustive;
import org.goldenbridge.testing.RestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The boards as staff use them: planning where it is free, moving by drag, by dialog and by keyboard, and taking it back. */
@EventServiceTest
class DeskBoardInBrowserTest extends DeskInBrowser {
    private UUID small;
    private String workshop;

    @BeforeEach
    void plan() {
        centre = EventFixtures.beijing(20);
        small = UUID.randomUUID();
        EventFixtures.applySpace(small, centre.id(), 1, "Felt studio", 8, small);
        workshop = session("workshop", "Felt ornaments", centre.space(), "10:00", "12:00");
        session("concert", "Kobyz by candlelight", centre.space(), "18:30", "20:00");
    }

    /** On a screen that is high enough for the whole day. */
    private Page board() {
        var page = desk(new Browser.NewContextOptions().setViewportSize(1440, 1400));
        page.navigate(url("/desk/day?day=" + day(2)));
        page.waitForFunction("window.htmx");
        return page;
    }

    private static Locator card(Page page, String session) {
        return page.locator("#s-" + session);
    }

    /** The row of that time in the column of a space. */
    private static double[] spot(Page page, UUID space, String time) {
        var row = page.locator("tr[data-at$='T" + time + "']").boundingBox();
        var column = page.locator("th[data-space='" + space + "']").boundingBox();
        return new double[] {column.x + column.width / 2, row.y + 2};
    }

    private void assertStands(String session, UUID space, String from, String until) {
        assertEquals(1, count("""
                        select from session where id = '%s' and space_id = '%s'
                          and (starts_at at time zone 'Asia/Shanghai')::time = '%s'
                          and (ends_at at time zone 'Asia/Shanghai')::time = '%s'""".formatted(session, space, from, until)));
    }

    private static void drag(Page page, String session, double[] to) {
        var box = card(page, session).boundingBox();
        var row = page.locator("tr[data-at$='T10:00']").boundingBox();
        page.mouse().move(box.x + 40, row.y + 2);
        page.mouse().down();
        page.mouse().move(to[0], to[1] - 20);
        page.mouse().move(to[0], to[1]);
    }

    @Test
    void plansWhereATimeIsFree() {
        var page = board();
        var event = event("lecture", "The steppe in maps");
        page.locator("a.free[href*='space=" + small + "'][href*='T14:00']").click();
        var dialog = page.locator("#dialog");
        assertThat(dialog.getByRole(AriaRole.HEADING)).hasText("Plan a session");
        assertThat(dialog.locator("#verdict")).containsText("It fits, for 8 people.");
        assertThat(dialog.locator("input[name=link]")).isHidden();
        dialog.locator("input[name=search]").pressSequentially("step");
        dialog.locator("input[value='" + event + "']").check();
        dialog.locator("input[name=end]").fill("16:00");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Plan a session"))
                .click();
        assertThat(page.locator("#said")).containsText("“The steppe in maps” is planned:");
        assertThat(page.locator("#board")).containsText("14:00–16:00");
    }

    @Test
    void meetsAClashAndTakesWhatIsOffered() {
        var page = board();
        page.keyboard().press("n");
        var dialog = page.locator("#dialog");
        dialog.locator("input[name=event]").first().check();
        dialog.locator("select[name=place]").selectOption(centre.space().toString());
        dialog.locator("input[name=start]").fill("11:00");
        dialog.locator("input[name=end]").fill("12:30");
        dialog.locator("input[name=end]").blur();
        assertThat(dialog.locator("#verdict")).containsText("Felt ornaments has it from");
        dialog.getByText("Felt studio · 8").last().click();
        assertThat(dialog.locator("#verdict")).containsText("It fits, for 8 people.");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Plan a session"))
                .click();
        assertThat(page.locator("#said")).containsText("is planned:");
    }

    @Test
    void movesByDragAndTakesItBack() {
        var page = board();
        drag(page, workshop, spot(page, small, "14:00"));
        assertThat(page.locator("#bubble")).containsText("14:00–16:00");
        assertThat(page.locator("#bubble")).containsText("It fits");
        page.mouse().up();
        assertThat(page.locator("#said")).containsText("“Felt ornaments” is moved:");
        assertThat(card(page, workshop)).containsText("14:00–16:00");
        assertThat(card(page, workshop)).isFocused();
        assertStands(workshop, small, "14:00", "16:00");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(card(page, workshop)).containsText("10:00–12:00");
        assertStands(workshop, centre.space(), "10:00", "12:00");
    }

    @Test
    void saysWhileItIsDraggedWhatIsInTheWayAndOffersWhatIsFree() {
        var page = board();
        drag(page, workshop, spot(page, centre.space(), "18:00"));
        assertThat(page.locator("#bubble")).containsText("Kobyz by candlelight has it from");
        page.mouse().up();
        assertThat(page.locator("#said")).containsText("The space is taken then.");
        assertThat(page.locator("#said")).containsText("Free next:");
        assertStands(workshop, centre.space(), "10:00", "12:00");
        page.locator("#said").getByText("Felt studio · 8").click();
        assertThat(page.locator("#said")).containsText("“Felt ornaments” is moved:");
        assertStands(workshop, small, "18:00", "20:00");
        complaints.removeIf(complaint -> complaint.contains("409")); // which the browser says of a refusal
    }

    @Test
    void stretchesAtTheLowerEdge() {
        var page = board();
        var box = card(page, workshop).boundingBox();
        page.mouse().move(box.x + 40, box.y + box.height - 3);
        page.mouse().down();
        var grabbed = page.locator("tr[data-at$='T12:00']").boundingBox();
        page.mouse().move(box.x + 40, box.y + box.height + 10);
        page.mouse().move(box.x + 40, box.y + box.height - 3 + 2 * grabbed.height);
        assertThat(page.locator("#bubble b")).hasText(Pattern.compile("10:00–1[23]:[0-9]{2}"));
        page.mouse().up();
        assertThat(page.locator("#said")).containsText("is moved:");
        assertEquals(1, count("""
                        select from session where id = '%s' and (starts_at at time zone 'Asia/Shanghai')::time = '10:00'
                          and ends_at - starts_at between interval '2 hours 30 minutes' and interval '3 hours 30 minutes'""".formatted(workshop)));
    }

    @Test
    void bringsWhatIsBelowNearerWhileASessionIsHeldAtTheEdge() {
        var page = desk(new Browser.NewContextOptions().setViewportSize(1200, 600));
        page.navigate(url("/desk/day?day=" + day(2)));
        page.waitForFunction("window.htmx");
        var box = card(page, workshop).boundingBox();
        page.mouse().move(box.x + 40, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + 40, 560);
        page.mouse().move(box.x + 40, 580);
        assertThat(page.locator("tr[data-at$='T18:00'] th")).isInViewport();
        page.keyboard().press("Escape");
        page.mouse().up();
        assertStands(workshop, centre.space(), "10:00", "12:00");
    }

    @Test
    void letsGoOfWhatIsDraggedByEscape() {
        var page = board();
        drag(page, workshop, spot(page, small, "14:00"));
        page.keyboard().press("Escape");
        page.mouse().up();
        assertThat(page.locator("#shade")).isHidden();
        assertStands(workshop, centre.space(), "10:00", "12:00");
    }

    @Test
    void movesByDialogAndKeyboardAlone() {
        var page = board();
        card(page, workshop).focus();
        page.keyboard().press("m");
        var dialog = page.locator("#dialog");
        assertThat(dialog.locator("input[name=date]")).isFocused();
        dialog.locator("select[name=place]").selectOption(small.toString());
        assertThat(dialog.locator("#verdict")).containsText("It fits, for 8 people.");
        dialog.locator("input[name=start]").fill("14:00");
        dialog.locator("input[name=end]").fill("15:00");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).containsText("“Felt ornaments” is moved:");
        assertStands(workshop, small, "14:00", "15:00");
    }

    @Test
    void goesThroughTheBoardByArrowsAndPlansThere() {
        var page = board();
        card(page, workshop).focus();
        page.keyboard().press("ArrowDown");
        var href = String.valueOf(page.evaluate("document.activeElement.getAttribute('href')"));
        assertTrue(href.startsWith("/desk/planning?space=" + centre.space()), href);
        page.keyboard().press("ArrowRight");
        href = String.valueOf(page.evaluate("document.activeElement.getAttribute('href')"));
        assertTrue(href.startsWith("/desk/planning?space=" + small), href);
        page.keyboard().press("Enter");
        assertThat(page.locator("#dialog select[name=place]")).hasValue(small.toString());
        page.keyboard().press("Escape");
        assertThat(page.locator("#dialog")).isHidden();
    }

    @Test
    void movesToAnotherDayOnTheWeek() {
        var page = desk();
        var monday = day(2).with(DayOfWeek.MONDAY);
        page.navigate(url("/desk/week?day=" + day(2)));
        page.waitForFunction("window.htmx");
        var target = monday.equals(day(2)) ? monday.plusDays(1) : monday;
        var cell = page.locator("td[data-space='" + small + "'][data-day='" + target + "']")
                .boundingBox();
        card(page, workshop).hover();
        page.mouse().down();
        page.mouse().move(cell.x + 30, cell.y + 5);
        page.mouse().move(cell.x + 30, cell.y + 10);
        page.mouse().up();
        assertThat(page.locator("#said")).containsText("“Felt ornaments” is moved:");
        assertThat(page.locator("table.week")).isVisible();
        assertEquals(
                1,
                count("select from session where id = '%s' and (starts_at at time zone 'Asia/Shanghai')::date = '%s'"
                        .formatted(workshop, target)));
    }

    @Test
    void cancelsAndTakesItBack() {
        var page = board();
        card(page, workshop).focus();
        page.keyboard().press("c");
        var dialog = page.locator("#dialog");
        assertThat(dialog).containsText("0 people have to be told");
        dialog.locator("input[data-focus]").fill("The teacher is ill");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).containsText("“Felt ornaments” is cancelled.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(page.locator("#said")).containsText("takes place again");
        assertThat(card(page, workshop)).containsText("10:00–12:00");
    }

    @Test
    void takesTheOfferToUndoAwayAfterTenSeconds() {
        var page = desk();
        page.clock().install();
        page.navigate(url("/desk/day?day=" + day(2) + "&done=cancelled&version=1&of=" + workshop));
        RestApi.post(centre.staff(), "/v1/sessions/" + workshop + "/cancellation", "\"0\"", "{}");
        page.reload();
        var undo = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"));
        assertThat(undo).isVisible();
        page.clock().runFor(9_000);
        assertThat(undo).isVisible();
        page.clock().runFor(1_500);
        assertThat(undo).isHidden();
    }

    @Test
    void showsOnABoardWhatAnotherDeskMoves() {
        var page = board();
        var other = board();
        card(other, workshop).focus();
        drag(page, workshop, spot(page, small, "14:00"));
        page.mouse().up();
        assertThat(page.locator("#said")).containsText("is moved");
        assertThat(card(other, workshop)).containsText("14:00–16:00");
        assertThat(card(other, workshop)).isFocused();
    }

    @Test
    void movesNothingWhenAnotherDeskBooks() {
        var page = board();
        page.evaluate("window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => {"
                + " window.moved += entry.value; })).observe({ type: 'layout-shift' });");
        EventFixtures.book(centre.staff(), workshop, "live", """
                {"visitor":{"name":"Aru","contact":"aru@example.org","language":"en"},"places":3}""").statusCode(201);
        assertThat(card(page, workshop)).containsText("3/20");
        assertEquals(0.0, ((Number) page.evaluate("window.moved")).doubleValue());
    }

    @Test
    void leavesEachOfManySpacesWideEnoughToBeDraggedIn() {
        for (var nth = 0; nth < 14; nth++) {
            var space = UUID.randomUUID();
            EventFixtures.applySpace(space, centre.id(), 1, "Room " + nth, 10 + nth, space);
        }
        var page = board();
        var width = page.locator("th[data-space='" + centre.space() + "']").boundingBox().width;
        assertTrue(width > 140, width + " px");
        card(page, workshop).scrollIntoViewIfNeeded();
        var box = card(page, workshop).boundingBox();
        var row = page.locator("tr[data-at$='T10:00']").boundingBox();
        page.mouse().move(box.x + box.width / 2, row.y + 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, row.y + 60);
        page.mouse()
                .move(
                        box.x + box.width / 2,
                        page.locator("tr[data-at$='T13:00']").boundingBox().y + 2);
        page.mouse().up();
        assertThat(card(page, workshop)).containsText("13:00–15:00");
        assertStands(workshop, centre.space(), "13:00", "15:00");
    }

    @Test
    void helpsWithItsKeys() {
        var page = board();
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        assertThat(page.locator("#help")).containsText("Press a free time to plan there.");
        page.keyboard().press("Escape");
        assertThat(page.locator("#help")).isHidden();
        page.keyboard().press("w");
        page.waitForURL("**/desk/week**");
    }

    @ParameterizedTest
    @MethodSource("org.goldenbridge.testing.Exhaustive$Matrix#languages")
    void hasDialogsThatCanBeUsedByEverybody(String language) {
        var page = desk();
        page.navigate(url("/desk/day?lang=" + language + "&day=" + day(2)));
        page.waitForFunction("window.htmx");
        for (var key : List.of("n", "x", "?")) {
            page.keyboard().press(key);
            assertThat(page.locator("dialog[open]")).isVisible();
            assertEquals(List.of(), Accessibility.violationsByDayAndNight(page, language, key));
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog[open]")).hasCount(0);
        }
    }

    @Test
    void worksWithoutScripts() {
        var page = desk(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(url("/desk/day?day=" + day(2)));
        page.locator("a.free[href*='space=" + small + "'][href*='T14:00']").click();
        page.locator("input[name=event]").first().check();
        page.locator("input[name=start]").fill("10:00");
        page.locator("input[name=end]").fill("11:00");
        page.locator("select[name=place]").selectOption(centre.space().toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Plan a session"))
                .click();
        assertThat(page.locator("#verdict")).containsText("Felt ornaments has it from");
        page.getByText("Felt studio · 8").last().click();
        assertThat(page.locator("#verdict")).containsText("It fits");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Plan a session"))
                .click();
        assertThat(page.locator("#said")).containsText("is planned");
        complaints.removeIf(complaint -> complaint.contains("409")); // which the browser says of a refusal
    }

    @Test
    @Exhaustive
    void isPictured() {
        session("tasting", "Baursak and tea", small, "16:00", "17:00");
        var page = board();
        drag(page, workshop, spot(page, centre.space(), "18:00"));
        assertThat(page.locator("#bubble")).containsText("Kobyz by candlelight has it from");
        picture(page, "desk-drag");
        page.mouse().up();
        assertThat(page.locator("#said")).containsText("Free next:");
        picture(page, "desk-clash");
        page.keyboard().press("n");
        assertThat(page.locator("#dialog #verdict")).isAttached();
        page.locator("#dialog input[name=event]").first().check();
        picture(page, "desk-planning");
        complaints.removeIf(complaint -> complaint.contains("409")); // which the browser says of a refusal
    }
}
