package org.goldenbridge.catalogue.imports;

import static org.goldenbridge.catalogue.imports.Desk.ask;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CatalogueServiceTest
class UploadTest {
    @Inject
    FileStore files;

    private static byte[] gzip(byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            try (var packed = new GZIPOutputStream(all)) {
                packed.write(part);
            }
        }
        return all.toByteArray();
    }

    private static byte[] kept(UUID importId) {
        var hex = ask(
                "select encode(string_agg(bytes, ''::bytea order by nth), 'hex') from import_chunk where import_id = '%s'"
                        .formatted(importId));
        return java.util.HexFormat.of().parseHex(hex.get(0));
    }

    /** More than two pieces, of records that do not end where pieces do. */
    private static byte[] large() {
        var file = new ByteArrayOutputStream();
        for (int nth = 0; file.size() < (5 << 19); nth++) {
            file.writeBytes(Marc.book("large" + nth, "Number " + nth + " " + "x".repeat(nth % 977))
                    .iso());
        }
        return file.toByteArray();
    }

    @Test
    void keepsTheFileInPiecesAsItCame() {
        var desk = Desk.open();
        var id = desk.begin();
        var file = large();
        desk.send(id, file).statusCode(202).body("format", equalTo("iso-2709"));
        assertTrue(java.util.Arrays.equals(file, kept(id)), "the bytes are not those that were sent");
        assertEquals(
                List.of("1048576", "1048576"),
                ask("select length(bytes) from import_chunk where import_id = '%s' and nth < 2 order by nth"
                        .formatted(id)));
    }

    @Test
    void unpacksGzipOnTheWayAlsoOfSeveralParts() throws IOException {
        var desk = Desk.open();
        var id = desk.begin();
        var file = large();
        var half = file.length / 2;
        desk.send(id, gzip(java.util.Arrays.copyOf(file, half), java.util.Arrays.copyOfRange(file, half, file.length)))
                .statusCode(202);
        assertTrue(java.util.Arrays.equals(file, kept(id)), "the bytes are not those that were packed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 and so on|PDF",
                "<!DOCTYPE html><html><body>no</body></html>|web page",
                "{\"title\":\"Abai\"}|JSON",
                "=LDR  00714cam|MARCMaker",
                "Abai, The path of|text",
                "''|empty"
            })
    void refusesWhatIsNotMarcAtOnceAndSaysWhatItIs(String file, String word) {
        var desk = Desk.open();
        var id = desk.begin();
        desk.send(id, file.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("type", endsWith("/not-marc"))
                .body("detail", containsString(word));
        var refused = desk.read(id);
        assertEquals("refused", refused.getString("state"));
        assertTrue(refused.getString("refusal").contains(word));
        desk.send(id, Marc.book("1", "Too late").iso())
                .statusCode(409)
                .body("type", endsWith("/wrong-state"))
                .body("state", equalTo("refused"));
    }

    @Test
    void refusesAGzipBombBeforeItFillsAnything() throws IOException {
        var desk = Desk.open();
        var id = desk.begin();
        var bomb = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bomb)) {
            packed.write(Marc.book("1", "Small").iso());
            var zeros = new byte[1 << 20];
            for (int nth = 0; nth < 300; nth++) {
                packed.write(zeros);
            }
        }
        assertTrue(bomb.size() < 400_000, "the bomb itself is small");
        desk.send(id, bomb.toByteArray()).statusCode(422).body("type", endsWith("/unpacks-too-large"));
        assertEquals("refused", desk.read(id).getString("state"));
        assertEquals(List.of("0"), ask("select count(*) from import_chunk where import_id = '%s'".formatted(id)));
    }

    @Test
    void takesADamagedGzipOnceMore() throws IOException {
        var desk = Desk.open();
        var id = desk.begin();
        var random = new byte[200_000];
        new Random(1).nextBytes(random);
        var packed = gzip(Marc.file(Marc.book("1", "Whole").iso(), random));
        desk.send(id, java.util.Arrays.copyOf(packed, packed.length / 2))
                .statusCode(422)
                .body("type", endsWith("/damaged-gzip"));
        assertEquals("receiving", desk.read(id).getString("state"));
        desk.send(id, Marc.book("1", "Whole").iso()).statusCode(202);
        assertEquals(Marc.book("1", "Whole").iso().length, kept(id).length);
    }

    @Test
    void refusesFiveGigabytesWhenTheyAreAnnounced() throws IOException {
        var desk = Desk.open();
        var id = desk.begin();
        var answer = announce(desk, id, 5_000_000_000L);
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("/problems/too-large"), answer);
        assertEquals("receiving", desk.read(id).getString("state"));
    }

    @Test
    void aFileThatBrokeOffCanBeSentAgain() throws IOException {
        var desk = Desk.open();
        var id = desk.begin();
        var file = large();
        // closed after a part: nobody is there to hear an answer
        announceAndLeave(desk, id, file.length, java.util.Arrays.copyOf(file, file.length - 1000));
        Eventually.isTrue(
                "a part has come",
                () -> !ask("select 1 from import_chunk where import_id = '%s'".formatted(id))
                        .isEmpty());
        assertEquals("receiving", desk.read(id).getString("state"));
        desk.send(id, file).statusCode(202);
        assertTrue(java.util.Arrays.equals(file, kept(id)), "the bytes are not those that were sent");
    }

    private static String announce(Desk desk, UUID id, long length) throws IOException {
        try (var socket = new Socket("localhost", TestRequest.port())) {
            write(socket, desk, id, length, new byte[0]);
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var head = answer.readLine();
            while (!answer.readLine().isEmpty()) {
                // the headers say nothing that is asked here
            }
            var body = new char[1_000];
            return head + new String(body, 0, answer.read(body));
        }
    }

    private static void announceAndLeave(Desk desk, UUID id, long length, byte[] body) throws IOException {
        try (var socket = new Socket("localhost", TestRequest.port())) {
            write(socket, desk, id, length, body);
        }
    }

    private static void write(Socket socket, Desk desk, UUID id, long length, byte[] body) throws IOException {
        var request = """
                PUT /v1/imports/%s/file HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/octet-stream\r
                Content-Length: %d\r
                \r
                """.formatted(id, desk.cataloguer(), length);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    @Test
    void aSenderThatWasOvertakenStopsAtItsNextPiece() {
        var desk = Desk.open();
        var id = desk.begin();
        var first = UUID.randomUUID();
        Desk.change("update import set upload = '%s' where id = '%s'".formatted(first, id));
        files.append(id, first, 0, new byte[] {1});
        Desk.change("update import set upload = '%s' where id = '%s'".formatted(UUID.randomUUID(), id));
        var refusal = assertThrows(Refusal.class, () -> files.append(id, first, 1, new byte[] {2}));
        assertEquals("upload-overtaken", refusal.code());
        assertEquals(List.of("1"), ask("select count(*) from import_chunk where import_id = '%s'".formatted(id)));
    }

    @Test
    void isRefusedToEveryoneItIsNotFor() {
        var desk = Desk.open();
        var id = desk.begin();
        var book = Marc.book("1", "Intruder").iso();
        assertEquals(
                401,
                given().contentType("application/octet-stream")
                        .body(book)
                        .put("/v1/imports/" + id + "/file")
                        .statusCode());
        for (var group : List.of("/elsewhere/cataloguer", "/" + desk.centre + "/staff", "/network/partner")) {
            given().bearer(org.goldenbridge.testing.TestTokens.of("intruder", group))
                    .contentType("application/octet-stream")
                    .body(book)
                    .put("/v1/imports/" + id + "/file")
                    .statusCode(403);
        }
        assertEquals("receiving", desk.read(id).getString("state"));
    }
}
