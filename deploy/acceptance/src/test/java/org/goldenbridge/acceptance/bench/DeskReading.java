package org.goldenbridge.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goldenbridge.acceptance.network.Browser;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.Stage;

/** The pages of the desk with a full year, as a clerk who has signed in asks for them, and as eight do at once. */
final class DeskReading {
    private static final int SESSIONS = 5_000;
    private static final int ROOMS = 8;
    private static final int BOOKED = 40;
    private static final int CLERKS = 8;

    /** So long the pages are asked for before anything counts: what is measured is compiled by then. */
    private static final double WARM_UP_SECONDS = 10;

    private static final String FLOOR = "constant answer";

    /** From a month ago to eleven months ahead; every day has some at each hour. */
    private static final String[] FILL = {"""
        insert into event.session (id, version, event_id, centre_id, space_id, starts_at, ends_at, zone, set_up_minutes,
                                   clearing_minutes, status, planned_by, created_at)
        select md5('desk ' || nth)::uuid, 0, 'EVENT', 'beijing', (array[ROOMS]::uuid[])[nth % COUNT + 1], at,
               at + interval '90 minutes', 'Asia/Shanghai', 15, 15, 'scheduled', 'bench', now()
        from generate_series(0, SESSIONS - 1) as nth,
        lateral (select (date_trunc('day', now() at time zone 'Asia/Shanghai') + (nth % 365 - 30) * interval '1 day'
                         + (9 + 2 * (nth / 365 % 6)) * interval '1 hour') at time zone 'Asia/Shanghai') as start (at)""", """
        insert into event.places (opportunity_id, capacity, taken)
        select md5('desk ' || nth)::uuid, 40, nth % 41 from generate_series(0, SESSIONS - 1) as nth""", "analyze event.session", "analyze event.places"};

    private final Stage stage;
    private final UUID session;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    DeskReading(Stage stage, Desk desk) {
        this.stage = stage;
        session = desk.session("Forty are booked in", BOOKED + 10);
        for (var nth = 1; nth <= BOOKED; nth++) {
            desk.book(session, "Guest number " + nth, 1);
        }
        fill(desk);
    }

    private void fill(Desk desk) {
        var rooms = IntStream.range(0, ROOMS)
                .mapToObj(nth -> "'" + desk.room("Room " + nth, 40) + "'")
                .collect(Collectors.joining(","));
        var event = desk.workshop("Every day of the year");
        for (var sql : FILL) {
            stage.database()
                    .execute(sql.replace("EVENT", event.toString())
                            .replace("ROOMS", rooms)
                            .replace("COUNT", String.valueOf(ROOMS))
                            .replace("SESSIONS", String.valueOf(SESSIONS)));
        }
    }

    /** What is asked for, with the name under which it stands in the table. */
    private record Page(String name, String path) {}

    private List<Page> pages() {
        return List.of(
                new Page(FLOOR, "/desk/me"),
                new Page("today", "/desk"),
                new Page("a day by space", "/desk/day?day=" + today.plusDays(1)),
                new Page("a week by space", "/desk/week?day=" + today.plusDays(7)),
                new Page("a session, 40 booked in", "/desk/sessions/" + session),
                new Page("its roster alone", "/desk/sessions/" + session + "/roster"),
                new Page("its roster as XLSX", "/desk/sessions/" + session + "/roster.xlsx"));
    }

    String measure(int rounds, double seconds) throws IOException {
        pages().forEach(page -> run(page, CLERKS, WARM_UP_SECONDS / pages().size()));
        var comparison = new Comparison();
        for (var page : pages()) {
            comparison.with(page.name() + ", 1 clerk", () -> run(page, 1, seconds));
            comparison.with(page.name() + ", %d clerks".formatted(CLERKS), () -> run(page, CLERKS, seconds));
        }
        comparison.run(rounds);
        return """
                ## Pages

                %,d sessions in the year of one centre, %d spaces, %d booked in at the session that is shown (%s bytes for a week,
                %s for the session). Whoever asks has signed in by the code flow, and each request carries the cookie. The constant
                answer is what the same service says at the desk to who asks who they are: the cookie is opened and the token
                checked, the database is not asked. Target: a page within 100 ms, 99 of 100 times, for one clerk.

                %s""".formatted(
                        SESSIONS,
                        ROOMS,
                        BOOKED,
                        "%,d".formatted(size("/desk/week?day=" + today.plusDays(7))),
                        "%,d".formatted(size("/desk/sessions/" + session)),
                        comparison.table());
    }

    private int size(String path) throws IOException {
        try (var connection = new Connection(stage.instance(0))) {
            return connection.exchange(request(path), 200);
        }
    }

    /** Signs in anew for each run: a token lasts five minutes, and renewing it is not what is measured. */
    private Load.Result run(Page page, int clerks, double seconds) {
        var request = request(page.path());
        return Load.run(clerks, seconds, own -> {
            var connection = new Connection(stage.instance(0));
            return new Load.Work() {
                @Override
                public void once() throws IOException {
                    connection.exchange(request, 200);
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        });
    }

    private byte[] request(String path) {
        var browser = new Browser(stage.gateway());
        browser.signIn("/desk", Desk.STAFF);
        return ("GET " + path + " HTTP/1.1\r\nHost: " + stage.gateway().getAuthority()
                        + "\r\nAccept: text/html,*/*\r\nAccept-Language: en\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document"
                        + "\r\nSec-Fetch-Site: none\r\nCookie: " + browser.cookiesFor("/desk") + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
