package org.goldenbridge.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for is refused, for a reason that the one who asked can act on. It rolls the transaction back and is
 * answered as an RFC 9457 problem; it is never a bug of ours.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<FieldError> errors = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Refusal(int status, String code, String detail) {
        super(detail, null, false, false); // no stack trace: a refusal is an answer, and a sold-out rush makes many
        this.status = status;
        this.code = code;
    }

    static Refusal of(int status, String code, String detail) {
        return new Refusal(status, code, detail);
    }

    /** 400: the request cannot be understood. */
    public static Refusal badRequest(String code, String detail) {
        return new Refusal(400, code, detail);
    }

    /** 403: the caller may not do this. */
    public static Refusal forbidden(String code, String detail) {
        return new Refusal(403, code, detail);
    }

    /** 404: there is no such thing. */
    public static Refusal notFound(String detail) {
        return new Refusal(404, "not-found", detail);
    }

    /** 409: what is there now stands against it; the detail says what. */
    public static Refusal conflict(String code, String detail) {
        return new Refusal(409, code, detail);
    }

    /** 410: it was there, and is not kept any more. */
    public static Refusal gone(String code, String detail) {
        return new Refusal(410, code, detail);
    }

    /** 412: it was changed since the caller read it. */
    public static Refusal stale(String detail) {
        return new Refusal(412, "stale", detail);
    }

    /** 415: a body of a kind that is not taken. */
    public static Refusal unsupported(String code, String detail) {
        return new Refusal(415, code, detail);
    }

    /** 422: understood, but a rule stands against it. */
    public static Refusal unprocessable(String code, String detail) {
        return new Refusal(422, code, detail);
    }

    /** 428: an edit must say which version it edits. */
    public static Refusal preconditionRequired(String detail) {
        return new Refusal(428, "precondition-required", detail);
    }

    /** 503: not now; the caller may try again after the given time. */
    public static Refusal unavailable(String code, String detail, int retryAfterSeconds) {
        return new Refusal(503, code, detail).header("Retry-After", String.valueOf(retryAfterSeconds));
    }

    /** Names the part of the request that is wrong, as a JSON pointer (RFC 6901) or {@code ?name} for a parameter. */
    public Refusal at(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return this;
    }

    /** Adds an extension member (RFC 9457, 3.2), for instance the clashes of a session. */
    public Refusal with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** The last part of the problem's {@code type}. */
    public String code() {
        return code;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** The parts of the request that are wrong. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /**
     * What lies behind an exception, for a page that says it in words of its own.
     *
     * @throws RuntimeException the very same when it is a bug of ours
     */
    public static Refusal behind(RuntimeException thrown) {
        return Faults.refusalFor(thrown).orElseThrow(() -> thrown);
    }

    /** What an extension member lists, of that type; nothing where there is no such member. */
    public <T> List<T> listed(String member, Class<T> type) {
        return members.get(member) instanceof List<?> list
                ? list.stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }

    Map<String, Object> members() {
        return members;
    }

    Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Map<String, String> headers() {
        return headers;
    }
}
