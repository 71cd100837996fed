package org.goldenbridge.event.publicschedule;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.goldenbridge.platform.http.AcceptEncoding;
import org.goldenbridge.platform.http.EntityTags;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that was answered before with the same bytes, before anybody routes it: no thread is changed and nothing is
 * asked of the database. What it does not know goes on to the resource, which holds the rules. It knows public answers alone,
 * which say the same to everybody.
 */
@Singleton
class PreparedRoute {
    /** Behind the guards and the limits, in front of sign-in: who says nothing of themselves is not asked. */
    private static final int BEFORE_SIGN_IN = 800;

    /** Behind all that, in front of routing: whoever sends a token learns whether it is good. */
    private static final int BEHIND_SIGN_IN = 5;

    private static final String PAGES = "/whats-on";
    private static final List<String> PREFIXES = List.of(ScheduleResource.PATH, "/v1/calendars/", PAGES);

    private final PreparedAnswers answers;

    PreparedRoute(PreparedAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answerUnasked, BEFORE_SIGN_IN);
        filters.register(this::answer, BEHIND_SIGN_IN);
    }

    /**
     * A request as it was written, with what else decides its answer: the languages of the browser, and on a page the one that was
     * chosen before, which is all that is read of its cookies.
     *
     * @param cookies the lines of Cookie
     * @return null when its cookies are written so that one could read them in two ways
     */
    static @Nullable String written(String uri, @Nullable String acceptLanguage, List<String> cookies) {
        var remembered = uri.startsWith(PAGES) ? RememberedLanguage.in(cookies) : "";
        return remembered == null
                ? null
                : uri + '\n' + (acceptLanguage == null ? "" : acceptLanguage) + '\n' + remembered;
    }

    private void answerUnasked(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            context.next();
        } else {
            answer(context);
        }
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        if (!request.method().equals(HttpMethod.GET) || !isPrepared(request.uri())) {
            context.next();
            return;
        }
        var written = written(
                request.uri(),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                request.headers().getAll(HttpHeaders.COOKIE));
        var given = written == null ? null : answers.known(written);
        if (given == null
                || (takesGzip(request)
                        && !given.answer().isSmall()
                        && !given.answer().isSoonPacked())) {
            context.next();
        } else {
            give(context, given);
        }
    }

    private static boolean isPrepared(String uri) {
        return PREFIXES.stream().anyMatch(uri::startsWith);
    }

    private static void give(RoutingContext context, PreparedAnswers.Given given) {
        var answer = given.answer();
        var request = context.request();
        var response = context.response();
        var headers = response.headers();
        if (given.cookie() != null) {
            headers.set(HttpHeaders.SET_COOKIE, given.cookie());
        }
        if (EntityTags.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), answer.tag)) {
            answer.fieldsOfNotModified.forEach(field -> headers.set(field.name(), field.value()));
            response.setStatusCode(304).end();
            return;
        }
        answer.fields.forEach(field -> headers.set(field.name(), field.value()));
        if (answer.isSoonPacked() && takesGzip(request)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.end(answer.packedBuffer());
        } else {
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY); // not to be packed again
            response.end(answer.buffer());
        }
    }

    private static boolean takesGzip(HttpServerRequest request) {
        return AcceptEncoding.takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }
}
