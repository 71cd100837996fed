package org.goldenbridge.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.RawHttp;
import org.goldenbridge.acceptance.network.Stage;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that two programs may read differently, through the gateway and past it. */
@ExtendWith(OnStage.class)
@Order(6)
class AmbiguousRequestsIT {
    private static final long TWENTY_MEGABYTES = 20L << 20;

    private final Stage stage;
    private final Desk desk;

    AmbiguousRequestsIT(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    @Test
    void aProtectedPathWrittenAnotherWayIsRefused() {
        var session = desk.session("Kept from strangers", 5);
        desk.book(session, "Hidden Visitor", 1);
        var plain = Desk.bookingsOf(session);
        for (var address : List.of(stage.gateway(), stage.instance(0))) {
            for (var path : spellings(plain)) {
                for (var authorization : List.of("", "Authorization: Bearer " + stage.token("paris-staff") + "\r\n")) {
                    var answer = get(address, path, authorization);
                    assertRefused(answer, address + " " + path);
                    assertFalse(answer.contains("Hidden Visitor"), () -> path + " gave away: " + answer);
                }
            }
            // The plain path works for those who may read it, or the refusals above would show nothing.
            var staff = get(address, plain, "Authorization: Bearer " + stage.token(Desk.STAFF) + "\r\n");
            assertEquals(200, RawHttp.status(staff));
            assertTrue(staff.contains("Hidden Visitor"));
        }
    }

    private static List<String> spellings(String plain) {
        var spellings = new ArrayList<String>();
        for (var slash : List.of("//", "/./", ";x=1/", "%2F", "%2f", "%252F", "%5C", "/%2e/", "/x/../", "/x/..;/")) {
            spellings.add(plain.replaceFirst("/bookings$", slash + "bookings"));
            spellings.add(plain.replaceFirst("^/v1/", "/v1" + slash));
        }
        for (var tail : List.of(";", ";.json", "%3B", "%3Bx=1", "%00", "/..;/bookings", "%2e%2e", "%0d%0aX:1")) {
            spellings.add(plain + tail);
        }
        spellings.add(plain.replaceFirst("bookings$", "%62ookings"));
        spellings.add(plain);
        return spellings;
    }

    @Test
    void anotherHostIsNotServed() {
        for (var address : List.of(stage.gateway(), stage.instance(0), centres())) {
            var answer = RawHttp.exchange(
                    address, "GET /v1/sessions HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 0);
            assertEquals(421, RawHttp.status(answer), address + " answered " + answer);
        }
    }

    @Test
    void twentyMegabytesWithoutATokenAreRefused() {
        for (var address : List.of(stage.gateway(), stage.instance(0), centres())) {
            var path = address.equals(centres()) ? "/v1/spaces" : "/v1/events";
            var head = "POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nContent-Type: application/json\r\nConnection: close\r\n";
            var announced = RawHttp.exchange(
                    address, head + "Content-Length: " + TWENTY_MEGABYTES + "\r\n\r\n", TWENTY_MEGABYTES);
            assertRefused(announced, address + " with 20 MB");

            // Not announced: one endless chunk.
            var chunked = RawHttp.exchange(
                    address,
                    head + "Transfer-Encoding: chunked\r\n\r\n" + Long.toHexString(TWENTY_MEGABYTES) + "\r\n",
                    TWENTY_MEGABYTES);
            assertRefused(chunked, address + " with 20 MB in a chunk");
        }
        assertEquals(200, stage.anyone().get("/v1/sessions?limit=1").status());
        assertEquals(
                404, stage.anyone().get("/v1/sessions/" + UUID.randomUUID()).status());
    }

    private URI centres() {
        return stage.network().service(Stage.CENTRES, 0).address();
    }

    private static String get(URI address, String path, String headers) {
        return RawHttp.exchange(
                address,
                "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers
                        + "Connection: close\r\n\r\n",
                0);
    }

    private static void assertRefused(String answer, String what) {
        var status = RawHttp.status(answer);
        assertTrue(status >= 400 && status < 500, () -> what + " was answered " + answer);
    }
}
