package org.goldenbridge.catalogue.imports;

import static org.goldenbridge.catalogue.imports.Marc.book;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestRequest;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that want to harm, lie, or are broken, through the front door: each is refused with a reason, or the one record is
 * put aside with its bytes, and the rest goes on. What {@link UploadTest} proves is not proved again.
 */
@CatalogueServiceTest
class ImportAttackTest {
    private static Desk first;

    /** A source of its own for each attack, at one centre. */
    private static Desk desk() {
        if (first == null) {
            first = Desk.open();
        }
        return first.another();
    }

    private static byte[] gzip(byte[] file) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The plan of a file with something bad between two books, which are planned as if it were not there. */
    private static UUID between(Desk desk, byte[] bad) {
        var id = desk.plan(Marc.file(
                book("a1", "Before it").iso(), bad, book("a2", "Behind it").iso()));
        desk.get("/v1/imports/" + id + "/rows").body("items.title", hasItems("Before it", "Behind it"));
        return id;
    }

    @Test
    void anAnnouncedPackingIsUnpackedOnceAndABombOfItRefused() {
        var desk = desk();
        var id = desk.begin();
        encoded(desk, id, gzip(book("a1", "Packed").iso())).statusCode(202);
        desk.await(id, "planned");
        assertEquals("{new=1}", desk.counts(id));
        var other = desk.begin();
        encoded(desk, other, gzip(Marc.file(book("a1", "Small").iso(), new byte[64 << 20])))
                .statusCode(422)
                .body("type", endsWith("/unpacks-too-large"));
        assertEquals("refused", desk.read(other).getString("state"));
    }

    private static TestResponse encoded(Desk desk, UUID id, byte[] file) {
        return given().bearer(desk.cataloguer())
                .header("Content-Encoding", "gzip")
                .contentType("application/octet-stream")
                .body(file)
                .put("/v1/imports/" + id + "/file");
    }

    @Test
    void whatIsPackedTwiceIsNotUnpackedTwice() {
        var desk = desk();
        desk.send(desk.begin(), gzip(gzip(book("a1", "Packed").iso())))
                .statusCode(422)
                .body("type", endsWith("/not-marc"))
                .body("detail", containsString("gzip"));
    }

    /** A stream of the JDK calls itself for each of them, until it has no more room. */
    @Test
    void manyEmptyPartsOfAGzipFileAreNoTrouble() {
        var desk = desk();
        var empty = gzip(new byte[0]);
        var file = new ByteArrayOutputStream();
        file.writeBytes(gzip(book("a1", "Before them").iso()));
        for (int nth = 0; nth < 100_000; nth++) {
            file.writeBytes(empty);
        }
        file.writeBytes(gzip(book("a2", "Behind them").iso()));
        assertEquals("{new=2}", desk.counts(desk.plan(file.toByteArray())));
        desk.send(desk.begin(), Arrays.copyOf(empty, empty.length * 1_000))
                .statusCode(422)
                .body("type", endsWith("/not-marc"))
                .body("detail", containsString("empty"));
    }

    @Test
    void whatComesBehindAGzipFileIsNotSilentlyLost() {
        var desk = desk();
        var packed = gzip(book("a1", "Packed").iso());
        desk.send(desk.begin(), Marc.file(packed, book("a2", "Not packed").iso()))
                .statusCode(422)
                .body("type", endsWith("/damaged-gzip"));
        assertEquals("{new=1}", desk.counts(desk.plan(Marc.file(packed, new byte[1_000]))));
    }

    @Test
    void aGzipFileThatIsCutAnywhereCanBeSentAgain() {
        var desk = desk();
        var id = desk.begin();
        var packed = gzip(book("a1", "Packed").iso());
        for (int length : new int[] {2, 3, 9, 10, 11, 25, packed.length - 8, packed.length - 1}) {
            desk.send(id, Arrays.copyOf(packed, length)).statusCode(422).body("type", endsWith("/damaged-gzip"));
        }
        desk.send(id, packed).statusCode(202);
    }

    @Test
    void aGzipFileWithAFlippedBitIsRefused() {
        var desk = desk();
        for (int at : new int[] {3, 20, -6, -2}) {
            var packed = gzip(book("a1", "Packed").iso());
            packed[Math.floorMod(at, packed.length)] ^= 0x20;
            desk.send(desk.begin(), packed).statusCode(422);
        }
    }

