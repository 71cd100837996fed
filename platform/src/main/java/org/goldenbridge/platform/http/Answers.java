package org.goldenbridge.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers about one resource, each with its ETag. */
public final class Answers {
    private Answers() {}

    /** 201 with the new resource and where it is. */
    public static <T> RestResponse<T> created(URI location, T view, String tag) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(location)
                .header(HttpHeaders.ETAG, tag)
                .build();
    }

    /** 200 with the resource as it is now. */
    public static <T> RestResponse<T> ok(T view, String tag) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, tag)
                .build();
    }

    /** 200 with the resource, or 304 when the client has it already ({@code If-None-Match}). */
    public static <T> RestResponse<T> read(Supplier<T> view, String tag, @Nullable String ifNoneMatch) {
        return EntityTags.matches(ifNoneMatch, tag)
                ? RestResponse.ResponseBuilder.<T>notModified()
                        .header(HttpHeaders.ETAG, tag)
                        .build()
                : ok(view.get(), tag);
    }
}
