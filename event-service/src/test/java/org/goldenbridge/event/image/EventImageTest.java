package org.goldenbridge.event.image;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.goldenbridge.event.EventFixtures.day;
import static org.goldenbridge.testing.RestApi.created;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.goldenbridge.event.EventFixtures;
import org.goldenbridge.event.EventFixtures.TestCentre;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.goldenbridge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What staff upload is shown in two sizes made of its pixels alone; what is no image is refused, and the old one stays. */
@EventServiceTest
class EventImageTest {
    private static final String SCRIPT = "<script>alert(1)</script>";

    @Inject
    ImageFiles files;

    @Test
    void showsAnUploadedPhotographInTwoSizes() {
        var scene = Scene.set();
        var url = scene.upload("image/jpeg", Pictures.jpeg(2_000, 1_000))
                .statusCode(200)
                .body("mediaType", equalTo("image/jpeg"))
                .body("width", equalTo(1_600))
                .body("height", equalTo(800))
                .body("smallWidth", equalTo(480))
                .body("smallHeight", equalTo(240))
                .body("alt", nullValue())
                .body("url", startsWith("http://localhost:"))
                .<String>path("url");

        var large = Pictures.decoded(shown(url).asByteArray());
        assertEquals(1_600, large.getWidth());
        assertEquals(800, large.getHeight());
        assertLike(Color.RED, large, 100, 400);
        assertLike(Color.BLUE, large, 1_500, 400);
        for (var width : List.of("1", "480")) {
            assertEquals(
                    480,
                    Pictures.decoded(shown(url + "?width=" + width).asByteArray())
                            .getWidth());
        }
        for (var width : List.of("481", "1600", "5000")) {
            assertEquals(
                    1_600,
                    Pictures.decoded(shown(url + "?width=" + width).asByteArray())
                            .getWidth());
        }
        given().get(path(url) + "?width=0").statusCode(400);
        given().get(path(url) + "?width=wide").statusCode(400);
    }

    @Test
    void neverMakesAnImageLarger() {
        var scene = Scene.set();
        var url = scene.upload("image/png", Pictures.png(300, 200))
                .statusCode(200)
                .body("width", equalTo(300))
                .body("smallWidth", equalTo(300))
                .body("mediaType", equalTo("image/jpeg"))
                .<String>path("url");
        assertEquals(
                300, Pictures.decoded(shown(url + "?width=480").asByteArray()).getWidth());
    }

    @Test
    void keepsWhatShinesThrough() {
        var scene = Scene.set();
        var url = scene.upload("image/png", Pictures.transparentPng(800, 600))
                .statusCode(200)
                .body("mediaType", equalTo("image/png"))
                .<String>path("url");
        var small =
                given().get(path(url) + "?width=480").contentType("image/png").asByteArray();
        assertEquals(255, Pictures.decoded(small).getRGB(10, 10) >>> 24);
        assertEquals(0, Pictures.decoded(small).getRGB(470, 10) >>> 24);
    }

    /** Greys, palettes and sixteen bits a sample are decoded another way each. */
    @ParameterizedTest
    @MethodSource("kindsOfPng")
    void readsEveryKindOfPng(int type, Color left, Color right) {
        var scene = Scene.set();
        var url = scene.upload("image/png", Pictures.file(Pictures.twoHalves(500, 300, type), "png"))
                .statusCode(200)
                .<String>path("url");
        var large = Pictures.decoded(shown(url).asByteArray());
        assertLike(left, large, 50, 150);
        assertLike(right, large, 450, 150);
    }

    static Stream<Arguments> kindsOfPng() {
        var grey = Pictures.twoHalves(2, 1, BufferedImage.TYPE_BYTE_GRAY).getRaster();
        var red = grey.getSample(0, 0, 0);
        var blue = grey.getSample(1, 0, 0);
        return Stream.of(
                Arguments.of(BufferedImage.TYPE_BYTE_INDEXED, Color.RED, Color.BLUE),
                Arguments.of(BufferedImage.TYPE_BYTE_BINARY, Color.BLACK, Color.BLACK),
                Arguments.of(BufferedImage.TYPE_BYTE_GRAY, new Color(red, red, red), new Color(blue, blue, blue)),
                Arguments.of(BufferedImage.TYPE_4BYTE_ABGR, Color.RED, Color.BLUE));
    }

    @Test
    void turnsAPictureUprightAndForgetsWhereItWasTaken() {
        var scene = Scene.set();
        // Held on its side: what is left in the file is on top.
        var url = scene.upload("image/jpeg", Pictures.withExif(Pictures.jpeg(1_000, 500), 6))
                .statusCode(200)
                .body("width", equalTo(500))
                .body("height", equalTo(1_000))
                .<String>path("url");
        for (var size : List.of("", "?width=480")) {
            var file = shown(url + size).asByteArray();
            assertFalse(text(file).contains("GPS"));
            assertFalse(text(file).contains("Exif"));
            var seen = Pictures.decoded(file);
            assertLike(Color.RED, seen, seen.getWidth() / 2, 20);
            assertLike(Color.BLUE, seen, seen.getWidth() / 2, seen.getHeight() - 20);
        }
    }

