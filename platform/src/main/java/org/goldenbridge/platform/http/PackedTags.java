package org.goldenbridge.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Gives what is sent packed a tag of its own: a strong tag stands for the very bytes, and packed these are others (RFC 9110,
 * 8.8.3.3). Both tags name the same version, so that an edit may go on with either.
 */
@Singleton
class PackedTags {
    /** Behind what gives out answers that are prepared, which have weak tags. */
    private static final int BEHIND_PREPARED = 790;

    private static final int NOT_MODIFIED = 304;

    void register(@Observes Filters filters) {
        filters.register(PackedTags::follow, BEHIND_PREPARED);
    }

    private static void follow(RoutingContext context) {
        var method = context.request().method();
        if ((method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && AcceptEncoding.takesGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            context.addHeadersEndHandler(sent -> mark(context));
        }
        context.next();
    }

    /** What has no coding yet is packed when it is sent; a 304 names what the client has. */
    private static void mark(RoutingContext context) {
        var headers = context.response().headers();
        var tag = headers.get(HttpHeaders.ETAG);
        if (tag == null || tag.startsWith("W/")) {
            return;
        }
        var packed = EntityTags.packed(tag);
        var known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        var isPacked = context.response().getStatusCode() == NOT_MODIFIED
                ? known != null && known.contains(packed)
                : !headers.contains(HttpHeaders.CONTENT_ENCODING);
        if (isPacked) {
            headers.set(HttpHeaders.ETAG, packed);
        }
    }
}
