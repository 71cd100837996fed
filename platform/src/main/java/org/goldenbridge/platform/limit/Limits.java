package org.goldenbridge.platform.limit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.platform.http.EarlyRefusal;

/**
 * So much may each caller ask of this instance, and no more (429, RFC 6585): then one that asks too much has to wait, and not
 * all the others. Who sends no token, or one that was not yet found good, is counted by address.
 */
@Singleton
class Limits {
    /** A page of another origin has to be able to read that it asks too much. */
    private static final int BEHIND_CROSS_ORIGIN = 850;

    private static final int BEHIND_SIGN_IN = 150;
    private static final String BEARER = "bearer ";
    private static final String UNKNOWN_TOKEN = Limits.class.getName() + ".unknown-token";

    private final ClientAddress addresses;
    private final KnownTokens tokens;
    private final Grants grants;
    private final Buckets buckets;
    private final Allowance anonymous;
    private final Allowance signedIn;
    private final Duration saved;

    /**
     * @param anonymous requests a second from one address
     * @param signedIn requests a second of one account
     * @param saved for how long what was not asked for can be asked for later
     * @param most how many callers are remembered
     */
    Limits(
            ClientAddress addresses,
            KnownTokens tokens,
            Grants grants,
            @ConfigProperty(name = "goldenbridge.limits.anonymous", defaultValue = "50") double anonymous,
            @ConfigProperty(name = "goldenbridge.limits.signed-in", defaultValue = "100") double signedIn,
            @ConfigProperty(name = "goldenbridge.limits.saved", defaultValue = "4s") Duration saved,
            @ConfigProperty(name = "goldenbridge.limits.callers", defaultValue = "50000") int most) {
        this.addresses = addresses;
        this.tokens = tokens;
        this.grants = grants;
        this.buckets = new Buckets(most);
        this.anonymous = Allowance.of(anonymous, saved);
        this.signedIn = Allowance.of(signedIn, saved);
        this.saved = saved;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, BEHIND_CROSS_ORIGIN);
        filters.register(this::getToKnow, BEHIND_SIGN_IN);
    }

    private void count(RoutingContext context) {
        var address = addresses.of(context.request());
        var token = token(context);
        var known = token.flatMap(tokens::of);
        var caller = known.orElseGet(() -> ClientAddress.caller(address));
        caller.keepIn(context);
        if (token.isPresent() && known.isEmpty()) {
            context.put(UNKNOWN_TOKEN, true);
        }
        var wait = isUncounted(context) || addresses.isExempt(address)
                ? 0
                : buckets.take(caller, allowance(caller), System.nanoTime());
        if (wait == 0) {
            context.next();
        } else {
            refuse(context, (long) Math.ceil(wait));
        }
    }

    private Allowance allowance(CallerKey caller) {
        return switch (caller.kind()) {
            case ADDRESS -> anonymous;
            case ACCOUNT -> signedIn;
            case PARTNER -> {
                var granted = grants.requestsPerMinute(caller.name());
                yield granted == null ? anonymous : Allowance.of(granted / 60.0, saved);
            }
        };
    }

    /** Whoever asks for what is public needs no token to be good, so nobody would ever look at it. */
    private void getToKnow(RoutingContext context) {
        if (context.get(UNKNOWN_TOKEN) == null) {
            context.next();
            return;
        }
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(identity -> context.next(), noGood -> context.next()); // who needs it to be good will say so
    }

    private static Optional<String> token(RoutingContext context) {
        var sent = context.request().getHeader("Authorization");
        return sent != null && sent.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.of(sent.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** Health is asked from inside, and has to be told above all when there is much to do. */
    private static boolean isUncounted(RoutingContext context) {
        return context.request().uri().startsWith("/q/");
    }

    private static void refuse(RoutingContext context, long seconds) {
        context.response().putHeader("Retry-After", String.valueOf(Math.max(1, seconds)));
        EarlyRefusal.send(
                context,
                429,
                "too-many-requests",
                "You ask more than you may. Wait for " + Math.max(1, seconds) + " s, and ask less often.");
    }
}
