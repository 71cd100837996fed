package org.goldenbridge.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.common.util.URLUtils;
import org.jspecify.annotations.Nullable;

/** What lies behind an exception, however often it was wrapped on its way. */
final class Faults {
    /** RFC 6750, section 3.1: tells a token that is no good from none at all. */
    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

    private Faults() {}

    /** The refusal that tells the caller of it, or nothing when it is a bug of ours. */
    static Optional<Refusal> refusalFor(Throwable thrown) {
        WebApplicationException fromFramework = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var refusal = known(cause);
            if (refusal != null) {
                return Optional.of(refusal);
            }
            if (cause instanceof WebApplicationException web && fromFramework == null) {
                fromFramework = web;
            }
        }
        return Optional.ofNullable(fromFramework).map(FrameworkAnswers::refusal);
    }

    private static @Nullable Refusal known(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof ConstraintViolationException violations) {
            return FieldFaults.refusal(violations);
        }
        if (cause instanceof JsonProcessingException json) {
            return JsonFaults.refusal(json);
        }
        if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
            return Refusal.stale("Somebody else changed it in the meantime. Read it again and repeat.");
        }
        if (cause instanceof SQLException sql) {
            return DatabaseFaults.refusal(sql);
        }
        if (cause instanceof UnauthorizedException) {
            return signIn("Sign in: this needs a bearer token.", "Bearer");
        }
        if (cause instanceof AuthenticationFailedException) {
            return IdentityProviderFaults.isAway(cause)
                    ? Refusal.unavailable("sign-in-away", "Tokens cannot be checked now. Try again shortly.", 5)
                    : signIn(
                            "The bearer token is not valid here: it has expired, or was not issued for this API.",
                            INVALID_TOKEN);
        }
        if (isEncodedWrong(cause)) {
            return Refusal.badRequest(
                    "invalid-request", "Percent signs in a form have two hexadecimal digits behind them.");
        }
        if (hasTooManyFields(cause)) {
            return Refusal.badRequest("invalid-request", "The form has too many fields.");
        }
        if (cause instanceof ForbiddenException) {
            return Refusal.forbidden("forbidden", "Your role does not allow this.");
        }
        return null;
    }

    /** The framework says it with an exception that anything may throw; only its own decoder is meant. */
    private static boolean isEncodedWrong(Throwable cause) {
        var thrownAt = cause.getStackTrace();
        return cause instanceof IllegalArgumentException
                && thrownAt.length > 0
                && thrownAt[0].getClassName().equals(URLUtils.class.getName());
    }

    /** Said by the framework with a bare RuntimeException. */
    private static boolean hasTooManyFields(Throwable cause) {
        return cause.getClass() == RuntimeException.class
                && String.valueOf(cause.getMessage()).startsWith("Param limit of ");
    }

    private static Refusal signIn(String detail, String challenge) {
        return Refusal.of(401, "sign-in-needed", detail).header(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
