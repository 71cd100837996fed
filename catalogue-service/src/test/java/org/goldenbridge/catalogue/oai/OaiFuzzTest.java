package org.goldenbridge.catalogue.oai;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.goldenbridge.testing.TestRequest;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to it, the data provider answers with a valid document, or with a problem of the client's where the request
 * is none of the protocol's; never with an error of ours. The seed is printed; {@code fuzz.seed} replays it.
 */
@CatalogueServiceTest
class OaiFuzzTest {
    private static final List<String> NAMES = List.of(
            "verb",
            "metadataPrefix",
            "identifier",
            "from",
            "until",
            "set",
            "resumptionToken",
            "Verb",
            "x",
            "",
            "verb[]");
    private static final List<String> VERBS = List.of(
            "Identify",
            "ListMetadataFormats",
            "ListSets",
            "ListIdentifiers",
            "ListRecords",
            "GetRecord",
            "identify",
            "Drop");
    private static final List<String> VALUES = List.of(
            "oai_dc",
            "marcxml",
            "2026-11-21",
            "2001-01-01T00:00:00Z",
            "2999-12-31",
            "9999-12-31T23:59:59Z",
            "0000-00-00",
            "2026-11-21T99:99:99Z",
            "kind",
            "kind:book",
            "centre:",
            "'; drop table record; --",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
            "\u0000",
            "\uFFFF\uD83D\uDE00",
            "]]>",
            "%",
            "a&verb=Identify",
            "oai:goldenbridge.example.org:not-a-uuid",
            "http://[::1]:80:80/",
            "",
            " ",
            "\r\n",
            "-1",
            "9".repeat(400));

    private record Reply(int status, String headers, String body) {}

    @Test
    void answersEverythingInTheProtocolsTerms() throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        var random = new Random(seed);
        var shelf = Shelf.open();
        shelf.writeMany(300);
        var id = shelf.enter("Абай");
        Shelf.settle();
        var token = Answer.get(shelf.list("ListRecords", "marcxml")).token();
        var end = System.nanoTime() + Integer.getInteger("fuzz.seconds", Matrix.size(3, 60)) * 1_000_000_000L;
        var answers = new TreeMap<String, Integer>();
        while (System.nanoTime() < end) {
            var request = request(random, Shelf.identifier(id), token, shelf.set());
            var reply = send(request);
            var shown = "seed " + seed + ": " + new String(request, StandardCharsets.ISO_8859_1);
            assertTrue(reply.status == 200 || reply.status / 100 == 4, shown + "\n" + reply);
            answers.merge(reply.status == 200 ? kind(reply, shown) : String.valueOf(reply.status), 1, Integer::sum);
        }
        System.out.println("OaiFuzzTest seed " + seed + ": " + answers);
        assertTrue(answers.getOrDefault("answer", 0) > 0 && answers.getOrDefault("error", 0) > 0, answers.toString());
    }

    private static String kind(Reply reply, String shown) {
        try {
            assertTrue(reply.headers.contains("text/xml;charset=UTF-8"), reply.headers);
            var answer = Answer.of(reply.body);
            return answer.elements(Answer.OAI, "error").isEmpty() ? "answer" : "error";
        } catch (AssertionError e) {
            throw new AssertionError(shown, e);
        }
    }

    private static byte[] request(Random random, String identifier, String token, String set) throws IOException {
        var arguments = arguments(random, identifier, token, set);
        var request = new ByteArrayOutputStream();
        var path = random.nextInt(40) == 0
                ? List.of("/oai/", "//oai", "/oai;x=1", "/OAI", "/oai/../oai", "/oai%2F")
                        .get(random.nextInt(6))
                : "/oai";
        var isPost = random.nextInt(3) == 0;
        var query = isPost && random.nextInt(4) > 0 ? new byte[0] : arguments;
        request.write(((isPost ? "POST " : "GET ") + path + "?").getBytes(StandardCharsets.US_ASCII));
        request.write(query);
        request.write(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".getBytes(StandardCharsets.US_ASCII));
        if (isPost) {
            var type = List.of(
                            "application/x-www-form-urlencoded",
                            "text/plain",
                            "application/json",
                            "x",
                            "multipart/form-data")
                    .get(random.nextInt(4) == 0 ? random.nextInt(5) : 0);
            request.write(("Content-Type: " + type + "\r\nContent-Length: " + arguments.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            request.write(arguments);
        } else {
            request.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return request.toByteArray();
    }

    private static byte[] arguments(Random random, String identifier, String token, String set) {
        var query = new StringBuilder();
        if (random.nextInt(10) > 0) {
            query.append("verb=").append(VERBS.get(random.nextInt(VERBS.size())));
        }
        for (int times = random.nextInt(4); times > 0; times--) {
            var value = switch (random.nextInt(6)) {
                case 0 -> identifier;
                case 1 -> random.nextInt(2) == 0 ? token : bent(token, random);
                case 2 -> set;
                case 3 -> bent(VALUES.get(random.nextInt(VALUES.size())), random);
                default -> VALUES.get(random.nextInt(VALUES.size()));
            };
            query.append('&')
                    .append(NAMES.get(random.nextInt(NAMES.size())))
                    .append(random.nextInt(20) == 0 ? "" : "=")
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        var bytes = query.toString().getBytes(StandardCharsets.US_ASCII);
        // No blanks and line ends: with them it would be another request.
        for (int times = random.nextInt(3) == 0 ? random.nextInt(4) : 0; times > 0 && bytes.length > 0; times--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextInt(3) == 0 ? 0x80 + random.nextInt(128) : 0x21 + random.nextInt(94));
        }
        return bytes;
    }

    private static String bent(String text, Random random) {
        var bent = new StringBuilder(text);
        if (bent.length() > 0) {
            bent.setCharAt(
                    random.nextInt(bent.length()), (char) (random.nextInt(4) == 0 ? random.nextInt(0xD800) : 'a'));
        }
        return bent.toString();
    }

    private static Reply send(byte[] request) throws IOException {
        try (var socket = new Socket("localhost", TestRequest.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var body = reply.indexOf("\r\n\r\n");
            return new Reply(
                    Integer.parseInt(reply.substring(9, 12)), reply.substring(0, body), reply.substring(body + 4));
        }
    }
}
