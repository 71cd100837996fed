package org.goldenbridge.event.publicschedule;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.goldenbridge.event.page.PageAnswers;
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

    private static final Pattern NOTHING = Pattern.compile("(?i)q=0(\\.0*)?");
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

    /** A request as it was written, with what else decides its answer: on a page also the language that was chosen before. */
    static String written(String uri, @Nullable String acceptLanguage, @Nullable String cookies) {
        var written = acceptLanguage == null ? uri : uri + '\n' + acceptLanguage;
        return cookies == null || !uri.startsWith(PAGES) ? written : written + '\n' + language(cookies);
    }

    /** Every cookie of that name: were there two, it would be others to say which of them counts. */
    private static String language(String cookies) {
        var chosen = new StringJoiner(";");
        for (var cookie : cookies.split("[;,]", 100)) {
            if (cookie.strip().startsWith(PageAnswers.LANGUAGE_COOKIE)) {
                chosen.add(cookie.strip());
            }
        }
        return chosen.toString();
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
        var answer = answers.known(written(
                request.uri(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), request.getHeader(HttpHeaders.COOKIE)));
        if (answer == null || (takesGzip(request) && !answer.isSmall() && !answer.isSoonPacked())) {
            context.next();
        } else {
            give(context, answer);
        }
    }

    private static boolean isPrepared(String uri) {
        return PREFIXES.stream().anyMatch(uri::startsWith);
    }

    private static void give(RoutingContext context, Answer answer) {
        var request = context.request();
        var response = context.response();
        var headers = response.headers();
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

    /** RFC 9110, 12.5.3; a weight of nothing refuses it. */
    private static boolean takesGzip(HttpServerRequest request) {
        var encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (encodings == null) {
            return false;
        }
        if (encodings.equals("gzip")) {
            return true;
        }
        for (var encoding : encodings.split(",", 20)) {
            var parts = encoding.strip().split("\\s*;\\s*", 2);
            if (parts[0].equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !NOTHING.matcher(parts[1]).matches();
            }
        }
        return false;
    }
}