    @Test
    void keepsNothingThatIsNoPixel() {
        var scene = Scene.set();
        var jpeg = Pictures.then(
                Pictures.withSegment(Pictures.jpeg(400, 300), 0xFE, SCRIPT.getBytes(StandardCharsets.ISO_8859_1)),
                SCRIPT);
        var png = Pictures.then(
                Pictures.withChunk(
                        Pictures.png(400, 300), "tEXt", ("Comment\0" + SCRIPT).getBytes(StandardCharsets.ISO_8859_1)),
                SCRIPT);
        assertTrue(text(jpeg).endsWith(SCRIPT) && text(png).endsWith(SCRIPT), "the scripts are there to be left out");
        for (var file : List.of(jpeg, png)) {
            var url = scene.upload(null, file).statusCode(200).<String>path("url");
            assertFalse(text(shown(url).asByteArray()).contains("script"));
        }
    }

    @Test
    void isCachedForEver() {
        var scene = Scene.set();
        var url = scene.uploaded();
        var answer = shown(url);
        assertEquals("public, max-age=31536000, immutable", answer.header("Cache-Control"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("default-src 'none'", answer.header("Content-Security-Policy"));
        assertEquals("image/jpeg", answer.contentType());
        assertEquals(answer.asByteArray().length, Integer.parseInt(answer.header("Content-Length")));
        given().header("If-None-Match", answer.header("ETag"))
                .get(path(url))
                .statusCode(304)
                .header("ETag", answer.header("ETag"))
                .header("Cache-Control", startsWith("public"))
                .body(equalTo(""));
        given().accept("image/jpeg").get(path(url)).statusCode(200).contentType("image/jpeg");
        given().header("If-None-Match", answer.header("ETag"))
                .get(path(url) + "?width=480")
                .statusCode(200);
    }

    @Test
    void saysWhatIsToBeSeenUntilAnotherImageComes() {
        var scene = Scene.set();
        scene.uploaded();
        var alt = "{\"alt\":{\"en\":\"A dombra player\",\"fr\":\"Un joueur de dombra\"}}";
        scene.describe("*", "{\"alt\":{\"xx\":\"?\"}}").statusCode(400);
        scene.describe("\"7.en\"", alt).statusCode(412);
        scene.describe(null, alt).statusCode(428);
        scene.describe(scene.read().header("ETag"), alt).statusCode(200).body("alt.en", equalTo("A dombra player"));
        given().get(scene.path + "?lang=fr")
                .statusCode(200)
                .header("Content-Language", equalTo("fr"))
                .body("alt.fr", equalTo("Un joueur de dombra"));
        scene.uploaded();
        scene.read().body("alt", nullValue());
    }

    @Test
    void keepsTheFilesOfAReplacedImageForADay() {
        var scene = Scene.set();
        var before = scene.uploaded();
        var now = scene.uploaded();
        assertFalse(before.equals(now), "another image has another address");
        shown(before);
        files.forget(Instant.now().plus(Duration.ofHours(23)));
        shown(before);
        files.forget(Instant.now().plus(Duration.ofHours(25)));
        given().get(path(before)).statusCode(404);
        shown(now);
    }

    /** Whoever loses is told so; no files are left that no image leads to. */
    @Test
    void leavesOneImageWhenManyAreUploadedAtOnce() {
        var scene = Scene.set();
        var file = Pictures.jpeg(640, 320);
        for (var round = 0; round < 3; round++) {
            var uploads = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> scene.upload("image/jpeg", file).statusCode(), task -> new Thread(task).start()))
                    .limit(5)
                    .toList();
            var answers = uploads.stream().map(CompletableFuture::join).sorted().toList();
            assertEquals(200, answers.get(0), "somebody wins");
            assertTrue(List.of(200, 409, 412).containsAll(answers), () -> "answered " + answers);
        }
        assertEquals(1, count("select 1 from event_image where event_id = '" + scene.event + "'"));
        assertEquals(
                0,
                count("select 1 from image_file f where event_id = '" + scene.event
                        + "' and (replaced_at is null) <> exists (select from event_image i where i.id = f.image_id)"));
    }

    @Test
    void removesAnImageAndThoseBeforeItAtOnce() {
        var scene = Scene.set();
        var before = scene.uploaded();
        var now = scene.uploaded();
        given().bearer(scene.centre.staff()).delete(scene.path).statusCode(204);
        scene.read(404);
        for (var url : List.of(before, now)) {
            given().get(path(url)).statusCode(404).contentType("application/problem+json");
        }
        given().bearer(scene.centre.staff()).delete(scene.path).statusCode(404);
        scene.uploaded();
        scene.read().statusCode(200);
    }

