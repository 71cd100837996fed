package org.goldenbridge.platform.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** The errors that the web framework itself answers with, in our words. */
final class FrameworkAnswers {
    private FrameworkAnswers() {}

    static Refusal refusal(WebApplicationException thrown) {
        var response = thrown.getResponse();
        var status = response.getStatus();
        var refusal = switch (status) {
            case 400 -> Refusal.badRequest("invalid-request", "The request cannot be read.");
            case 401 ->
                Refusal.of(401, "sign-in-needed", "Sign in: this needs a bearer token.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case 403 -> Refusal.forbidden("forbidden", "Your role does not allow this.");
            case 404 -> Refusal.notFound("There is nothing at this address.");
            case 405 -> Refusal.of(405, "method-not-allowed", "This address does not know that method; see Allow.");
            case 406 -> notAcceptable(List.of());
            case 413 -> Refusal.of(413, "too-large", "The body is larger than this address takes.");
            case 415 -> Refusal.of(415, "unsupported-media-type", "Send the body as application/json.");
            default -> Refusal.of(status, "http-" + status, "The request was refused.");
        };
        var allow = response.getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? refusal : refusal.header(HttpHeaders.ALLOW, allow);
    }

    /** @param offered the media types in which the address answers; empty where they are not known */
    static Refusal notAcceptable(List<String> offered) {
        var types = offered.isEmpty() ? "*/*" : String.join(" or ", offered);
        return Refusal.of(406, "not-acceptable", "Ask for " + types + ": no other form is offered here.");
    }
}
