package org.goldenbridge.event.desk;

import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.access.StaffBrowser;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestRequest;
import org.goldenbridge.testing.TestResponse;

/** The page of one session, as somebody at the desk of its centre uses it without a browser. */
final class SessionAtDesk {
    private static final Map<String, StaffBrowser> SIGNED_IN = new ConcurrentHashMap<>();

    private final TestCentre centre;
    private final String session;

    SessionAtDesk(TestCentre centre, String session) {
        this.centre = centre;
        this.session = session;
    }

    /** The page of a new session with that many places, next month. */
    static SessionAtDesk of(TestCentre centre, int places) {
        return new SessionAtDesk(centre, EventFixtures.session(centre, places));
    }

    /** The page of a new session that is today, at a centre whose clock says about ten, and costs 80.50. */
    static SessionAtDesk ofToday(int places) {
        var ahead = Math.floorMod(10 - OffsetDateTime.now(ZoneOffset.UTC).getHour(), 24);
        var hours = ahead > 12 ? ahead - 24 : ahead;
        var offset = ZoneOffset.ofHours(hours);
        var centre =
                EventFixtures.centre("Etc/GMT" + (hours > 0 ? "-" + hours : hours < 0 ? "+" + -hours : ""), places);
        String event = created(post(centre.staff(), "/v1/events", """
                {"centreId":"%s","kind":"workshop","title":{"en":"Felt"},"audience":"adults","languages":["kk"],
                 "price":{"amount":80.50,"currency":"CNY"}}""".formatted(centre.id())));
        var today = LocalDate.now(offset);
        return new SessionAtDesk(
                centre,
                created(post(
                        centre.staff(),
                        "/v1/sessions",
                        EventFixtures.draft(event, centre.space(), today + "T15:00", today + "T17:00"))));
    }

    String id() {
        return session;
    }

    TestCentre centre() {
        return centre;
    }

    private StaffBrowser browser(String role) {
        return SIGNED_IN.computeIfAbsent(centre.id() + "-" + role, account -> {
            var browser = new StaffBrowser();
            browser.signIn("/desk/me", account, "/" + centre.id() + "/" + role);
            return browser;
        });
    }

    /** The page, or what lies under it. */
    TestResponse get(String path) {
        return get("staff", path, "en");
    }

    TestResponse get(String role, String path, String language) {
        return browser(role)
                .request()
                .header("Accept", "*/*")
                .header("Accept-Language", language)
                .header("Sec-Fetch-Mode", "navigate")
                .get("/desk/sessions/" + session + path);
    }

    /** Sends a form as a script does. */
    TestResponse send(String path, Map<String, String> fields) {
        return form(fields).header("HX-Request", "true").post(url(path));
    }

    /** Sends a form as a browser without scripts does. */
    TestResponse sendPlainly(String path, Map<String, String> fields) {
        return form(fields).post(url(path));
    }

    private String url(String path) {
        return path.startsWith("/desk") ? path : "/desk/sessions/" + session + path;
    }

    private TestRequest form(Map<String, String> fields) {
        return browser("staff")
                .request()
                .urlEncodingEnabled(true)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept-Language", "en")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }

    /** Ten seconds later: what was cancelled can no longer be undone, and its places are offered on. */
    void letUndoingLapse() {
        for (var sql : List.of(
                "update booking set cancelled_at = cancelled_at - interval '11 seconds' where status = 'cancelled' and opportunity_id = '%s'",
                "update waiting_list_entry set ended_at = ended_at - interval '11 seconds' where status = 'left' and opportunity_id = '%s'",
                "update hold set held_at = held_at - interval '11 seconds', expires_at = expires_at - interval '11 seconds'"
                        + " where status = 'live' and num_nonnulls(booking_id, entry_id) = 1 and opportunity_id = '%s'",
                "update places set next_expiry = now() - interval '1 second' where opportunity_id = '%s'",
                "select settle_due_places('%s', now(), null)")) {
            TestPostgres.value(sql.formatted(session) + (sql.startsWith("update") ? " returning 1" : ""));
        }
    }

    /** Books in who stands in that line. */
    TestResponse book(String line, int places) {
        return book(line, places, Map.of());
    }

    TestResponse book(String line, int places, Map<String, String> besides) {
        var fields = new HashMap<>(besides);
        fields.putAll(Map.of(
                "line",
                line,
                "places",
                String.valueOf(places),
                "key",
                UUID.randomUUID().toString()));
        return send("/bookings", fields);
    }

    /** Where the forms of the page go that end so, in their order. */
    List<String> actions(String ending) {
        return Pattern.compile(" action=\"([^\"]*" + ending + ")\"")
                .matcher(get("").asString())
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
