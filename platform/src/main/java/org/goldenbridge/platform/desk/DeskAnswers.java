package org.goldenbridge.platform.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.goldenbridge.platform.http.EarlyRefusal;

/** What is said at the door of the desk: as a page to people, as a problem (RFC 9457) to scripts. */
@Singleton
class DeskAnswers {
    /** What can be said. */
    enum Answer {
        /** There was a session, or none, and a redirect would be of no use. */
        ENDED(
                401,
                "sign-in-needed",
                "Sign in",
                "You are not signed in any more. Open the desk in another window, sign in"
                        + " there, then come back here and send what you typed again.",
                "Open the desk"),
        /** Keycloak sent somebody back and it was no good. */
        FAILED(
                401,
                "sign-in-failed",
                "Signing in did not work",
                "It may have taken too long, or the browser keeps no" + " cookies for this address. Try again.",
                "Sign in again"),
        /** Somebody with an account who has nothing to do here. */
        NO_ROLE(
                403,
                "no-role",
                "No place at the desk",
                "Your account has no role at a centre yet. Ask your centre's"
                        + " manager for one, or sign in with another account.",
                "Sign out"),
        /** Keycloak is away. */
        AWAY(
                503,
                "sign-in-away",
                "Sign-in is away",
                "Nobody can be signed in at this moment. Try again shortly; you stay" + " signed in if you were.",
                "Try again");

        private final int status;
        private final String code;
        private final String title;
        private final String detail;
        private final String link;

        Answer(int status, String code, String title, String detail, String link) {
            this.status = status;
            this.code = code;
            this.title = title;
            this.detail = detail;
            this.link = link;
        }
    }

    private static final String SECONDS_AWAY = "5";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · Goldenbridge</title>
            <meta name="color-scheme" content="light dark">
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <p><a href="%3$s">%4$s</a></p>
            </main>
            </body>
            </html>
            """;

    private final DeskArea desk;
    private final Instance<DoorPage> pages;

    DeskAnswers(DeskArea desk, Instance<DoorPage> pages) {
        this.desk = desk;
        this.pages = pages;
    }

    void send(RoutingContext context, Answer answer) {
        var response = context.response();
        if (answer == Answer.AWAY) {
            response.putHeader("Retry-After", SECONDS_AWAY);
        }
        var accepted = context.request().getHeader("Accept");
        if (accepted == null || !accepted.contains("text/html")) {
            EarlyRefusal.send(context, answer.status, answer.code, answer.detail);
            return;
        }
        var target = answer == Answer.NO_ROLE ? desk.signOut() : desk.path();
        response.setStatusCode(answer.status)
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (pages.isResolvable()) {
            var page = pages.get();
            response.putHeader("Content-Security-Policy", page.policy()).end(page.html(context, answer.code, target));
        } else {
            response.putHeader("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
                    .end(PAGE.formatted(answer.title, answer.detail, target, answer.link));
        }
    }
}