    @Test
    void entitiesOfARecordAreNotUnfolded() {
        var desk = desk();
        var definitions = new StringBuilder("<!ENTITY x0 \"ha\">");
        for (int nth = 1; nth <= 30; nth++) {
            definitions.append("<!ENTITY x%d \"&x%d;&x%d;\">".formatted(nth, nth - 1, nth - 1));
        }
        var id = desk.plan("<?xml version=\"1.0\"?><!DOCTYPE collection [" + definitions + "]>"
                + Marc.collection(book("a1", "&x30;"), book("a2", "Behind it")));
        assertEquals("{new=1, unreadable=1}", desk.counts(id));
        desk.get("/v1/imports/" + id + "/rows/1")
                .body("outcome", equalTo("unreadable"))
                .body("remarks[0]", containsString("not well-formed"));
        assertTrue(new String(desk.original(id, 1), StandardCharsets.UTF_8).contains("&x30;"));
        desk.apply(id);
        assertEquals("{applied=1, new=1, skipped=1, unreadable=1}", desk.counts(id));
    }

    @Test
    void nothingOutsideTheFileIsRead(@TempDir Path directory) throws IOException {
        var secret = Files.writeString(directory.resolve("secret.txt"), "canary-in-a-file");
        try (var listening = new ServerSocket(0)) {
            listening.setSoTimeout(1);
            var desk = desk();
            var address = "http://localhost:" + listening.getLocalPort() + "/";
            var id = desk.plan("<?xml version=\"1.0\"?><!DOCTYPE collection SYSTEM \"" + address + "dtd\" ["
                    + "<!ENTITY % all SYSTEM \"" + address + "all\"> %all;"
                    + "<!ENTITY file SYSTEM \"" + secret.toUri() + "\"><!ENTITY far SYSTEM \"" + address + "far\">]>"
                    + Marc.collection(book("a1", "&file;"), book("a2", "&far;"), book("a3", "Behind them"))
                            .replace(
                                    "</collection>",
                                    "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + secret.toUri()
                                            + "\"/></collection>"));
            assertEquals("{new=1, unreadable=2}", desk.counts(id));
            desk.apply(id);
            var said = desk.get("/v1/imports/" + id + "/rows").asString()
                    + TestPostgres.value(
                            "select string_agg(marcxml, '') from record where centre_id = '%s'".formatted(desk.centre));
            assertFalse(said.contains("canary-in-a-file"), said);
            assertThrows(SocketTimeoutException.class, listening::accept, "nobody has called");
        }
    }

    @Test
    void aDocumentTypeWithinARecordMakesThatOneUnreadable() {
        var desk = desk();
        var id = desk.plan("<collection><record><!DOCTYPE a [<!ENTITY b 'c'>]><leader>00000nam a2200000   4500</leader>"
                + "<controlfield tag=\"001\">a1</controlfield></record>"
                + book("a2", "Behind it").xml() + "</collection>");
        assertEquals("{new=1, unreadable=1}", desk.counts(id));
    }

    @Test
    void aRecordOf123374BytesGoesInAndOut() {
        var desk = desk();
        var large = book("a3", "Large");
        while (large.iso().length < 123_374 - 1_100) {
            large.field("500", "##$a" + "Long note. ".repeat(90));
        }
        var missing = 123_374 - large.field("500", "##$a").iso().length;
        var file = large.field("599", "##$a" + "x".repeat(missing - 17)).iso();
        assertEquals(123_374, file.length);
        var id = between(desk, file);
        assertEquals("{new=3}", desk.counts(id));
        desk.get("/v1/imports/" + id + "/rows/2").body("remarks", hasItem(containsString("123374")));
        assertArrayEquals(file, desk.original(id, 2));
        desk.apply(id);
        var record = recordOf(desk, id, 2);
        for (var path : List.of("/marc", "/export?format=marcxml", "/export?format=marc", "/export?format=json")) {
            RestApi.get("/v1/records/" + record + path).statusCode(lessThan(500));
        }
        RestApi.get("/v1/records/" + record + "/export?format=marcxml").body(containsString("Long note."));
        assertEquals(
                "{same=3}",
                desk.counts(desk.plan(Marc.file(
                        book("a1", "Before it").iso(),
                        file,
                        book("a2", "Behind it").iso()))));
    }

    private static String recordOf(Desk desk, UUID id, int nth) {
        return desk.get("/v1/imports/" + id + "/rows/" + nth).path("recordId");
    }

