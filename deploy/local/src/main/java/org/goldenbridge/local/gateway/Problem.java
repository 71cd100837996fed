package org.goldenbridge.local.gateway;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** An answer of the gateway itself that something is wrong (RFC 9457). */
record Problem(
        int status,
        String code,
        String title,
        String detail,
        @Nullable Integer retryAfterSeconds) {

    static Problem ambiguousPath() {
        return new Problem(
                400,
                "ambiguous-path",
                "The path can be read in more than one way",
                "Send plain segments: no //, no semicolon, no backslash, no dot segments, and no encoded slash, dot or NUL.",
                null);
    }

    static Problem malformedRequest() {
        return new Problem(
                400, "malformed-request", "This is not valid HTTP", "Check the request line and the headers.", null);
    }

    static Problem headTooLarge(int status) {
        return new Problem(
                status,
                "request-too-long",
                "The address or the headers are too long",
                "Send an address of at most 8 KB and headers of at most 16 KB.",
                null);
    }

    static Problem wrongHost(String publicHost) {
        return new Problem(
                421,
                "wrong-host",
                "This network has another address",
                "Send the request to " + publicHost + ", the public address of this network.",
                null);
    }

    static Problem notFound() {
        return new Problem(
                404, "not-found", "There is nothing at this address", "Look at /docs for what there is.", null);
    }

    static Problem bodyTooLarge(long limit) {
        return new Problem(
                413,
                "body-too-large",
                "The body is too large",
                "Send at most " + (limit >> 20) + " MB to this address.",
                null);
    }

    static Problem away(String part) {
        return new Problem(
                503,
                "service-away",
                part + " cannot be reached",
                "It is starting or being restarted. Nothing was changed; send the request again in a moment.",
                2);
    }

    static Problem brokenOff(String part) {
        return new Problem(
                502,
                "service-broke-off",
                part + " broke off without an answer",
                "The request may or may not have been carried out. Look before you send it again, or send it with the same Idempotency-Key.",
                2);
    }

    static Problem tooSlow(String part) {
        return new Problem(
                504,
                "service-too-slow",
                part + " did not answer in time",
                "The request may or may not have been carried out. Look before you send it again, or send it with the same Idempotency-Key.",
                5);
    }

    void send(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset(); // half an answer has gone out: only breaking off tells the client that it is not whole
            return;
        }
        response.headers().clear();
        if (retryAfterSeconds != null) {
            response.putHeader("Retry-After", Integer.toString(retryAfterSeconds));
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put("type", "/problems/" + code)
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .toBuffer());
    }
}
