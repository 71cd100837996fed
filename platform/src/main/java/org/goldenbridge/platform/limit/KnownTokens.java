package org.goldenbridge.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whose a token is, of those that were found good: until then a token says nothing, for anybody can write one. What is
 * remembered is the token's digest, never the token.
 */
@Singleton
class KnownTokens implements SecurityIdentityAugmentor {
    private static final int MOST = 50_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final String PARTNER = "/partner";

    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN).build();
    private final Clock clock;

    private record Known(CallerKey caller, long expiresAt) {}

    KnownTokens(Clock clock) {
        this.clock = clock;
    }

    /** Whose it is; nothing when it was never found good, or has expired since. */
    Optional<CallerKey> of(String token) {
        return Optional.ofNullable(known.getIfPresent(digest(token)))
                .filter(found -> found.expiresAt() > clock.instant().getEpochSecond())
                .map(Known::caller);
    }

    /** Hears of every token that was found good. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getRawToken() != null
                && token.getSubject() != null) {
            known.put(digest(token.getRawToken()), new Known(caller(identity, token), token.getExpirationTime()));
        }
        return Uni.createFrom().item(identity);
    }

    private static CallerKey caller(SecurityIdentity identity, JsonWebToken token) {
        var client = token.<Object>getClaim("azp");
        return client instanceof String partner
                        && identity.getRoles().stream()
                                .anyMatch(group -> group.startsWith("/") && group.endsWith(PARTNER))
                ? new CallerKey(CallerKey.Kind.PARTNER, partner)
                : new CallerKey(CallerKey.Kind.ACCOUNT, token.getSubject());
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
