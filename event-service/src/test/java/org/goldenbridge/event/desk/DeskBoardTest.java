package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.event.EventFixtures.draft;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.desk.AtTheDesk.page;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.event.page.Assets;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.platform.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stands on the boards of a day and a week, and at which minutes. */
@EventServiceTest
class DeskBoardTest {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private TestCentre centre;

    @BeforeEach
    void open() {
        centre = beijing(20);
    }

    private String planned(String from, String until) {
        return created(
                post(centre.manager(), "/v1/sessions", """
                {"eventId":"%s","spaceId":"%s","startsAt":"%s","endsAt":"%s","hoursOverride":"A long one"}""".formatted(event(centre), centre.space(), from, until)));
    }

    private static String fieldOf(String body, LocalDate day) {
        return Stream.of(body.split("<td", -1))
                .filter(cell -> cell.contains("data-day=\"" + day + "\""))
                .findFirst()
                .orElseThrow();
    }

    /** The classes of the first card of the session. */
    private static String classes(String body, String session) {
        var found = Pattern.compile("<a class=\"slot ([^\"]*)\" href=\"/desk/sessions/" + session)
                .matcher(body);
        assertTrue(found.find());
        return found.group(1);
    }

    @Test
    @DisplayName("E17: card, set-up and clearing stand at their minutes, whatever the rows are")
    void standsAtItsMinutes() {
        var session = created(post(
                centre.staff(),
                "/v1/sessions",
                draft(event(centre), centre.space(), day(3) + "T10:30", day(3) + "T11:25")));
        var body = page(centre, "/desk/day?day=" + day(3)).asString();
        var row = body.substring(
                body.indexOf("data-at=\"" + day(3) + "T10:00\""), body.indexOf("data-at=\"" + day(3) + "T10:30\""));
        assertTrue(classes(row, session).contains("fh0 fm15 lh1 lm25"), classes(row, session));
        assertTrue(row.contains("<span class=\"strip lh0 lm15\""));
        assertTrue(body.contains("start=" + day(3) + "T10:00&amp;"), "The rest before it is free");
        assertTrue(body.contains("start=" + day(3) + "T11:40&amp;"), "The rest after it is free");
        assertTrue(body.contains("<a class=\"free box fh0 fm10 lh0 lm20\""));
        var week = page(centre, "/desk/week?day=" + day(3)).asString();
        assertTrue(classes(week, session).contains("fh1 fm15 lh1 lm25"), classes(week, session));
    }

    @Test
    @DisplayName("E03: a session over several days stands on each of its days and says from and until when")
    void standsOnEachOfItsDays() {
        var session = planned(day(3) + "T10:00", day(6) + "T18:00");
        var last = day(6).format(SHORT);
        page(centre, "/desk/day?day=" + day(3))
                .body(allOf(containsString("s-" + session), containsString(">from 10:00, until " + last + "<")));
        page(centre, "/desk/day?day=" + day(5))
                .body(allOf(containsString("s-" + session), containsString(">until " + last + "<")));
        page(centre, "/desk/day?day=" + day(6))
                .body(allOf(containsString("s-" + session), containsString(">until 18:00<")));
        page(centre, "/desk/day?day=" + day(7)).body(not(containsString("s-" + session)));
        var week = page(centre, "/desk/week?day=" + day(5)).asString();
        assertTrue(fieldOf(week, day(5)).contains("until " + last));
    }

    @Test
    @DisplayName("E03: a session past midnight stands on its second day too; one that ends at midnight ends at 24:00")
    void standsPastMidnight() {
        var late = planned(day(3) + "T22:00", day(4) + "T01:30");
        page(centre, "/desk/day?day=" + day(3))
                .body(allOf(containsString("s-" + late), containsString(">22:00–01:30<")));
        page(centre, "/desk/day?day=" + day(4))
                .body(allOf(containsString("s-" + late), containsString(">until 01:30<")));
        var midnight = planned(day(8) + "T22:00", day(9) + "T00:00");
        page(centre, "/desk/day?day=" + day(8)).body(containsString(">22:00–24:00<"));
        page(centre, "/desk/day?day=" + day(9)).body(not(containsString("s-" + midnight)));
    }

    @Test
    @DisplayName("E03: a block over several days stands on each of them")
    void blocksOnEachOfItsDays() {
        post(centre.staff(), "/v1/blocks", """
                {"spaceId":"%s","startsAt":"%sT08:00","endsAt":"%sT20:00","reason":"The floor is varnished"}""".formatted(centre.space(), day(3), day(5)));
        page(centre, "/desk/day?day=" + day(4))
                .body(allOf(containsString("The floor is varnished"), containsString("until " + day(5).format(SHORT))));
        page(centre, "/desk/day?day=" + day(5)).body(containsString("until 20:00"));
    }

    @Test
    @DisplayName("D27: closed times are shaded on both boards, with the reason of the closure")
    void shadesWhatIsClosed() {
        EventFixtures.applyCentre(
                centre.id(), "Asia/Shanghai", 2, """
                [{"id":"%s","spaceId":"%s","startsAt":"%sT04:10:00Z","endsAt":"%sT06:00:00Z","reason":{"en":"Roof"}}]""".formatted(UUID.randomUUID(), centre.space(), day(3), day(3)));
        var part = UUID.randomUUID();
        EventFixtures.applySpace(part, centre.id(), 1, "Half", 8, centre.space());
        var other = UUID.randomUUID();
        EventFixtures.applySpace(other, centre.id(), 1, "Studio", 9, other);
        var day = page(centre, "/desk/day?day=" + day(3)).asString();
        assertEquals(
                2, day.split("<span class=\"box shut fh0 fm10 lh1 lm50\"><bdi>Roof", -1).length - 1, "hall and half");
        var week = page(centre, "/desk/week?day=" + day(3)).asString();
        assertTrue(fieldOf(week, day(3)).contains("<span class=\"box shut fh3 fm10 lh1 lm50\"><bdi>Roof"));
    }

    @Test
    @DisplayName("E67: every kind has its colour on the boards")
    void coloursEveryKind() {
        var styles = new String(Assets.file("goldenbridge.css"), java.nio.charset.StandardCharsets.UTF_8);
        for (var kind : EventKind.values()) {
            assertTrue(
                    Pattern.compile("\\.k-" + Words.of(kind) + "[ ,]")
                            .matcher(styles)
                            .find(),
                    kind.toString());
        }
    }
}
