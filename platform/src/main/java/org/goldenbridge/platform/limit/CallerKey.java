package org.goldenbridge.platform.limit;

import io.vertx.ext.web.RoutingContext;

/**
 * Who asks, as far as limits go: an address, an account, or a partner's client.
 *
 * @param kind which of the three
 * @param name the address, the subject or the client
 */
public record CallerKey(Kind kind, String name) {
    /** What a caller is known by. */
    public enum Kind {
        /** The address it asks from; nothing else is known. */
        ADDRESS,
        /** The account that a token was issued for. */
        ACCOUNT,
        /** The client of a partner institution. */
        PARTNER
    }

    private static final String IN_CONTEXT = CallerKey.class.getName();

    void keepIn(RoutingContext context) {
        context.put(IN_CONTEXT, this);
    }

    /** Who makes this request. */
    public static CallerKey of(RoutingContext context) {
        CallerKey caller = context.get(IN_CONTEXT);
        if (caller == null) {
            throw new IllegalStateException("The limits have not seen this request");
        }
        return caller;
    }
}
