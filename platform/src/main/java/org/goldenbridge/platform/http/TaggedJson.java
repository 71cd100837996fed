package org.goldenbridge.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers of many parts, for which no single version stands: written once, tagged with a digest of their bytes, and not
 * sent again to who has them (RFC 9110, 13.1.2).
 */
@Singleton
public class TaggedJson {
    private static final int TAG_BYTES = 18;

    private final ObjectMapper json;

    TaggedJson(ObjectMapper json) {
        this.json = json;
    }

    /**
     * 200 with the body and its ETag, or 304.
     *
     * @param ifNoneMatch the request's header, or null
     */
    public RestResponse.ResponseBuilder<byte[]> answer(Object body, @Nullable String ifNoneMatch) {
        try {
            var bytes = json.writeValueAsBytes(body);
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            var tag = '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + '"';
            var builder = EntityTags.matches(ifNoneMatch, tag)
                    ? RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                    : RestResponse.ResponseBuilder.ok(bytes, MediaType.APPLICATION_JSON_TYPE);
            return builder.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException("Our own answers can be written, and SHA-256 is part of every JDK", e);
        }
    }
}
