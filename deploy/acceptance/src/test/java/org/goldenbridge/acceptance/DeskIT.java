package org.goldenbridge.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.goldenbridge.acceptance.network.Desk.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.testing.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A day at the desk in a browser, through Keycloak and the gateway, over two instances: a course is planned, a clash met and
 * resolved, people are booked in by keyboard, a session is moved, cancelled and taken back, and two desks see the same.
 */
@ExtendWith(OnStage.class)
class DeskIT {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int AHEAD = 47;

    private final Stage stage;
    private final Desk desk;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    DeskIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @AfterEach
    void leave() {
        contexts.forEach(BrowserContext::close);
        assertEquals(List.of(), complaints);
    }

    /** Somebody who opens a page of the desk and is asked by Keycloak who they are. */
    private Page signedIn(String path) {
        var context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("en")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1440, 1400));
        contexts.add(context);
        var page = context.newPage();
        page.navigate(stage.gateway() + path);
        page.locator("#username").fill(STAFF);
        page.locator("#password").fill("demo");
        page.locator("#kc-login").click();
        page.waitForURL(stage.gateway() + "/desk**");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !Chromium.ABORTED.contains(message.text())
                    && !message.text().contains("409")) { // which a browser says of a refusal
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static LocalDate day(int ahead) {
        return LocalDate.now(BEIJING).plusDays(ahead);
    }

    private UUID session(String title, UUID room, int hour) {
        return UUID.fromString(desk.acknowledge(stage.signedIn(STAFF)
                        .post("/v1/sessions", Desk.sessionDraft(desk.workshop(title), room, AHEAD, hour)))
                .id());
    }

    private static Locator card(Page page, UUID session) {
        return page.locator("#s-" + session);
    }

    @Test
    void aCourseIsPlannedAClashMetAndResolved() {
        var room = desk.room("Room of the desk's course", 12);
        session("Already there", room, 18);
        var page = signedIn("/desk/events/new");
        page.locator("[name='title.en']").fill("Dombra for beginners");
        page.locator("[name='title.en']").press("Enter");
        assertThat(page.locator(".said")).containsText("It is saved as a draft.");
        page.locator(".bar a:has-text('Announce')").click();
        page.locator(".deeds button:has-text('Announce')").click();
        assertThat(page.locator(".said")).hasText("It is announced.");
        page.locator("a:has-text('Plan a course')").click();
        page.locator("input[name=capacity]").fill("10");
        page.locator("button:has-text('Plan')").click();
        page.locator("a:has-text('Plan lessons by a series')").click();
        page.locator("select[name=spaceId]").selectOption(room.toString());
        page.locator("input[name=startsOn]").fill(day(AHEAD).toString());
        page.locator("input[name=time]").fill("18:00");
        page.locator("input[name=weekday]:checked").uncheck();
        page.locator("input[name=times]").fill("4");
        assertThat(page.locator("#coming li")).hasCount(4);
        var clash = page.locator("#coming li.no");
        assertThat(clash).containsText("Already there");
        clash.locator("button").click();
        assertThat(page.locator("#coming li.no")).hasCount(0);
        page.locator(".deeds .strong").click();
        assertThat(page.locator(".said")).hasText("It is planned.");
        assertThat(page.locator(".lines li")).hasCount(3);
    }

    @Test
    void tenPeopleAreBookedInByKeyboardWhileAnotherDeskLooksOn() {
        var session = session("Felt in ten", desk.room("Room of ten", 12), 10);
        var page = signedIn("/desk/sessions/" + session);
        var other = signedIn("/desk/sessions/" + session);
        assertThat(other.locator(".figure b")).hasText("0/12");
        assertThat(page.locator("input[name=line]")).isFocused();
        for (var nth = 1; nth <= 10; nth++) {
            page.keyboard().type("Guest " + nth + " guest" + nth + "@example.org");
            page.keyboard().press("Enter");
            assertThat(page.locator("#said")).hasText("Guest " + nth + " is booked in, places: 1.");
            assertThat(page.locator("input[name=line]")).isFocused();
        }
        assertThat(other.locator("#roster tbody tr")).hasCount(10);
        assertThat(other.locator(".figure b")).hasText("10/12");
    }

    @Test
    void aSessionIsMovedByDragAndByDialogCancelledAndTakenBack() {
        var room = desk.room("Room of moves", 12);
        var session = session("Kobyz to move", room, 10);
        session("In the way", room, 16);
        var page = signedIn("/desk/day?day=" + day(AHEAD));
        card(page, session).scrollIntoViewIfNeeded();
        var from = card(page, session).boundingBox();
        var row = page.locator("tr[data-at$='T10:00']").boundingBox();
        var inTheWay = page.locator("tr[data-at$='T16:30']").boundingBox();
        var free = page.locator("tr[data-at$='T13:00']").boundingBox();
        page.mouse().move(from.x + from.width / 2, row.y + 2);
        page.mouse().down();
        page.mouse().move(from.x + from.width / 2, inTheWay.y - 10);
        page.mouse().move(from.x + from.width / 2, inTheWay.y + 2);
        assertThat(page.locator("#bubble")).containsText("In the way has it from");
        page.mouse().move(from.x + from.width / 2, free.y + 2);
        assertThat(page.locator("#bubble")).containsText("13:00–15:00");
        assertThat(page.locator("#bubble")).containsText("It fits");
        page.mouse().up();
        assertThat(page.locator("#said")).containsText("“Kobyz to move” is moved:");
        assertThat(card(page, session)).containsText("13:00–15:00");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(card(page, session)).containsText("10:00–12:00");

        card(page, session).focus();
        page.keyboard().press("m");
        page.locator("#dialog input[name=start]").fill("12:30");
        page.locator("#dialog input[name=end]").fill("14:00");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).containsText("is moved:");
        assertThat(card(page, session)).containsText("12:30–14:00");

        card(page, session).focus();
        page.keyboard().press("c");
        page.locator("#dialog input[data-focus]").fill("The teacher is ill");
        page.keyboard().press("Enter");
        assertThat(page.locator("#said")).containsText("“Kobyz to move” is cancelled.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(page.locator("#said")).containsText("takes place again");
    }
}
