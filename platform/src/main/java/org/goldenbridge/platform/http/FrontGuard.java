package org.goldenbridge.platform.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is refused before anybody asks who the caller is: paths that two programs may read differently, hosts that are not
 * ours, and bodies over the limit. It stands in each service, because no gateway is the only way in.
 */
@Singleton
class FrontGuard {
    /** Before sign-in, routing and CORS. */
    private static final int FIRST = 1_000;

    /** Its order is the negative of this; Quarkus writes its own limit at -2. */
    private static final int AFTER_THE_LIMIT_OF_QUARKUS = 1;

    /**
     * Empty segments, dot segments, parameters of segments, and everything encoded that could become one of them; encoded letters
     * and digits, which need no encoding (RFC 3986, 2.3) and hide a path from who compares it as it was sent.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "//|/\\.\\.?(/|$)|[;\\\\\\p{Cntrl}]|%(2f|5c|3b|25|[01]\\p{XDigit}|7f|2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> hosts;
    private final long bodyLimit;
    private final Optional<Pattern> uploadPath;
    private final long uploadLimit;

    /**
     * @param bodyLimit the most bytes of a body
     * @param uploadPath where files are taken, with a limit of their own
     * @param uploadLimit the most bytes of such a file; quarkus.http.limits.max-body-size must not be smaller
     */
    FrontGuard(
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl,
            @ConfigProperty(name = "goldenbridge.hosts", defaultValue = "localhost,127.0.0.1") List<String> hosts,
            @ConfigProperty(name = "goldenbridge.body-limit", defaultValue = "262144") long bodyLimit,
            @ConfigProperty(name = "goldenbridge.upload-path") Optional<Pattern> uploadPath,
            @ConfigProperty(name = "goldenbridge.upload-limit", defaultValue = "0") long uploadLimit) {
        this.hosts = new java.util.HashSet<>(hosts);
        this.hosts.add(publicUrl.getHost());
        this.bodyLimit = bodyLimit;
        this.uploadPath = uploadPath;
        this.uploadLimit = uploadLimit;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::capWhatIsNotAnnounced, AFTER_THE_LIMIT_OF_QUARKUS);
    }

    /** A body of unknown length is counted while it is read: the server's limit, which is that of the files, would be too much. */
    private void capWhatIsNotAnnounced(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context.request()));
        context.next();
    }

    private long limit(HttpServerRequest request) {
        var isUpload = uploadPath.isPresent()
                && uploadPath.get().matcher(path(request)).matches();
        return isUpload ? uploadLimit : bodyLimit;
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (AMBIGUOUS.matcher(path(request)).find()) {
            EarlyRefusal.send(
                    context,
                    400,
                    "ambiguous-path",
                    "Write the path plainly, without empty, dotted or encoded segments.");
        } else if (!isHealthCheck(request) && !hosts.contains(host(request))) {
            EarlyRefusal.send(context, 421, "misdirected", "This host is not served here. Use the public address.");
        } else if (announcedLength(request) > limit(request)) {
            EarlyRefusal.send(context, 413, "too-large", "The body may have at most " + limit(request) + " bytes.");
        } else {
            context.next();
        }
    }

    private static String path(HttpServerRequest request) {
        var uri = request.uri();
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** Health is asked by address, from inside, and says nothing that depends on the host. */
    private static boolean isHealthCheck(HttpServerRequest request) {
        return request.uri().startsWith("/q/");
    }

    private static String host(HttpServerRequest request) {
        var authority = request.authority();
        return authority == null || authority.host() == null
                ? ""
                : authority.host().toLowerCase(Locale.ROOT);
    }

    private static long announcedLength(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
