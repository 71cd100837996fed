package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.event;
import static org.goldenbridge.event.EventFixtures.session;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.HostileRequests;
import org.junit.jupiter.api.Test;

/** S09: nothing that a browser at the desk sends makes a page fail. */
@EventServiceTest
class DeskBadInputTest {
    private final TestCentre centre = beijing(20);

    @Test
    void noParameterMakesAPageOfTheDeskFail() throws IOException {
        var event = event(centre);
        var session = session(centre, 5);
        var boards = List.of("centre", "day", "kind", "programme", "done", "of", "was", "wasIn", "lang", "theme");
        HostileRequests.inQueriesAreAnsweredBelow500(
                headers(),
                Map.of(
                        "/desk",
                        boards,
                        "/desk/day",
                        boards,
                        "/desk/week",
                        boards,
                        "/desk/planning/new",
                        List.of("centre", "day", "space", "start", "event", "course"),
                        "/desk/events",
                        List.of("centre", "q", "kind", "status", "page"),
                        "/desk/events/" + event,
                        List.of("done", "of"),
                        "/desk/events/" + event + "/series/new",
                        List.of("course", "done"),
                        "/desk/programmes",
                        List.of("centre"),
                        "/desk/sessions/" + session,
                        List.of("from", "done"),
                        "/desk/sessions/" + session + "/history",
                        List.of("before")));
    }

    @Test
    void noFormMakesAPageOfTheDeskFail() throws IOException {
        var event = event(centre);
        var session = session(centre, 5);
        HostileRequests.inFormsAreAnsweredBelow500(
                headers(),
                List.of(
                        "/desk/sessions/" + session + "/bookings",
                        "/desk/sessions/" + session + "/move",
                        "/desk/sessions/" + session + "/cancellation",
                        "/desk/sessions/" + session + "/holds",
                        "/desk/blocks",
                        "/desk/planning/new",
                        "/desk/events/new",
                        "/desk/events/" + event,
                        "/desk/events/" + event + "/series/new",
                        "/desk/events/" + event + "/courses/new",
                        "/desk/programmes/new"));
    }

    private String headers() {
        var cookies = AtTheDesk.at(centre).cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        // The desk is at the public address.
        return "Sec-Fetch-Site: same-origin\r\nAccept: text/html\r\nCookie: " + cookies + "\r\n";
    }
}
