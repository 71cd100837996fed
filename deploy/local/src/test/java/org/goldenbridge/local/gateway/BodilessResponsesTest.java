package org.goldenbridge.local.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E07: responses without content, read byte by byte from a connection that is used again. */
@Timeout(20)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodilessResponsesTest {

    private static final String SECOND = "the second response";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private int port;

    @BeforeAll
    void open() throws Exception {
        var service = await(vertx.createHttpServer()
                .connectionHandler(opened -> connections.incrementAndGet())
                .requestHandler(BodilessResponsesTest::answer)
                .listen(0, "127.0.0.1"));
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var options = GatewayOptions.parse(new String[] {
            "--port=" + port,
            "--public-url=http://localhost:" + port,
            "--event-service=127.0.0.1:" + service.actualPort(),
            "--centre-service=127.0.0.1:" + service.actualPort(),
            "--catalogue-service=127.0.0.1:1"
        });
        await(Gateway.open(vertx, options));
    }

    @AfterAll
    void close() throws Exception {
        await(vertx.close());
    }

    private static void answer(HttpServerRequest request) {
        var response = request.response().putHeader("ETag", "\"1\"");
        switch (request.path()) {
            case "/v1/sessions/unchanged" -> response.setStatusCode(304).end();
            case "/v1/sessions/unchanged-length" ->
                response.setStatusCode(304).putHeader("Content-Length", "17").end();
            case "/v1/sessions/gone" -> response.setStatusCode(204).end();
            case "/v1/sessions/chunked" -> {
                response.setChunked(true).write("first");
                response.end("second");
            }
            case "/v1/sessions/error" -> response.setStatusCode(404).end("not here");
            default ->
                response.putHeader("Content-Length", Integer.toString(SECOND.length()))
                        .end(SECOND);
        }
    }

    @DisplayName("E07: 304, 204 and answers to HEAD are a head alone, and the connection is good for a second request")
    @ParameterizedTest
    @CsvSource({
        "GET, unchanged, 304",
        "HEAD, unchanged, 304",
        "GET, unchanged-length, 304",
        "HEAD, unchanged-length, 304",
        "GET, gone, 204",
        "DELETE, gone, 204",
        "HEAD, gone, 204",
        "OPTIONS, gone, 204",
        "HEAD, chunked, 200",
        "HEAD, plain, 200",
        "HEAD, error, 404"
    })
    void isAHeadAlone(String method, String path, int status) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            send(socket, method, "/v1/sessions/" + path, "keep-alive");
            send(socket, "GET", "/v1/sessions/second", "close");
            var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var end = all.indexOf("\r\n\r\n") + 4;
            var head = all.substring(0, end).toLowerCase(Locale.ROOT);
            assertTrue(head.startsWith("http/1.1 " + status + " "), all);
            assertFalse(head.contains("transfer-encoding"), all);
            assertTrue(head.contains("etag: \"1\""), all);
            if (status == 204) {
                assertFalse(head.contains("content-length"), all);
            }
            var second = all.substring(end);
            assertTrue(second.startsWith("HTTP/1.1 200 "), all);
            assertTrue(second.endsWith("\r\n\r\n" + SECOND), all);
        }
    }

    @Test
    @DisplayName("E07: an answer to HEAD keeps the length that GET would have")
    void keepsTheLength() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            send(socket, "HEAD", "/v1/sessions/plain", "close");
            var head = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(head.toLowerCase(Locale.ROOT).contains("content-length: " + SECOND.length() + "\r\n"), head);
        }
    }

    @Test
    @DisplayName("E07: the gateway's own answers to HEAD have no body either")
    void answersHeadItself() throws IOException {
        for (var path : new String[] {"/health", "/q/health", "/v1/records"}) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(5_000);
                send(socket, "HEAD", path, "keep-alive");
                send(socket, "GET", "/v1/sessions/second", "close");
                var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                var second = all.substring(all.indexOf("\r\n\r\n") + 4);
                assertTrue(second.startsWith("HTTP/1.1 200 "), path + ": " + all);
            }
        }
    }

    @Test
    @DisplayName("E07: connections to the services are used again behind a response without content")
    void usesConnectionsAgain() throws IOException {
        keepsTheLength();
        var before = connections.get();
        for (int i = 0; i < 20; i++) {
            isAHeadAlone("GET", "unchanged", 304);
        }
        assertTrue(connections.get() - before < 10, "opened " + (connections.get() - before));
    }

    private void send(Socket socket, String method, String path, String connection) throws IOException {
        var request = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nIf-None-Match: \"1\"\r\n"
                + "Connection: " + connection + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
