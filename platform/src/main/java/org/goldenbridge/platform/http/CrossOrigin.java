package org.goldenbridge.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which pages of others may call from a browser (CORS): every page may read, pages of the public address and of
 * configured origins may write. The framework's own filter knows one list for both, and refuses our own pages.
 */
@Singleton
class CrossOrigin {
    /** Behind the front guard, and before sign-in: a preflight carries no token. */
    private static final int AFTER_THE_GUARD = 900;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SENT = "Authorization, Content-Type, Accept, Accept-Language, If-Match, If-None-Match, "
            + "Idempotency-Key, traceparent";
    private static final String SHOWN = "ETag, Link, Location, Content-Language, Change-Number, Retry-After, Allow";

    private final Set<String> writers;

    CrossOrigin(
            @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl,
            @ConfigProperty(name = "goldenbridge.cors.writers") Optional<List<String>> writers) {
        this.writers = new HashSet<>(writers.orElse(List.of()));
        this.writers.add(publicUrl.getScheme() + "://" + publicUrl.getAuthority());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_GUARD);
    }

    private void check(RoutingContext context) {
        var origin = context.request().getHeader("Origin");
        if (origin == null) {
            context.next();
            return;
        }
        var wanted = context.request().getHeader("Access-Control-Request-Method");
        var isPreflight = wanted != null && context.request().method().equals(HttpMethod.OPTIONS);
        var method =
                isPreflight ? HttpMethod.valueOf(wanted) : context.request().method();
        if (!READS.contains(method) && !writers.contains(origin)) {
            EarlyRefusal.send(
                    context,
                    403,
                    "foreign-origin",
                    "Pages of " + (isPlain(origin) ? origin : "that origin")
                            + " may read here, and not change anything.");
            return;
        }
        var answer = context.response();
        answer.putHeader("Access-Control-Allow-Origin", READS.contains(method) ? "*" : origin);
        if (isPreflight) {
            answer.putHeader("Access-Control-Allow-Methods", method.name())
                    .putHeader("Access-Control-Allow-Headers", SENT)
                    .putHeader("Access-Control-Max-Age", "3600")
                    .setStatusCode(204)
                    .end();
        } else {
            answer.putHeader("Access-Control-Expose-Headers", SHOWN);
            context.next();
        }
    }

    private static boolean isPlain(String origin) {
        return origin.length() < 200 && origin.matches("https?://[A-Za-z0-9.:-]+");
    }
}