    @Test
    void movesTheSessionsOfTheEventAndIsWrittenDown() {
        var scene = Scene.set();
        var session = created(post(scene.centre.staff(), "/v1/sessions", """
                        {"eventId":"%s","spaceId":"%s","startsAt":"%sT10:00","endsAt":"%sT12:00"}""".formatted(
                        scene.event, scene.centre.space(), day(0), day(0))));
        var place = "select 1 from feed_item where feed = 'sessions' and item = '" + session + "' and number > ";
        Eventually.isTrue("the session is in the feed", () -> count(place + 0) == 1);
        for (var change : List.<Runnable>of(
                scene::uploaded,
                () -> scene.describe("*", "{\"alt\":{\"en\":\"Dombra\"}}").statusCode(200),
                () -> given().bearer(scene.centre.staff()).delete(scene.path).statusCode(204))) {
            var last = number(session);
            change.run();
            Eventually.isTrue("the session has moved", () -> number(session) > last);
        }
        given().bearer(scene.centre.manager())
                .get("/v1/events/" + scene.event + "/audit")
                .body("items.action", hasItems("image-set", "image-described", "image-removed"));
    }

    @Test
    void showsTheImageOfADraftToItsDeskAlone() {
        var centre = beijing(20);
        var event = created(post(centre.staff(), "/v1/events", """
                        {"centreId":"%s","kind":"concert","title":{"en":"Secret"},"audience":"adults","draft":true}""".formatted(centre.id())));
        var scene = new Scene(centre, event, "/v1/events/" + event + "/image");
        var url = scene.uploaded();
        given().get(path(url)).statusCode(404);
        scene.read(404);
        given().bearer(beijing(5).staff()).get(path(url)).statusCode(404);
        given().bearer(centre.staff()).get(path(url)).statusCode(200).header("Cache-Control", "private, no-store");
        post(centre.staff(), "/v1/events/" + event + "/announcement", "*", "").statusCode(200);
        shown(url);
        scene.read();
    }

