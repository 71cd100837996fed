package org.goldenbridge.event;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.session;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A strong tag stands for the very bytes, and packed these are others (RFC 9110, 8.8.3.3). */
@EventServiceTest
class PackedTagsTest {
    @Test
    @DisplayName("E70: packed and plain answers have strong tags of their own, and who has either is not sent it again")
    void tagsWhatIsPackedByItself() {
        var centre = beijing(20);
        var session = session(centre, 20);
        var event = EventFixtures.event(centre);
        for (var path : List.of(
                "/v1/sessions?centre=" + centre.id(),
                "/v1/sessions/" + session,
                "/v1/events?centre=" + centre.id(),
                "/v1/events/" + event,
                "/v1/courses?centre=" + centre.id(),
                "/v1/feeds/sessions?afterChangeNumber=1&limit=1")) {
            var plain = read(path, "identity", "none");
            var packed = read(path, "gzip, deflate, br", "none");
            assertEquals("gzip", packed.header("Content-Encoding"), path);
            assertEquals(plain.asString(), packed.asString());
            assertTrue(plain.header("ETag").startsWith("\""), path);
            assertNotEquals(plain.header("ETag"), packed.header("ETag"), path);
            for (var has : List.of(plain.header("ETag"), packed.header("ETag"))) {
                read(path, "identity", has).statusCode(304);
                read(path, "gzip", has).statusCode(304).header("ETag", has);
            }
            assertEquals(plain.header("ETag"), read(path, "deflate", "none").header("ETag"), "only gzip is packed");
        }
    }

    @Test
    @DisplayName("E70: an edit goes on with the tag of either, and with neither of an older version")
    void editsWithEitherTag() {
        var centre = beijing(20);
        var event = EventFixtures.event(centre);
        var path = "/v1/events/" + event;
        for (var coding : List.of("identity", "gzip")) {
            var tag = read(path, coding, "none").header("ETag");
            put(centre.staff(), path, tag, draft(centre.id(), "By " + coding)).statusCode(200);
            put(centre.staff(), path, tag, draft(centre.id(), "Too late")).statusCode(412);
        }
    }

    private static String draft(String centre, String title) {
        return """
                {"centreId":"%s","kind":"workshop","title":{"en":"%s"},"audience":"adults","languages":["kk"]}""".formatted(centre, title);
    }

    private static TestResponse read(String path, String coding, String has) {
        return given().header("Accept-Encoding", coding)
                .header("If-None-Match", '"' + has.replace("\"", "") + '"')
                .get(path);
    }
}
