package org.goldenbridge.event.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.goldenbridge.event.EventFixtures.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Exhaustive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The desk as staff use it, at its session's page above all. */
@EventServiceTest
class DeskInBrowserTest extends DeskInBrowser {
    private static final long MOST_SCRIPT = 150_000;

    private String session;

    @BeforeEach
    void plan() {
        centre = EventFixtures.beijing(20);
        var small = UUID.randomUUID();
        EventFixtures.applySpace(small, centre.id(), 1, "Felt studio", 8, small);
        session = session("workshop", "Felt ornaments for beginners", centre.space(), "10:00", "12:00");
        session("concert", "Kobyz and dombra by candlelight", centre.space(), "18:30", "20:15");
        session("lecture", "The steppe in maps", small, "11:00", "12:30");
        session("tasting", "Baursak and tea", small, "16:00", "17:00");
    }

    @Test
    void booksOneAfterTheOtherByKeyboardAlone() {
        var page = desk();
        page.navigate(url("/desk/sessions/" + session));
        assertThat(page.locator("input[name=line]")).isFocused(); // D13
        for (var guest : List.of("Aru", "Dana", "Erlan")) {
            page.keyboard().type(guest + " Serik " + guest + "@example.org");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said")).hasText(guest + " Serik is booked in, places: 1.");
            assertThat(page.locator("input[name=line]")).isFocused();
            assertThat(page.locator("input[name=line]")).hasValue("");
        }
        assertThat(page.locator("#roster tbody tr")).hasCount(3);
        assertThat(page.locator(".figure b")).hasText("3/20");
    }

    @Test
    void offersWhomTheCentreKnowsWhileTheNameIsTyped() {
        var page = desk();
        page.navigate(url("/desk/sessions/" + session));
        page.locator("input[name=line]").fill("Camille Laurent camille@example.org");
        page.keyboard().press("Enter");
        assertThat(page.locator("#roster tbody tr")).hasCount(1);
        page.locator("input[name=line]").pressSequentially("lau");
        var known = page.locator("#known [role=option]");
        assertThat(known).hasCount(1);
        assertThat(known).containsText("Camille Laurent camille@example.org");
        assertThat(page.locator("#known")).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(known).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        assertThat(page.locator("input[name=line]")).hasValue("Camille Laurent · camille@example.org");
        assertThat(page.locator("#known")).isHidden();
    }

    @Test
    void showsAtOneDeskWhatAnotherBooksAndMovesNothingThere() {
        var one = desk();
        var other = desk();
        one.navigate(url("/desk/sessions/" + session));
        other.navigate(url("/desk/sessions/" + session));
        other.locator("input[name=line]").fill("half a na");
        one.locator("input[name=line]").fill("Camille Laurent camille@example.org");
        one.keyboard().press("Enter");
        assertThat(other.locator("#roster tbody th")).hasText("Camille Laurent");
        assertThat(other.locator("input[name=line]")).hasValue("half a na");
        assertThat(other.locator("input[name=line]")).isFocused();
    }

    @Test
    void leavesTheFocusWhereItIsWhenAnotherDeskBooks() {
        var one = desk();
        var other = desk();
        one.navigate(url("/desk/sessions/" + session));
        one.locator("input[name=line]").fill("Camille Laurent camille@example.org");
        one.keyboard().press("Enter");
        assertThat(one.locator("#roster tbody tr")).hasCount(1);
        other.navigate(url("/desk/sessions/" + session));
        var cancel = other.locator("#roster tbody button").first();
        cancel.focus();
        one.locator("input[name=line]").fill("Li Ming liming@example.org");
        one.keyboard().press("Enter");
        assertThat(other.locator("#roster tbody tr")).hasCount(2);
        assertThat(cancel).isFocused();
    }

    @Test
    void keepsWhatWasTypedWhenTheNetworkIsAway() {
        var page = desk();
        page.navigate(url("/desk/sessions/" + session));
        page.route("**/bookings", route -> route.abort());
        page.locator("input[name=line]").fill("Camille Laurent camille@example.org");
        page.keyboard().press("Enter");
        assertThat(page.locator(".said")).containsText("The network is away: nothing was sent."); // D35
        assertThat(page.locator("input[name=line]")).hasValue("Camille Laurent camille@example.org");
        page.unroute("**/bookings");
        page.locator("input[name=line]").press("Enter");
        assertThat(page.locator("#roster tbody tr")).hasCount(1);
        complaints.removeIf(complaint -> complaint.contains("ERR_FAILED")
                || complaint.contains("htmx:")
                || complaint.contains("EventSource")); // what the cut itself is told as
    }

    @Test
    void keepsWhatWasTypedThroughAReload() {
        var page = desk();
        page.navigate(url("/desk/sessions/" + session));
        page.locator("input[name=line]").fill("Camille Laurent cam");
        page.reload();
        assertThat(page.locator("input[name=line]")).hasValue("Camille Laurent cam");
        page.navigate(url("/desk"));
        page.navigate(url("/desk/sessions/" + session));
        assertThat(page.locator("input[name=line]")).hasValue(""); // who left it left it
    }

