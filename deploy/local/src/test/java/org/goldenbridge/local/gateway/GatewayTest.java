package org.goldenbridge.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class GatewayTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String COOKIES =
            "one=1; Path=/desk; HTTPOnly; SameSite=Lax\ntwo=2; Max-Age=0; Expires=Thu, 1 Jan 1970 00:00:00 GMT; Path=/desk";

    private final Vertx vertx = Vertx.vertx();
    private final int port = freePort();
    private final AtomicInteger eventCalls = new AtomicInteger();
    private HttpServer centre;
    private HttpServer eventOne;
    private HttpServer eventTwo;

    @BeforeEach
    void open() throws Exception {
        centre = backend(request -> request.response().end("centre"));
        eventOne = backend(request -> echo("one", request));
        eventTwo = backend(request -> echo("two", request));
        openGateway(
                port,
                "--centre-service=" + at(centre),
                "--event-service=" + at(eventOne) + "," + at(eventTwo),
                "--catalogue-service=127.0.0.1:" + freePort(),
                "--postgres=" + at(centre));
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void sharesTheRequestsAmongTheInstances() throws Exception {
        var seen = new HashSet<String>();
        for (var i = 0; i < 6; i++) {
            seen.add(new JsonObject(get("/v1/sessions").body()).getString("instance"));
        }
        assertEquals(Set.of("one", "two"), seen);
    }

    @Test
    void passesCookiesAndRedirectsOnAsTheyAre() throws Exception {
        var answer = send(request("/desk?cookies=yes").header("Cookie", "a=b.c; d=e"));
        assertEquals(302, answer.statusCode());
        assertEquals(
                "http://elsewhere.example/auth?state=a=b.c; d=e",
                answer.headers().firstValue("Location").orElseThrow());
        assertEquals(List.of(COOKIES.split("\n", -1)), answer.headers().allValues("Set-Cookie"));
    }

    @Test
    void passesOverAnInstanceThatIsDeadEvenWhenPosting() throws Exception {
        await(eventOne.close());
        for (var i = 0; i < 6; i++) {
            assertEquals("two", new JsonObject(get("/v1/sessions").body()).getString("instance"));
            var posted = send(request("/v1/sessions").POST(BodyPublishers.ofString("{}")));
            assertEquals("two", new JsonObject(posted.body()).getString("instance"));
        }
    }

    @Test
    void readsAgainWhenAnInstanceBreaksOffButNeverWritesTwice() throws Exception {
        assertEquals(200, get("/v1/sessions?break=once").statusCode());
        eventCalls.set(0);
        var posted = send(request("/v1/sessions?break=always").POST(BodyPublishers.ofString("{}")));
        assertEquals(502, posted.statusCode());
        assertEquals(1, eventCalls.get());
        assertProblem(posted, "service-broke-off");
    }

    @Test
    void saysWithAProblemThatAServiceIsAway() throws Exception {
        for (var answer : List.of(
                get("/v1/records"), send(request("/v1/records").POST(BodyPublishers.ofString("{\"title\":1}"))))) {
            assertEquals(503, answer.statusCode());
            assertProblem(answer, "service-away");
            assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
        }
    }

    @Test
    void doesNotWaitForEverForAServiceThatHangs() throws Exception {
        var silent = backend(request -> {});
        var other = freePort();
        openGateway(other, "--idle-seconds=1", "--centre-service=" + at(silent));
        var answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + other + "/v1/centres")));
        assertEquals(504, answer.statusCode());
        assertProblem(answer, "service-too-slow");
    }

    @Test
    void passesTheHostOnAndSaysForWhomItAsks() throws Exception {
        var headers = new JsonObject(send(request("/v1/sessions")
                                .header("X-Forwarded-For", "203.0.113.9")
                                .header("X-Forwarded-Proto", "https")
                                .header("Forwarded", "for=203.0.113.9")
                                .header("Authorization", "Bearer abc"))
                        .body())
                .getJsonObject("headers");
        assertEquals("localhost:" + port, headers.getString("host"));
        assertEquals("localhost:" + port, headers.getString("x-forwarded-host"));
        assertEquals("http", headers.getString("x-forwarded-proto"));
        assertEquals("127.0.0.1", headers.getString("x-forwarded-for"));
        assertEquals(Integer.toString(port), headers.getString("x-forwarded-port"));
        assertEquals("Bearer abc", headers.getString("authorization"));
        assertFalse(headers.containsKey("forwarded"));
    }

    @Test
    void streamsABodyThroughWithoutChangingIt() throws Exception {
        var body = "қ".repeat(400_000);
        var answer = send(request("/v1/sessions").POST(BodyPublishers.ofString(body)));
        assertEquals(800_000, new JsonObject(answer.body()).getInteger("bytes"));
        var chunked = send(request("/v1/sessions")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
        assertEquals(800_000, new JsonObject(chunked.body()).getInteger("bytes"));
    }

    @Test
    void handsServerSentEventsOnOneByOne() throws Exception {
        var stream = CLIENT.send(request("/v1/sessions?events=yes").build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            // The back end never ends this answer: a gateway that gathered it first would hold the line back for ever.
            assertEquals("data: first", lines.readLine());
        }
    }

    @Test
    void refusesABodyOverOneMegabyteBeforeAnybodyReadsIt() throws Exception {
        var answer = send(request("/v1/sessions").POST(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1])));
        assertEquals(413, answer.statusCode());
        assertProblem(answer, "body-too-large");
        assertEquals(0, eventCalls.get());
        assertEquals(
                503,
                send(request("/v1/imports/1/file").POST(BodyPublishers.ofByteArray(new byte[2 << 20])))
                        .statusCode());
    }

    @ParameterizedTest
    @DisplayName("E76 a path that two programs could read differently is refused")
    @ValueSource(
            strings = {
                "//v1/sessions",
                "/v1/sessions;x",
                "/v1%2Fsessions",
                "/v1/sessions/../q",
                "/v1/%2e%2e/q",
                "/v1/a%00",
                "/v1/./sessions",
                "/v1/sessions/.",
                "/v1//sessions",
                "/%71/health/ready",
                "/q%2Fhealth",
                "/v1/%73essions",
                "/v1/sessions%0a",
                "/v1/%2E/sessions",
                "/v1/session%5Fchecks"
            })
    void refusesAmbiguousPaths(String path) throws Exception {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("/problems/ambiguous-path"), answer);
        assertEquals(0, eventCalls.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1:1", "localhost"})
    void refusesAnotherHost(String host) throws Exception {
        var answer = raw("GET /v1/sessions HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
        assertEquals(0, eventCalls.get());
    }

    @Test
    void answersBrokenHttpWithAProblem() throws Exception {
        assertTrue(raw("GET /v1/sessions HTTP/1.1\r\nHost: localhost:" + port + "\r\nNo colon\r\n\r\n")
                .startsWith("HTTP/1.1 400"));
        // The version stands at the end of a line that was too long to read, so the answer is in the oldest one.
        var long414 = raw("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n");
        assertTrue(long414.startsWith("HTTP/1.0 414"), long414);
        var long431 = raw("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\nX: " + "a".repeat(17_000) + "\r\n\r\n");
        assertTrue(long431.startsWith("HTTP/1.1 431"), long431);
    }

    @Test
    @DisplayName("E76 letters that need an encoding keep it")
    void passesOnWhatNeedsItsEncoding() throws Exception {
        assertEquals(200, get("/v1/sessions/%D0%90%20b").statusCode());
    }

    @Test
    @DisplayName("E76 a part without instances is away")
    void saysThatAPartWithoutInstancesIsAway() throws Exception {
        var answer = get("/auth/realms");
        assertEquals(503, answer.statusCode());
        assertProblem(answer, "service-away");
        var other = freePort();
        openGateway(other, "--centre-service=" + at(centre), "--event-service=", "--postgres=" + at(centre));
        for (var path : List.of("/v1/sessions", "/v1/records")) {
            var away = send(HttpRequest.newBuilder(URI.create("http://localhost:" + other + path)));
            assertEquals(503, away.statusCode(), away.body());
            assertProblem(away, "service-away");
        }
        var health = send(HttpRequest.newBuilder(URI.create("http://localhost:" + other + "/health")));
        assertEquals(
                List.of("event-service", "catalogue-service"),
                new JsonObject(health.body()).getJsonArray("notReady").getList());
    }

    @Test
    void keepsTheServicesOwnHealthInside() throws Exception {
        assertEquals(404, get("/q/health/ready").statusCode());
        assertEquals(404, get("/q").statusCode());
    }

    @Test
    void itsHealthSaysWhatIsNotReady() throws Exception {
        var answer = get("/health");
        assertEquals(503, answer.statusCode());
        var health = new JsonObject(answer.body());
        assertEquals(
                List.of("catalogue-service"), health.getJsonArray("notReady").getList());
        assertEquals("ready", health.getJsonObject("parts").getString("event-service-2"));
    }

    @Test
    void itsHealthIsGoodWhenAllIsReady() throws Exception {
        var other = freePort();
        var parts = List.of(
                "centre-service", "event-service", "catalogue-service", "keycloak-management", "postgres", "kafka");
        openGateway(
                other,
                parts.stream().map(part -> "--" + part + "=" + at(centre)).toArray(String[]::new));
        var answer = send(HttpRequest.newBuilder(URI.create("http://localhost:" + other + "/health")));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("ready", new JsonObject(answer.body()).getString("status"));
    }

    private void echo(String instance, HttpServerRequest request) {
        var call = eventCalls.incrementAndGet();
        if (request.path().equals("/q/health/ready")) {
            eventCalls.decrementAndGet();
            request.response().end();
        } else if ("always".equals(request.getParam("break"))
                || (call == 1 && "once".equals(request.getParam("break")))) {
            request.connection().close();
        } else if ("yes".equals(request.getParam("cookies"))) {
            request.response()
                    .setStatusCode(302)
                    .putHeader("Location", "http://elsewhere.example/auth?state=" + request.getHeader("Cookie"))
                    .putHeader("Set-Cookie", (Iterable<String>) List.of(COOKIES.split("\n", -1)))
                    .end();
        } else if ("yes".equals(request.getParam("events"))) {
            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            request.response().write("data: first\n\n");
        } else {
            var headers = new JsonObject();
            request.headers()
                    .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
            request.body()
                    .onSuccess(body -> request.response()
                            .end(new JsonObject()
                                    .put("instance", instance)
                                    .put("bytes", body.length())
                                    .put("headers", headers)
                                    .toBuffer()));
        }
    }

    private void openGateway(int port, String... parts) throws Exception {
        var arguments = new ArrayList<>(List.of("--port=" + port, "--public-url=http://localhost:" + port));
        arguments.addAll(List.of(parts));
        await(Gateway.open(vertx, GatewayOptions.parse(arguments.toArray(String[]::new))));
    }

    private HttpServer backend(io.vertx.core.Handler<HttpServerRequest> handler) throws Exception {
        return await(vertx.createHttpServer().requestHandler(handler).listen(0, "127.0.0.1"));
    }

    private static String at(HttpServer server) {
        return "127.0.0.1:" + server.actualPort();
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, String code) {
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("/problems/" + code, new JsonObject(answer.body()).getString("type"));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
