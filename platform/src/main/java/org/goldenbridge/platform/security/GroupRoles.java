package org.goldenbridge.platform.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Turns group paths into roles: who is in {@code /beijing/manager} has the role {@code manager} somewhere, which is what
 * {@code @RolesAllowed} asks. Where he has it is asked by {@link Caller}.
 */
@Singleton
class GroupRoles implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        var builder = QuarkusSecurityIdentity.builder(identity);
        for (var role : identity.getRoles()) {
            if (role.startsWith("/")) {
                builder.addRole(role.substring(role.lastIndexOf('/') + 1));
            }
        }
        return Uni.createFrom().item(builder.build());
    }
}
