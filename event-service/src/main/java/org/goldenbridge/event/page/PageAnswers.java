package org.goldenbridge.event.page;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.goldenbridge.platform.http.EntityTags;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sends a page that was rendered: tagged with a digest of it, and closed to everything that is not ours. */
@Singleton
public class PageAnswers {
    /** The cookie in which a language that was chosen stays; it holds nothing else. */
    public static final String LANGUAGE_COOKIE = "goldenbridge-language";

    public static final String HTML = "text/html;charset=UTF-8";

    private static final int TAG_BYTES = 12;
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    /** Who may show a page inside of theirs. */
    public enum Frames {
        NOBODY("'none'"),
        ANYBODY("*");

        private final String ancestors;

        Frames(String ancestors) {
            this.ancestors = ancestors;
        }
    }

    /** The Content-Security-Policy of our pages: nothing but what is ours. */
    public static String policy(Frames frames) {
        return POLICY + frames.ancestors;
    }

    /** 200 with the page, or 304 where the browser has it. Pages are asked for again each time: places change. */
    public RestResponse.ResponseBuilder<byte[]> page(
            String html, Reader reader, Frames frames, @Nullable String ifNoneMatch) {
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        var tag = tag(bytes);
        var answer = EntityTags.matches(ifNoneMatch, tag)
                ? RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(bytes);
        return closed(answer, reader, frames)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    /** 200 with a page for somebody who has signed in; nobody keeps a copy of it. */
    public RestResponse.ResponseBuilder<byte[]> personal(String html, Reader reader) {
        return closed(RestResponse.ResponseBuilder.ok(html.getBytes(StandardCharsets.UTF_8)), reader, Frames.NOBODY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** A page that says that there is no such page, or that it cannot be asked for so. */
    public RestResponse.ResponseBuilder<byte[]> refusal(RestResponse.Status status, String html, Reader reader) {
        return refusal(status.getStatusCode(), html, reader);
    }

    /** The same with a status for which there is no constant, such as 422. */
    public RestResponse.ResponseBuilder<byte[]> refusal(int status, String html, Reader reader) {
        var answer = RestResponse.ResponseBuilder.<byte[]>create(status).entity(html.getBytes(StandardCharsets.UTF_8));
        return closed(answer, reader, Frames.NOBODY).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Keeps the language that was chosen for a year. */
    public static String remember(PageLanguage language) {
        return LANGUAGE_COOKIE + "=" + language.tag() + "; Path=/; Max-Age=31536000; SameSite=Lax";
    }

    /** The entity tag of these bytes, with its quotes. */
    public static String tag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static RestResponse.ResponseBuilder<byte[]> closed(
            RestResponse.ResponseBuilder<byte[]> answer, Reader reader, Frames frames) {
        answer.header(HttpHeaders.CONTENT_TYPE, HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, reader.language().tag())
                .header(HttpHeaders.VARY, "Accept-Language, Cookie");
        closing(frames).forEach(answer::header);
        return answer;
    }

    /** The headers that close a page to everything that is not ours. */
    public static Map<String, String> closing(Frames frames) {
        return Map.of(
                "Content-Security-Policy",
                policy(frames),
                "X-Content-Type-Options",
                "nosniff",
                "Referrer-Policy",
                "strict-origin-when-cross-origin");
    }
}