    @Test
    void aRecordOverEveryLimitIsPutAsideWithItsBytes() {
        var desk = desk();
        var endless = Marc.file(
                latin("99999nam a2200049   4500245000500000\u001E10\u001Fa"), new byte[5 << 20], latin("\u001E\u001D"));
        Arrays.fill(endless, 50, endless.length - 2, (byte) 'x');
        var id = between(desk, endless);
        assertEquals("{new=2, unreadable=1}", desk.counts(id));
        desk.get("/v1/imports/" + id + "/rows/2")
                .body("length", equalTo(endless.length))
                .body("remarks[0]", containsString("too long"));
        assertTrue(Arrays.equals(endless, desk.original(id, 2)), "the bytes are not those that were sent");
    }

    /** Every byte of the last record is tried as the end of the file, without sending it each time. */
    @Test
    void aFileThatIsCutAnywhereKeepsWhatCameBefore() {
        var desk = desk();
        var whole = book("a1", "Whole").iso();
        var cut = book("a2", "Cut").iso();
        for (int length : new int[] {1, 5, 24, cut.length / 2, cut.length - 1}) {
            var part = Arrays.copyOf(cut, length);
            var id = desk.plan(Marc.file(whole, part));
            assertEquals("{new=1, unreadable=1}", desk.counts(id), "cut at " + length);
            desk.get("/v1/imports/" + id + "/rows/2")
                    .body("position", equalTo(whole.length))
                    .body("remarks[0]", containsString("no end"));
            assertArrayEquals(part, desk.original(id, 2));
        }
    }

    @Test
    void anXmlFileThatIsCutKeepsWhatCameBefore() {
        var desk = desk();
        var file = Marc.collection(book("a1", "Whole"), book("a2", "Cut"));
        for (int length : new int[] {file.length() - 14, file.lastIndexOf("Cut"), file.lastIndexOf("<leader")}) {
            var id = desk.plan(file.substring(0, length));
            assertEquals("{new=1, unreadable=1}", desk.counts(id), file.substring(0, length));
        }
    }

    /** The leader says that it is UTF-8, or nothing. */
    @ParameterizedTest
    @CsvSource({"nam a, IBM866", "nam  , IBM866", "nam a, windows-1251", "nam  , windows-1251", "nam a, KOI8-R"})
    void theRussianOfOldProgramsIsReadWhateverTheLeaderSays(String leader, String charset) {
        var desk = desk();
        var title = "Путь Абая: роман-эпопея в четырех книгах, перевод с казахского";
        var id = between(
                desk,
                book("r1", title)
                        .leader((leader + "     ").substring(0, 5))
                        .in(charset)
                        .iso());
        desk.get("/v1/imports/" + id + "/rows/2")
                .body("title", startsWith("Путь Абая"))
                .body("remarks", not(empty()));
        desk.apply(id);
        RestApi.get("/v1/records?centre=" + desk.centre + "&q=Абая").body("items.id", hasItem(recordOf(desk, id, 2)));
    }

    @Test
    void leadersThatLieHarmOnlyThemselves() {
        var leaders = List.of(
                "00001nam a2200085   4500",
                "99999nam a2200085   4500",
                "     nam a2200085   4500",
                "-0001nam a2200085   4500",
                "00160nam a2200000   4500",
                "00160nam a2299999   4500",
                "00160nam a22        4500",
                "00160xyz~~9900085zzz9999",
                "\0\0\0\0\0nam a2200085   4500");
        var desk = desk();
        var file = new ByteArrayOutputStream();
        for (var leader : leaders) {
            var lying = book("l" + file.size(), "Behind a leader that lies").iso();
            System.arraycopy(latin(leader), 0, lying, 0, 24);
            file.writeBytes(lying);
        }
        var id = between(desk, file.toByteArray());
        var rows = desk.rows(id);
        for (int nth = 1; nth <= leaders.size(); nth++) {
            assertFalse(rows.getList("items[" + nth + "].remarks").isEmpty(), "what is wrong is said of " + nth);
            assertTrue(new String(desk.original(id, nth + 1), StandardCharsets.UTF_8).endsWith("lies\u001E\u001D"));
        }
        assertEquals(leaders.size() + 2, desk.apply(id).getInt("records"));
    }

