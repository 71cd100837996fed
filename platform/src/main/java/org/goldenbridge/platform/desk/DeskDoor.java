package org.goldenbridge.platform.desk;

import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets staff in at the desk. Who is not signed in is sent to Keycloak and back to the page that was asked for; a script, which
 * cannot follow, is told so; and whatever goes wrong on the way ends in words, and never in a circle.
 */
@Singleton
class DeskDoor {
    /** Where people are when they have signed out. */
    static final String AFTERWARDS = "/whats-on";

    private static final Logger LOG = Logger.getLogger(DeskDoor.class);
    private static final int BEHIND_SIGN_IN = 150;
    private static final int FOUND = 302;
    private static final String SESSION_COOKIES = "q_session";

    private final DeskArea desk;
    private final DeskTenant tenant;
    private final DeskAnswers answers;

    DeskDoor(DeskArea desk, DeskTenant tenant, DeskAnswers answers) {
        this.desk = desk;
        this.tenant = tenant;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        if (desk.isOpen()) {
            filters.register(this::ask, BEHIND_SIGN_IN);
        }
    }

    private void ask(RoutingContext context) {
        if (!desk.covers(context)) {
            context.next();
            return;
        }
        // The framework would answer a failure itself, before it tells us of it.
        context.put(
                QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>) (same, failure) -> {});
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(identity -> known(context, identity), thrown -> unknown(context, thrown));
    }

    private void known(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            if (is(context, desk.signOut())) {
                redirect(context, withoutSession());
            } else {
                signIn(context);
            }
        } else if (is(context, desk.signIn())) { // a second window was sent to sign in before the first had done it
            redirect(context, desk.publicUrl() + desk.path());
        } else if (desk.roles().stream().noneMatch(identity::hasRole)) {
            answers.send(context, DeskAnswers.Answer.NO_ROLE);
        } else {
            context.next();
        }
    }

    private void unknown(RoutingContext context, Throwable thrown) {
        if (thrown instanceof AuthenticationRedirectException redirect) {
            redirect(context, atPublicAddress(context, redirect.getRedirectUri()));
        } else if (KeycloakFaults.isAway(thrown)) {
            keepCookies(context);
            answers.send(context, DeskAnswers.Answer.AWAY);
        } else {
            if (is(context, desk.signIn())) {
                LOG.warnf("Somebody came back from Keycloak and could not be signed in: %s", reason(thrown));
            }
            forgetCookies(context);
            signIn(context);
        }
    }

    /** What went wrong, by its kind alone: the messages of the framework name the person. */
    private static String reason(Throwable thrown) {
        var deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName();
    }

    private void signIn(RoutingContext context) {
        if (is(
                context,
                desk.signIn())) { // sent to Keycloak again, which may send back at once, this would go on for ever
            answers.send(context, DeskAnswers.Answer.FAILED);
        } else if (isNavigation(context.request())) {
            HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
            authenticator.sendChallenge(context).subscribe().with(sent -> end(context), thrown -> {
                LOG.error("Nobody can be sent to sign in", thrown);
                answers.send(context, DeskAnswers.Answer.AWAY);
            });
        } else {
            if (isHtmx(context.request())) {
                context.response().putHeader("HX-Redirect", pageOf(context.request()));
            }
            answers.send(context, DeskAnswers.Answer.ENDED);
        }
    }

    /** Whether the browser shows what comes, and so can be sent elsewhere without a loss. */
    private static boolean isNavigation(HttpServerRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return List.of("GET", "HEAD").contains(request.method().name())
                && !isHtmx(request)
                && (mode == null || mode.equals("navigate"));
    }

    private static boolean isHtmx(HttpServerRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** The page whose script asked; without its fragment, for to go to a fragment of the same page loads nothing. */
    private String pageOf(HttpServerRequest request) {
        var page = request.getHeader("HX-Current-URL");
        if (page == null || !desk.isPage(page)) {
            return desk.publicUrl() + desk.path();
        }
        var fragment = page.indexOf('#');
        return fragment < 0 ? page : page.substring(0, fragment);
    }

    /** Keycloak may know the person when we do not any more; it asks before it ends a session that nobody names. */
    private String withoutSession() {
        return tenant.endSession() + "?client_id=" + DeskTenant.CLIENT + "&post_logout_redirect_uri="
                + URLEncoder.encode(desk.publicUrl() + AFTERWARDS, StandardCharsets.UTF_8);
    }

    /** The framework makes the address of the page that was asked for from the Host header. */
    private String atPublicAddress(RoutingContext context, String address) {
        var uri = URI.create(address);
        var asked = context.request().authority();
        return asked != null && asked.toString().equals(uri.getAuthority()) && !address.startsWith(desk.publicUrl())
                ? desk.publicUrl() + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                : address;
    }

    private static boolean is(RoutingContext context, String path) {
        return context.normalizedPath().equals(path);
    }

    private static void redirect(RoutingContext context, String address) {
        context.response().setStatusCode(FOUND).putHeader("Location", address);
        end(context);
    }

    private static void end(RoutingContext context) {
        if (!context.response().ended()) {
            context.response().end();
        }
    }

    /** What the framework calls no good while Keycloak is away may be good when it is back. */
    private static void keepCookies(RoutingContext context) {
        for (var name : cookieNames(context)) {
            context.response().removeCookies(name, false);
        }
    }

    /** What another window left with for Keycloak stays. */
    private void forgetCookies(RoutingContext context) {
        for (var name : cookieNames(context)) {
            if (name.startsWith(SESSION_COOKIES)) {
                context.response()
                        .addCookie(Cookie.cookie(name, "").setPath(desk.path()).setMaxAge(0));
            }
        }
    }

    private static Set<String> cookieNames(RoutingContext context) {
        return context.request().cookies().stream().map(Cookie::getName).collect(Collectors.toSet());
    }
}
