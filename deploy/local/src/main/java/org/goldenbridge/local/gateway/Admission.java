package org.goldenbridge.local.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway lets in. Paths that two programs could read differently are refused here, so that no rule about a path
 * is decided on one reading and carried out on another.
 */
final class Admission {

    /**
     * Encoded slash, backslash, semicolon, percent and control characters; letters, digits and the other characters that need no
     * encoding (RFC 3986, 2.3), which a service decodes and the routes here do not; and what is no encoding at all.
     */
    private static final Pattern AMBIGUOUS_ENCODING = Pattern.compile(
            "%(2f|5c|3b|25|[01][0-9a-f]|7f|2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae]|(?![0-9a-f]{2}))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(/|$)");

    private final String publicHost;

    Admission(URI publicUrl) {
        publicHost = publicUrl.getAuthority().toLowerCase(Locale.ROOT);
    }

    /** Why a request is turned away before anybody behind the gateway sees it, or empty. */
    Optional<Problem> refuse(HttpServerRequest request) {
        var path = pathOf(request.uri());
        if (isAmbiguous(path)) {
            return Optional.of(Problem.ambiguousPath());
        }
        if (!path.equals("/health") && !isPublicHost(request.getHeader("Host"))) {
            return Optional.of(Problem.wrongHost(publicHost));
        }
        if (Routes.isInternal(path)) {
            return Optional.of(Problem.notFound());
        }
        return refuseBody(request.getHeader("Content-Length"), Routes.bodyLimit(path));
    }

    private boolean isPublicHost(@Nullable String host) {
        return host != null && host.toLowerCase(Locale.ROOT).equals(publicHost);
    }

    private static Optional<Problem> refuseBody(@Nullable String contentLength, long limit) {
        if (contentLength == null) {
            return Optional.empty();
        }
        if (!contentLength.matches("\\d{1,18}")) {
            return Optional.of(Problem.malformedRequest());
        }
        return Long.parseLong(contentLength) > limit ? Optional.of(Problem.bodyTooLarge(limit)) : Optional.empty();
    }

    /** The path as it was sent, not decoded. */
    static String pathOf(String requestTarget) {
        var query = requestTarget.indexOf('?');
        return query < 0 ? requestTarget : requestTarget.substring(0, query);
    }

    static boolean isAmbiguous(String path) {
        return !path.startsWith("/")
                || path.contains("//")
                || path.indexOf(';') >= 0
                || path.indexOf('\\') >= 0
                || path.indexOf('#') >= 0
                || AMBIGUOUS_ENCODING.matcher(path).find()
                || DOT_SEGMENT.matcher(path).find();
    }
}
