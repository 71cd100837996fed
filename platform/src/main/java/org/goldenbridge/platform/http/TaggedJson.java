package org.goldenbridge.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    private final UriInfo request;
    private final URI publicUrl;

    TaggedJson(ObjectMapper json, UriInfo request, @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl) {
        this.json = json;
        this.request = request;
        this.publicUrl = publicUrl;
    }

    /** 200 with a page, its ETag and a link to the next one (RFC 8288), or 304. */
    public RestResponse<byte[]> page(Page<?> page, @Nullable String ifNoneMatch) {
        var answer = answer(page, ifNoneMatch);
        if (page.next() != null) {
            var next = request.getRequestUriBuilder()
                    .scheme(publicUrl.getScheme())
                    .host(publicUrl.getHost())
                    .port(publicUrl.getPort())
                    .replaceQueryParam("cursor", page.next())
                    .build();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /**
     * 200 with the body and its ETag, or 304.
     *
     * @param ifNoneMatch the request's header, or null
     */
    public RestResponse.ResponseBuilder<byte[]> answer(Object body, @Nullable String ifNoneMatch) {
        return answer(body, ifNoneMatch, "no-cache");
    }

    /**
     * The same, for who may keep it.
     *
     * @param cacheControl for how long, in the words of RFC 9111, 5.2.2
     */
    public RestResponse.ResponseBuilder<byte[]> answer(Object body, @Nullable String ifNoneMatch, String cacheControl) {
        try {
            var bytes = json.writeValueAsBytes(body);
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            var tag = '"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + '"';
            var builder = EntityTags.matches(ifNoneMatch, tag)
                    ? RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED)
                    : RestResponse.ResponseBuilder.ok(bytes, MediaType.APPLICATION_JSON_TYPE);
            return builder.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, cacheControl);
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException("Our own answers can be written, and SHA-256 is part of every JDK", e);
        }
    }
}