    @Test
    void keepsWhatWasTypedWhenTheSignInHasEndedOverNight() {
        var page = desk();
        var path = "/desk/sessions/" + session;
        page.navigate(url(path));
        page.route(
                "**/bookings",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(401) // as the door answers a script
                        .setHeaders(Map.of("HX-Redirect", url(path), "Content-Type", "application/problem+json"))
                        .setBody("{}")));
        page.locator("input[name=line]").fill("Camille Laurent camille@example.org");
        var loaded = new AtomicInteger();
        page.onDOMContentLoaded(again -> loaded.incrementAndGet());
        page.keyboard().press("Enter");
        page.waitForCondition(() -> loaded.get() == 1);
        assertThat(page.locator("input[name=line]")).hasValue("Camille Laurent camille@example.org");
        assertThat(page.locator("#said")).containsText("nothing was sent"); // E15
        page.unroute("**/bookings");
        page.locator("input[name=line]").press("Enter");
        assertThat(page.locator("#roster tbody tr")).hasCount(1);
        complaints.removeIf(complaint -> complaint.contains("401")); // which the browser says of it
    }

    @Test
    @DisplayName("E15: a form that was sent after the sign-in had ended is there again with what was typed")
    void givesAFormBackThatWasSentWhenTheSignInHadEnded() {
        var page = desk();
        var path = "/desk/events/" + event("workshop", "Felt");
        page.navigate(url(path));
        page.locator("input[name='title.en']").fill("Felt for all");
        var signedIn = page.context().cookies();
        page.context().clearCookies();
        page.locator("button[value=save], form.sheet button.strong[type=submit]")
                .first()
                .click();
        var again = page.locator("[data-sign-in]");
        assertThat(again).hasAttribute("href", path);
        page.context()
                .addCookies(signedIn.stream()
                        .map(cookie -> new Cookie(cookie.name, cookie.value)
                                .setDomain(cookie.domain)
                                .setPath(cookie.path))
                        .toList());
        again.click();
        assertThat(page.locator("input[name='title.en']")).hasValue("Felt for all");
        complaints.removeIf(complaint -> complaint.contains("401")); // which the browser says of it
    }

    @ParameterizedTest
    @MethodSource("org.goldenbridge.testing.Exhaustive$Matrix#languages")
    void canBeUsedByEverybody(String language) {
        assertEquals(
                List.of(),
                violations(
                        language,
                        List.of(
                                "/desk",
                                "/desk/week?day=" + day(2),
                                "/desk/day?day=" + day(2),
                                "/desk/help",
                                "/desk/planning?space=" + centre.space() + "&start=" + day(2) + "T18:00",
                                "/desk/blocks",
                                "/desk/sessions/" + session,
                                "/desk/sessions/" + session + "/move",
                                "/desk/sessions/" + session + "/cancellation")));
    }

    @Test
    void fitsANarrowScreen() {
        var page = desk(new Browser.NewContextOptions().setViewportSize(320, 700));
        for (var path : List.of(
                "/desk",
                "/desk/week?day=" + day(2),
                "/desk/day?day=" + day(2),
                "/desk/sessions/" + session,
                "/desk/planning",
                "/desk/sessions/" + session + "/move")) {
            page.navigate(url(path));
            assertEquals(
                    320, page.evaluate("document.documentElement.scrollWidth"), path); // a table may scroll in itself
        }
    }

    @Test
    void loadsLittleScript() {
        var page = desk();
        var loaded = new ArrayList<Integer>();
        page.onResponse(response -> {
            if (response.url().endsWith(".js")) {
                loaded.add(response.body().length);
            }
        });
        page.navigate(url("/desk/day"));
        page.waitForFunction("window.htmx");
        var sum = loaded.stream().mapToInt(Integer::intValue).sum();
        assertEquals(true, sum > 0 && sum < MOST_SCRIPT, sum + " bytes of script");
    }

    @Test
    @Exhaustive
    void isPictured() {
        var page = desk();
        page.navigate(url("/desk/sessions/" + session));
        for (var guest : List.of(
                "Camille Laurent camille@example.org", "王小明 +86 138 0013 8000", "Айгүл Серік aigul@example.org")) {
            page.locator("input[name=line]").fill(guest);
            page.keyboard().press("Enter");
            assertThat(page.locator("input[name=line]")).hasValue("");
        }
        picture(page, "desk-session");
        page.navigate(url("/desk/week?day=" + day(2)));
        picture(page, "desk-week");
        page.navigate(url("/desk/day?day=" + day(2)));
        picture(page, "desk-day");
        page.navigate(url("/desk/day?lang=ar&day=" + day(2)));
        picture(page, "desk-day-ar");
        page.navigate(url("/desk"));
        picture(page, "desk-today");
    }
}
