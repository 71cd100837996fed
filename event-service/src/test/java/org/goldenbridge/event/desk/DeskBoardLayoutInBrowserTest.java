package org.goldenbridge.event.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.testing.RestApi.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Accessibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The boards as they are drawn: at one scale, on the screen and on paper. */
@EventServiceTest
class DeskBoardLayoutInBrowserTest extends DeskInBrowser {
    private static final double MINUTE = 1.6;

    private UUID small;
    private String session;

    @BeforeEach
    void plan() {
        centre = EventFixtures.beijing(20);
        small = UUID.randomUUID();
        EventFixtures.applySpace(small, centre.id(), 1, "Felt studio", 8, small);
        session = session("course", "Felt ornaments", centre.space(), "10:30", "11:25");
        for (var hour : List.of("09:30", "11:00", "12:30", "14:00")) {
            session(
                    "masterclass",
                    "Kobyz, a long title that no card of half an hour can hold in it",
                    small,
                    hour,
                    hour.substring(0, 3) + (hour.endsWith("0:00") ? "45" : "55"));
        }
        post(centre.staff(), "/v1/blocks", """
                {"spaceId":"%s","startsAt":"%sT16:00","endsAt":"%sT17:10","reason":"Varnish"}""".formatted(centre.space(), day(2), day(2)));
    }

    private Page board(String path) {
        var page = desk(new Browser.NewContextOptions().setViewportSize(1440, 1400));
        page.navigate(url(path));
        page.waitForFunction("window.htmx");
        return page;
    }

    @Test
    @DisplayName("E17: one scale for all rooms: rows, cards, set-up and blocks are as high as their minutes")
    void drawsEverythingAtItsMinutes() {
        var page = board("/desk/day?day=" + day(2));
        var top = page.locator("tr[data-at$='T09:00'] td").first().boundingBox().y;
        var card = page.locator("#s-" + session).boundingBox();
        assertEquals(top + 75 * MINUTE, card.y, 1.5);
        assertEquals(85 * MINUTE, card.height, 1.5);
        var strip = page.locator("#s-" + session + " .strip").first().boundingBox();
        assertEquals(15 * MINUTE, strip.height, 1);
        var block = page.locator(".slot.blocked").boundingBox();
        assertEquals(top + 420 * MINUTE, block.y, 1.5);
        assertEquals(70 * MINUTE, block.height, 1.5);
        for (var row : page.locator("table.hours tbody tr").all()) {
            assertEquals(30 * MINUTE, row.boundingBox().height, 0.6);
        }
        assertTrue(page.locator("thead th").first().boundingBox().width < 120, "D09: the column of times is narrow");
    }

    @Test
    @DisplayName("E17: the rest of an hour that a session leaves can be pressed")
    void plansInTheRestOfARow() {
        var page = board("/desk/day?day=" + day(2));
        page.locator("a.free[href*='space=" + centre.space() + "'][href*='T11:40']")
                .click();
        assertThat(page.locator("#dialog input[name=start]")).hasValue("11:40");
    }

    @Test
    @DisplayName("E17: the week has one scale too")
    void drawsTheWeekAtItsMinutes() {
        var page = board("/desk/week?day=" + day(2));
        var cell = page.locator("td[data-day='" + day(2) + "'][data-space='" + centre.space() + "']")
                .boundingBox();
        var card = page.locator("#s-" + session).boundingBox();
        assertEquals(85 * 0.64, card.height, 1);
        assertEquals(cell.y + 75 * 0.64, card.y, 1.5);
        assertEquals(
                1,
                page.locator("td[data-day]").all().stream()
                        .mapToLong(one -> Math.round(one.boundingBox().height))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    @DisplayName("E57: seven days are on the printed week, on paper that is wider than high")
    void printsSevenDays(String language) {
        for (var nth = 0; nth < 7; nth++) {
            var space = UUID.randomUUID();
            EventFixtures.applySpace(space, centre.id(), 1, "Room " + nth, 10 + nth, space);
        }
        var page = desk(new Browser.NewContextOptions().setViewportSize(1062, 714));
        page.navigate(url("/desk/week?lang=" + language + "&day=" + day(2)));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        var days = page.locator("table.week thead th");
        assertEquals(8, days.count());
        for (var day : days.all()) {
            var box = day.boundingBox();
            assertTrue(box.x >= 0 && box.x + box.width <= 1063, box.x + " " + box.width);
        }
        var paper = new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        assertTrue(paper.contains("/MediaBox [0 0 841") || paper.contains("/MediaBox [0 0 842"), "landscape");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void canBeUsedByEverybody(String language) {
        var page = desk();
        for (var path : List.of("/desk/day", "/desk/week")) {
            page.navigate(url(path + "?lang=" + language + "&day=" + day(2)));
            assertEquals(List.of(), Accessibility.violationsByDayAndNight(page, language, path));
            if (System.getenv("LOOK") != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/look" + path.replace('/', '-') + "-" + language + ".png")));
            }
        }
    }
}
