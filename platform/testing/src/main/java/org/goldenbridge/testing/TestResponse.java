package org.goldenbridge.testing;

import static org.hamcrest.MatcherAssert.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The whole answer to a {@link TestRequest}. Methods with a value or a matcher assert and return this answer; those without
 * return what is there. Paths into JSON are those of {@link JsonBody}.
 */
public final class TestResponse {
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private final HttpResponse<byte[]> response;
    private final byte[] content;
    private JsonBody json;

    TestResponse(HttpResponse<byte[]> response) {
        this.response = response;
        content = "gzip".equals(header("Content-Encoding")) ? unpacked(response.body()) : response.body();
    }

    public TestResponse statusCode(int expected) {
        return statusCode(Matchers.is(expected));
    }

    public TestResponse statusCode(Matcher<? super Integer> expected) {
        if (!expected.matches(statusCode())) {
            assertThat(this + "\nstatus", statusCode(), expected);
        }
        return this;
    }

    /** @param expected a media type; one without parameters is compared without those of the answer */
    public TestResponse contentType(String expected) {
        var shown = expected.contains(";")
                ? contentType()
                : contentType().split(";")[0].strip();
        assertThat("Content-Type", shown, Matchers.equalToIgnoringCase(expected));
        return this;
    }

    public TestResponse contentType(Matcher<? super String> expected) {
        assertThat("Content-Type", contentType(), expected);
        return this;
    }

    public TestResponse header(String name, String expected) {
        return header(name, Matchers.equalTo(expected));
    }

    public TestResponse header(String name, Matcher<? super String> expected) {
        assertThat(name, header(name), expected);
        return this;
    }

    /** The text of the whole body matches all of these. */
    @SafeVarargs
    public final TestResponse body(Matcher<? super String> expected, Matcher<? super String>... more) {
        var text = asString();
        assertThat(text, expected);
        for (var matcher : more) {
            assertThat(text, matcher);
        }
        return this;
    }

    /** A value of a JSON body, then pairs of more paths and matchers. */
    public TestResponse body(String path, Matcher<?> expected, Object... more) {
        check(path, expected);
        for (int i = 0; i < more.length; i += 2) {
            check((String) more[i], (Matcher<?>) more[i + 1]);
        }
        return this;
    }

    private void check(String path, Matcher<?> expected) {
        Object value = json().get(path);
        if (!expected.matches(value)) {
            @SuppressWarnings("unchecked")
            var matcher = (Matcher<Object>) expected;
            assertThat(this + "\n" + path, value, matcher);
        }
    }

    public int statusCode() {
        return response.statusCode();
    }

    /** The first value of a header; null where there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** All headers, each with its values; names in lower case or as they came, compared without case. */
    public Map<String, List<String>> headers() {
        return response.headers().map();
    }

    public List<String> headerValues(String name) {
        return response.headers().allValues(name);
    }

    /** What the answer sets as cookies; one that it removes has the age zero. */
    public List<HttpCookie> cookies() {
        return headerValues("Set-Cookie").stream()
                .flatMap(line -> HttpCookie.parse(line).stream())
                .toList();
    }

    /** The value of a header Content-Type; empty where there is none. */
    public String contentType() {
        return Optional.ofNullable(header("Content-Type")).orElse("");
    }

    /** The body, unpacked where it came compressed. */
    public byte[] asByteArray() {
        return content;
    }

    private static byte[] unpacked(byte[] packed) {
        if (packed.length == 0) { // the answer to HEAD, or 304
            return packed;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String asString() {
        var charset = CHARSET.matcher(contentType());
        return new String(content, charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8);
    }

    /** A value of a JSON body; null where it is absent. */
    public <T> T path(String path) {
        return json().get(path);
    }

    public JsonBody json() {
        if (json == null) {
            json = JsonBody.of(content);
        }
        return json;
    }

    public Document html() {
        return Jsoup.parse(asString());
    }

    URI uri() {
        return response.uri();
    }

    /** What was asked and what came, for the message of a failure. */
    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " → " + statusCode() + "\n" + asString();
    }
}
