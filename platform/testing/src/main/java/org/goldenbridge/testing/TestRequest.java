package org.goldenbridge.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A request to the service under test, built step by step and sent by its method: {@code given().bearer(token).get("/v1/events")}.
 * A path may have places {@code {name}} for values; it and its query are encoded unless {@link #urlEncodingEnabled} says that
 * they are already. Redirects of GET, HEAD and of 303 are followed unless {@link #followRedirects} says no. Answers may come
 * compressed, as apps ask for them.
 */
public final class TestRequest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int REDIRECTS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    private final List<String> headers = new ArrayList<>();
    private final List<String> query = new ArrayList<>();
    private final List<String> form = new ArrayList<>();
    private final List<String> cookies = new ArrayList<>();
    private String contentType;
    private Object body;
    private boolean encodes = true;
    private boolean follows = true;

    private TestRequest() {}

    public static TestRequest given() {
        return new TestRequest();
    }

    /** The port that the service under test listens on. */
    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    /** Shows a token (RFC 6750). */
    public TestRequest bearer(String token) {
        return header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    public TestRequest header(String name, Object value) {
        headers.add(name);
        headers.add(value.toString());
        return this;
    }

    public TestRequest headers(Map<String, ?> named) {
        named.forEach(this::header);
        return this;
    }

    public TestRequest accept(String mediaType) {
        return header(HttpHeaders.ACCEPT, mediaType);
    }

    public TestRequest contentType(String mediaType) {
        contentType = mediaType;
        return this;
    }

    public TestRequest cookie(String name, String value) {
        cookies.add(name + "=" + value);
        return this;
    }

    public TestRequest cookies(Map<String, String> named) {
        named.forEach(this::cookie);
        return this;
    }

    public TestRequest queryParam(String name, Object value) {
        query.add(encode(name) + "=" + encode(value.toString()));
        return this;
    }

    /** Fields of a form in UTF-8; a value may be a collection. */
    public TestRequest formParams(Map<String, ?> fields) {
        fields.forEach((name, value) -> {
            for (var one : value instanceof Collection<?> many ? many : List.of(value)) {
                form.add(encode(name) + "=" + encode(one.toString()));
            }
        });
        return this;
    }

    /** @param content bytes or text as they are; all else is written as JSON */
    public TestRequest body(Object content) {
        body = content;
        return this;
    }

    public TestRequest urlEncodingEnabled(boolean isEnabled) {
        encodes = isEnabled;
        return this;
    }

    public TestRequest followRedirects(boolean isWanted) {
        follows = isWanted;
        return this;
    }

    public TestResponse get(String path, Object... values) {
        return request("GET", path, values);
    }

    public TestResponse post(String path, Object... values) {
        return request("POST", path, values);
    }

    public TestResponse put(String path, Object... values) {
        return request("PUT", path, values);
    }

    public TestResponse delete(String path, Object... values) {
        return request("DELETE", path, values);
    }

    public TestResponse head(String path, Object... values) {
        return request("HEAD", path, values);
    }

    public TestResponse patch(String path, Object... values) {
        return request("PATCH", path, values);
    }

    public TestResponse options(String path, Object... values) {
        return request("OPTIONS", path, values);
    }

    /** Sends the request and reads the whole answer. */
    public TestResponse request(String method, String path, Object... values) {
        var answer = send(method, address(path, values), content());
        for (var left = REDIRECTS; follows && left > 0 && redirects(method, answer); left--) {
            var location = answer.uri().resolve(answer.header(HttpHeaders.LOCATION));
            answer = send("HEAD".equals(method) ? "HEAD" : "GET", location, BodyPublishers.noBody());
        }
        return answer;
    }

    private static boolean redirects(String method, TestResponse answer) {
        var status = answer.statusCode();
        return answer.header(HttpHeaders.LOCATION) != null
                && (status == 303
                        || List.of("GET", "HEAD").contains(method)
                                && List.of(301, 302, 307, 308).contains(status));
    }

    private TestResponse send(String method, URI address, BodyPublisher content) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, content);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        if (headers.stream().noneMatch(HttpHeaders.ACCEPT::equalsIgnoreCase)) {
            request.header(HttpHeaders.ACCEPT, "*/*");
        }
        if (headers.stream().noneMatch(HttpHeaders.ACCEPT_ENCODING::equalsIgnoreCase)) {
            request.header(HttpHeaders.ACCEPT_ENCODING, "gzip");
        }
        if (!cookies.isEmpty()) {
            request.header(HttpHeaders.COOKIE, String.join("; ", cookies));
        }
        if (content.contentLength() != 0) {
            request.header(HttpHeaders.CONTENT_TYPE, contentTypeOfBody());
        }
        try {
            return new TestResponse(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + address + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String contentTypeOfBody() {
        if (contentType != null) {
            return contentType;
        }
        if (!form.isEmpty()) {
            return MediaType.APPLICATION_FORM_URLENCODED + ";charset=UTF-8";
        }
        return body instanceof byte[]
                ? MediaType.APPLICATION_OCTET_STREAM
                : body instanceof String ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON;
    }

    private BodyPublisher content() {
        if (!form.isEmpty()) {
            return BodyPublishers.ofString(String.join("&", form), StandardCharsets.US_ASCII);
        }
        if (body == null) {
            return BodyPublishers.noBody();
        }
        if (body instanceof byte[] bytes) {
            return BodyPublishers.ofByteArray(bytes);
        }
        if (body instanceof String text) {
            return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
        }
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private URI address(String path, Object... values) {
        var filled = path;
        for (var value : values) {
            filled = filled.replaceFirst("\\{[^}]*}", Matcher.quoteReplacement(value.toString()));
        }
        var parts = filled.split("\\?", 2);
        var asked = new ArrayList<String>();
        if (parts.length > 1) {
            asked.add(encodes ? encodedQuery(parts[1]) : parts[1]);
        }
        asked.addAll(query);
        var encoded = encodes ? encodedPath(parts[0]) : parts[0];
        var base = encoded.startsWith("http://") ? "" : "http://localhost:" + port();
        return URI.create(base + encoded + (asked.isEmpty() ? "" : "?" + String.join("&", asked)));
    }

    private static String encodedPath(String path) {
        var start = path.startsWith("http://") ? path.indexOf('/', "http://".length()) : 0;
        return path.substring(0, start)
                + Arrays.stream(path.substring(start).split("/", -1))
                        .map(TestRequest::encode)
                        .collect(Collectors.joining("/"));
    }

    private static String encodedQuery(String text) {
        return Arrays.stream(text.split("&"))
                .map(field -> Arrays.stream(field.split("=", 2))
                        .map(TestRequest::encode)
                        .collect(Collectors.joining("=")))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