    /** PostgreSQL keeps no NUL, JSON and XML no half of a character; an index no number without end. */
    @Test
    void whatNoTableKeepsIsTakenWithoutIt() {
        var all = List.of(
                "\0",
                "a\0b",
                "\u00ED\u00A0\u0080",
                "\u00FF\u00FE",
                "\u00EF\u00BF\u00BE",
                "'; drop table record; --",
                "{\"$ne\": 1}",
                "%s%n%d",
                "../../etc/passwd",
                "<script>alert(1)</script>");
        var desk = desk();
        var file = new ByteArrayOutputStream();
        for (var hostile : all) {
            var bytes = book("n" + file.size() + "#", "T# and more")
                    .field("020", "##$a9#")
                    .field("100", "1#$a#")
                    .iso();
            file.writeBytes(replaced(bytes, '#', latin(hostile)));
        }
        var id = between(desk, file.toByteArray());
        assertEquals(all.size() + 2, desk.read(id).getInt("counts.new"), desk.counts(id));
        assertEquals(all.size() + 2, desk.apply(id).getInt("counts.applied"));
        for (int nth = 2; nth <= all.size() + 1; nth++) {
            var record = "/v1/records/" + recordOf(desk, id, nth);
            RestApi.get(record).statusCode(200);
            RestApi.get(record + "/export?format=marc").statusCode(200);
            RestApi.get(record + "/export?format=marcxml").statusCode(200);
        }
        desk.undo(id);
        ImportInvariants.hold(desk);
    }

    /** The record with some bytes for a mark; its leader and directory then lie, too. */
    private static byte[] replaced(byte[] record, char mark, byte[] with) {
        var out = new ByteArrayOutputStream();
        for (var each : record) {
            if (each == mark) {
                out.writeBytes(with);
            } else {
                out.write(each);
            }
        }
        return out.toByteArray();
    }

    @Test
    void aNumberWithoutEndIsNoNumber() {
        var desk = desk();
        var id = between(desk, book("9".repeat(9_000), "Of a long number").iso());
        assertEquals("{new=3}", desk.counts(id));
        assertTrue(desk.rows(id).getString("items[1].sourceRecordId").startsWith("sha256:"));
        assertEquals(3, desk.apply(id).getInt("counts.applied"), "a number that fits no index is not looked up in one");
    }

    @Test
    void noiseIsRefusedOrPutAside() {
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.println("noiseIsRefusedOrPutAside seed=" + seed);
        var random = new Random(seed);
        var desk = desk();
        for (int nth = 0; nth < 10; nth++) {
            var noise = new byte[1 + random.nextInt(5_000)];
            random.nextBytes(noise);
            var id = desk.begin();
            desk.send(id, noise).statusCode(either(is(422)).or(is(202)));
        }
        var noise = new byte[5_000];
        random.nextBytes(noise);
        for (int at = 0; at < noise.length; at++) {
            noise[at] = noise[at] == 0x1D ? 0 : noise[at];
        }
        noise[noise.length - 1] = 0x1D;
        var id = between(desk, noise);
        assertEquals(3, desk.read(id).getInt("records"));
        desk.apply(id);
    }

    @Test
    void anImageIsNoMarc() {
        var desk = desk();
        var png = Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        desk.send(desk.begin(), png).statusCode(422).body("detail", containsString("image"));
        desk.send(desk.begin(), gzip(png)).statusCode(422).body("detail", containsString("image"));
    }

    @Test
    void aFileWhoseLengthNobodyAnnouncesIsTaken() throws IOException, InterruptedException {
        var desk = desk();
        var id = desk.begin();
        var file = Marc.file(book("a1", "In chunks"), book("a2", "In chunks, too"));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + TestRequest.port() + "/v1/imports/" + id + "/file"))
                                .header("Authorization", "Bearer " + desk.cataloguer())
                                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(202, answer.statusCode(), answer.body());
        desk.await(id, "planned");
        assertEquals("{new=2}", desk.counts(id));
    }

    @Test
    void questionsThatNoPlanAnswersAreRefused() {
        var desk = desk();
        var id = desk.plan(Marc.file(book("a1", "Abai")));
        for (var path : List.of(
                "rows/0",
                "rows/-1",
                "rows/2",
                "rows/9223372036854775807",
                "rows/-9223372036854775808",
                "rows/99999999999999999999",
                "rows/x",
                "rows/0/original",
                "rows?outcome=old",
                "rows?result=lost",
                "rows?cursor=x",
                "rows?limit=0")) {
            desk.get("/v1/imports/" + id + "/" + path).statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)));
        }
    }
}
