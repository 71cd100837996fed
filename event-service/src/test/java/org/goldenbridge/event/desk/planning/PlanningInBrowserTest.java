package org.goldenbridge.event.desk.planning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.testing.RestApi.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.desk.DeskInBrowser;
import org.goldenbridge.testing.Accessibility;
import org.goldenbridge.testing.Exhaustive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Planning as staff do it. What a page complains of in the console fails its test. */
@EventServiceTest
class PlanningInBrowserTest extends DeskInBrowser {
    private static List<String> everyPage;

    /** Whose pages they are. */
    private static TestCentre planners;

    @BeforeEach
    void open() {
        centre = EventFixtures.beijing(20);
    }

    @Override
    protected Page desk(Browser.NewContextOptions options) {
        return desk(centre, "manager", options);
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

    /** A manager, who may do all that the pages offer. */
    @Override
    protected Page desk() {
        return desk(centre, "manager", new Browser.NewContextOptions().setViewportSize(1440, 900));
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
        wholePicture(page, "desk-event");
        page.locator(".bar a:has-text('Announce')").click();
        page.locator(".deeds button:has-text('Announce')").click();
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
        wholePicture(page, "desk-course");
    }

    @Test
    void showsAClashAndLeavesItOutByKeyboard() {
        var page = meeting(event(centre));
        var clash = page.locator("#coming li.no");
        assertThat(clash).hasCount(1);
        assertThat(clash).containsText("Dombra workshop");
        wholePicture(page, "desk-series");
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
        wholePicture(page, "desk-series-planned");
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
    @MethodSource("org.goldenbridge.testing.Exhaustive$Matrix#languages")
    void canBeUsedByEverybody(String language) {
        assertEquals(List.of(), violations(language, everyPage()));
    }

    @ParameterizedTest
    @MethodSource("org.goldenbridge.testing.Exhaustive$Matrix#languages")
    void saysNoSoThatEverybodyKnowsWhere(String language) {
        var page = desk();
        page.navigate(url("/desk/events/new?lang=" + language));
        page.locator("[name=minimumAge]").fill("old");
        page.locator("[name=minimumAge]").press("Enter");
        assertThat(page.locator(".said.no")).isVisible();
        complaints.removeIf(
                complaint -> complaint.contains("400 (Bad Request)")); // which the browser says of a refusal
        assertEquals(List.of(), Accessibility.violations(page, language));
    }

    @Test
    void fitsANarrowScreen() {
        var paths = everyPage();
        var page = desk(new Browser.NewContextOptions().setViewportSize(320, 700));
        for (var path : paths) {
            page.navigate(url(path));
            assertEquals(320, page.evaluate("document.documentElement.scrollWidth"), path);
        }
        wholePicture(page, "desk-planning-narrow");
    }

    @Test
    @Exhaustive
    void isPictured() {
        var event = event(centre);
        taken(day(3) + "T10:00", day(3) + "T11:00");
        var page = desk();
        page.navigate(url("/desk/events"));
        wholePicture(page, "desk-events");
        page.navigate(url("/desk/events/" + event + "?lang=ar"));
        wholePicture(page, "desk-event-ar");
        page.navigate(url("/desk/events/" + event + "/cancellation?lang=fr"));
        wholePicture(page, "desk-cancellation");
    }

    /** Each page of planning, with something on it; made by the first test that looks at all of them. */
    private List<String> everyPage() {
        if (everyPage == null) {
            everyPage = planned();
            planners = centre;
        }
        centre = planners;
        return everyPage;
    }

    private List<String> planned() {
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
