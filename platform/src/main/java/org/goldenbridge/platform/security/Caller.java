package org.goldenbridge.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.goldenbridge.platform.problem.Refusal;

/**
 * Who makes this request, and for which part of the organisation they act. The token's groups are paths of unit and
 * role, {@code /beijing/manager}; those of the unit {@code network} hold everywhere.
 */
@RequestScoped
public class Caller {
    /** The unit whose roles hold for every unit. */
    public static final String WHOLE = "network";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** A stable name for the account: the token's subject; it is not the person's name. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    /** The account's user name, for "planned by": staff know each other by it. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** Whether the caller has one of the roles in the unit, or in the whole. */
    public boolean actsFor(String unit, String... roles) {
        return Arrays.stream(roles)
                .anyMatch(role ->
                        identity.hasRole("/" + unit + "/" + role) || identity.hasRole("/" + WHOLE + "/" + role));
    }

    /**
     * Lets the request go on only when the caller has one of the roles in the unit, or in the whole.
     *
     * @throws Refusal 403 otherwise
     */
    public void mustActFor(String unit, String... roles) {
        if (!actsFor(unit, roles)) {
            throw Refusal.forbidden(
                    "not-yours",
                    "You cannot do this for " + unit + ": it takes the role " + String.join(" or ", roles) + " there.");
        }
    }

    /** The units in which the caller has one of the roles; holds {@link #WHOLE} when that is everywhere. */
    public List<String> units(String... roles) {
        return identity.getRoles().stream()
                .filter(group ->
                        Arrays.stream(roles).anyMatch(role -> group.endsWith("/" + role) && group.startsWith("/")))
                .map(group -> group.substring(1, group.lastIndexOf('/')))
                .sorted()
                .toList();
    }
}
