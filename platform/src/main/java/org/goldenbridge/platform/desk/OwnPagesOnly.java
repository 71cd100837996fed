package org.goldenbridge.platform.desk;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.goldenbridge.platform.http.EarlyRefusal;

/**
 * At the desk a browser sends its cookie by itself, whoever made it ask. So what changes something has to come from a page of
 * ours, and what is shown to a person is shown in a window of its own. Before sign-in: who asks does not matter for it.
 * Everywhere else the cookies of the desk count for nothing.
 */
@Singleton
class OwnPagesOnly {
    /** Behind the front guard, and before anything is said to other origins. */
    private static final int BEFORE_CROSS_ORIGIN = 950;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Of browsers: the same origin, or nobody, when somebody typed the address. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    /** What the framework calls each of its cookies first. */
    private static final String COOKIES = "q_";

    private final DeskArea desk;

    OwnPagesOnly(DeskArea desk) {
        this.desk = desk;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_CROSS_ORIGIN);
    }

    private void check(RoutingContext context) {
        if (!desk.covers(context)) {
            dropCookies(context.request());
            context.next();
            return;
        }
        context.addHeadersEndHandler(sent -> closeAnswer(context.response()));
        if (isOurs(context)) {
            context.next();
        } else {
            EarlyRefusal.send(
                    context,
                    403,
                    "foreign-origin",
                    "Only pages of " + desk.origin() + " may ask this of the desk. Open the desk itself.");
        }
    }

    /** Kept by nobody, and read by no page of another origin. */
    private static void closeAnswer(HttpServerResponse answer) {
        answer.putHeader("Cache-Control", "no-store");
        answer.headers().remove("Access-Control-Allow-Origin").remove("Access-Control-Expose-Headers");
    }

    private boolean isOurs(RoutingContext context) {
        var request = context.request();
        var site = request.getHeader("Sec-Fetch-Site");
        if (READS.contains(request.method())) {
            return site == null || OURS.contains(site) || (isWindow(request) && !isSignOut(context));
        }
        var origin = request.getHeader("Origin");
        return origin == null ? "same-origin".equals(site) : origin.equals(desk.origin());
    }

    /** A link from elsewhere that somebody followed, and not a picture, a script or a frame of a page from elsewhere. */
    private static boolean isWindow(HttpServerRequest request) {
        var into = request.getHeader("Sec-Fetch-Dest");
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode")) && (into == null || into.equals("document"));
    }

    /** It is asked for with GET and ends something all the same. */
    private boolean isSignOut(RoutingContext context) {
        return context.normalizedPath().equals(desk.signOut());
    }

    /** The framework would take the name of a cookie for the way that its sender wants to sign in, at the API as well. */
    private static void dropCookies(HttpServerRequest request) {
        if (request.headers().contains("Cookie")) {
            var kept = request.headers().getAll("Cookie").stream()
                    .flatMap(header -> Arrays.stream(header.split(";", -1)))
                    .map(String::strip)
                    .filter(cookie -> !cookie.startsWith(COOKIES))
                    .collect(Collectors.joining("; "));
            request.headers().remove("Cookie");
            if (!kept.isEmpty()) {
                request.headers().set("Cookie", kept);
            }
        }
    }
}
