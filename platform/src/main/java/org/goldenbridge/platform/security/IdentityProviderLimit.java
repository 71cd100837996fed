package org.goldenbridge.platform.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * An identity provider that hangs does not hold a caller for longer than this: the framework knows a limit for connecting
 * only, and would wait for keys without end.
 */
@Singleton
@Unremovable
class IdentityProviderLimit implements OidcRequestFilter {
    private static final long LONGEST_MILLIS = 3_000;

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(LONGEST_MILLIS);
        return Uni.createFrom().voidItem();
    }
}