    @Test
    void isUploadedByTheDeskOfTheCentreAlone() {
        var scene = Scene.set();
        var before = scene.uploaded();
        var file = Pictures.jpeg(300, 300);
        given().contentType("image/jpeg").body(file).put(scene.path).statusCode(401);
        for (var groups : List.of("/elsewhere/staff", "/network/partner", "/" + scene.centre.id() + "/cataloguer")) {
            var token = TestTokens.of("intruder", groups);
            upload(token, scene.path, "image/jpeg", file).statusCode(403);
            given().bearer(token).delete(scene.path).statusCode(403);
            given().bearer(token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("If-Match", "*")
                    .body("{}")
                    .put(scene.path + "/alt")
                    .statusCode(403);
        }
        upload(scene.centre.staff(), "/v1/events/" + UUID.randomUUID() + "/image", "image/jpeg", file)
                .statusCode(404);
        scene.read().body("url", equalTo(before));
        upload(TestTokens.of("admin", "/network/administrator"), scene.path, "image/jpeg", file)
                .statusCode(200);
        upload(scene.centre.manager(), scene.path, "image/jpeg", file).statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsNoImage")
    void refusesWhatIsNoImageAndKeepsTheOldOne(String what, String announced, byte[] file, int status, String code) {
        var scene = Scene.set();
        var before = scene.uploaded();
        scene.upload(announced, file)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("detail", not(containsString("null")));
        scene.read().body("url", equalTo(before));
        shown(before);
        assertEquals(2, count("select 1 from image_file where event_id = '" + scene.event + "'"));
    }

    static Stream<Arguments> whatIsNoImage() {
        var jpeg = Pictures.jpeg(400, 300);
        var png = Pictures.png(400, 300);
        var torn = png.clone();
        torn[torn.length / 2]++;
        return Stream.of(
                bad(
                        "an SVG",
                        "image/svg+xml",
                        text("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                        415,
                        "unsupported-image"),
                bad("HTML named PNG", "image/png", text("\n <!doctype html>" + SCRIPT), 415, "unsupported-image"),
                bad("a script in a GIF", "image/gif", text("GIF89a/*\0\0*/=1;alert(1)"), 415, "unsupported-image"),
                bad("that GIF named JPEG", "image/jpeg", text("GIF89a/*\0\0*/=1;alert(1)"), 415, "unsupported-image"),
                bad("a WebP", "image/webp", text("RIFF\0\0\0\0WEBPVP8 "), 415, "unsupported-image"),
                bad("nothing", "image/png", new byte[0], 415, "unsupported-image"),
                bad("a PNG named JPEG", "image/jpeg", png, 415, "image-type-mismatch"),
                bad("a JPEG named JSON", "application/json", jpeg, 415, "image-type-mismatch"),
                bad("half a JPEG", "image/jpeg", Arrays.copyOf(jpeg, jpeg.length / 2), 422, "image-unreadable"),
                bad("half a PNG", "image/png", Arrays.copyOf(png, png.length / 2), 422, "image-unreadable"),
                bad("the beginning of a JPEG", "image/jpeg", Arrays.copyOf(jpeg, 3), 422, "image-unreadable"),
                bad("a torn PNG", "image/png", torn, 422, "image-unreadable"),
                bad("a bomb", "image/png", Pictures.bomb(60_000, 60_000), 422, "image-dimensions"),
                bad("a bomb of negative size", "image/png", Pictures.bomb(-1, -1), 422, "image-dimensions"),
                bad("a long bomb", "image/png", Pictures.bomb(300, 60_000), 422, "image-dimensions"),
                bad("26 million pixels", "image/png", Pictures.bomb(6_500, 4_000), 422, "image-dimensions"),
                bad("a size that lies", "image/png", Pictures.bomb(5_000, 5_000), 422, "image-unreadable"),
                bad("a dot", "image/png", Pictures.png(1, 1), 422, "image-dimensions"),
                bad("6 MB", "image/png", new byte[6 << 20], 413, "too-large"));
    }

    /** A text of a thousand million blanks, packed: whoever unpacks it is out of memory. */
    @Test
    void neverUnpacksTextsOfAPng() {
        var scene = Scene.set();
        var packed = new java.io.ByteArrayOutputStream();
        try (var packing = new java.util.zip.DeflaterOutputStream(packed)) {
            var blanks = new byte[1 << 20];
            for (var i = 0; i < 1_000; i++) {
                packing.write(blanks);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var text = Pictures.then(text("Comment\0\0"), text(packed.toByteArray()));
        scene.upload(
                        "image/png",
                        Pictures.withChunk(
                                Pictures.file(Pictures.twoHalves(300, 300, BufferedImage.TYPE_BYTE_INDEXED), "png"),
                                "zTXt",
                                text))
                .statusCode(200);
    }

    @Test
    void takesAsMuchAsItSays() {
        var scene = Scene.set();
        scene.upload("image/png", Pictures.png(5_000, 5_000)).statusCode(200).body("width", equalTo(1_600));
        var large = Pictures.noisyPng(1_300, 1_300);
        assertTrue(large.length > 4_900_000 && large.length < 5 << 20, "it is " + large.length);
        scene.upload("image/png", large).statusCode(200).body("width", equalTo(1_300));
    }

    private static Arguments bad(String what, String announced, byte[] file, int status, String code) {
        return Arguments.of(what, announced, file, status, code);
    }

    private record Scene(TestCentre centre, String event, String path) {
        static Scene set() {
            var centre = beijing(20);
            var event = EventFixtures.event(centre);
            return new Scene(centre, event, "/v1/events/" + event + "/image");
        }

        TestResponse upload(String announced, byte[] file) {
            return EventImageTest.upload(centre.staff(), path, announced, file);
        }

        /** The address of a small image that is new. */
        String uploaded() {
            return upload("image/jpeg", Pictures.jpeg(640, 320)).statusCode(200).path("url");
        }

        TestResponse describe(String ifMatch, String body) {
            return given().bearer(centre.staff())
                    .contentType(MediaType.APPLICATION_JSON)
                    .headers(ifMatch == null ? java.util.Map.of() : java.util.Map.of("If-Match", ifMatch))
                    .body(body)
                    .put(path + "/alt");
        }

        TestResponse read() {
            return read(200);
        }

        TestResponse read(int status) {
            return given().get(path).statusCode(status);
        }
    }

    private static TestResponse upload(String token, String path, String announced, byte[] file) {
        return given().bearer(token)
                .contentType(announced == null ? "application/octet-stream" : announced)
                .body(file)
                .put(path);
    }

    private static TestResponse shown(String url) {
        return given().get(path(url)).statusCode(200);
    }

    private static String path(String url) {
        var uri = URI.create(url);
        return uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
    }

    private static long number(String session) {
        return TestPostgres.count(
                "select generate_series(1, number) from feed_item where feed = 'sessions' and item = '" + session
                        + "'");
    }

    private static void assertLike(Color wanted, BufferedImage image, int x, int y) {
        var seen = new Color(image.getRGB(x, y));
        assertTrue(
                Math.abs(wanted.getRed() - seen.getRed()) < 12
                        && Math.abs(wanted.getGreen() - seen.getGreen()) < 12
                        && Math.abs(wanted.getBlue() - seen.getBlue()) < 12,
                () -> "at " + x + "," + y + " there should be " + wanted + " and is " + seen);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
