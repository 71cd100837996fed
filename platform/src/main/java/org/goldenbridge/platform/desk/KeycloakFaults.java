package org.goldenbridge.platform.desk;

import io.quarkus.oidc.OIDCException;
import io.smallrye.mutiny.helpers.ParameterValidation;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells a Keycloak that does not answer from one that says no: an ended session, a code used twice. */
final class KeycloakFaults {
    /** The framework keeps to itself what lies behind it. */
    private static final String NOT_AVAILABLE = "OIDC Server is not available";

    private KeycloakFaults() {}

    static boolean isAway(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException // the connection was closed before the answer
                    || isTimeoutOfTheFramework(cause)
                    || (cause instanceof OIDCException && NOT_AVAILABLE.equals(cause.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /** It hands on the cause of a request that failed, and one that ran out of time has none. */
    private static boolean isTimeoutOfTheFramework(Throwable cause) {
        return cause instanceof NullPointerException
                && ParameterValidation.SUPPLIER_PRODUCED_NULL.equals(cause.getMessage());
    }
}
