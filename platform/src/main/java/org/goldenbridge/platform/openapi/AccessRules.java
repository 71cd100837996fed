package org.goldenbridge.platform.openapi;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Who may call an operation, read from the annotation of its method: the one that is enforced. */
final class AccessRules {
    /** Sign-in of a person, by the code flow. */
    static final String SIGN_IN = "sign-in";

    /** A token that the caller has already. */
    static final String TOKEN = "bearer-token";

    private final IndexView index;

    AccessRules(IndexView index) {
        this.index = index;
    }

    /**
     * The rule of one operation.
     *
     * @param roles the roles of which the caller needs one; empty when everyone may call
     */
    record Rule(List<String> roles) {
        boolean isProtected() {
            return !roles.isEmpty();
        }

        String inWords() {
            return isProtected()
                    ? "signed in, with the role " + String.join(" or ", roles)
                            + " where it concerns: in that centre, or in the whole network."
                    : "everyone, without signing in.";
        }

        void require(Operation operation) {
            if (isProtected()) {
                operation.setSecurity(List.of(
                        OASFactory.createSecurityRequirement().addScheme(SIGN_IN),
                        OASFactory.createSecurityRequirement().addScheme(TOKEN)));
            } else {
                operation.setSecurity(List.of());
            }
        }
    }

    /** @param source class and method, {@code org.goldenbridge.desk.SeatResource_take} */
    Rule of(String source) {
        var split = source.lastIndexOf('_');
        var declared = index.getClassByName(DotName.createSimple(source.substring(0, split)));
        return declared.methods().stream()
                .filter(method -> method.name().equals(source.substring(split + 1)))
                .findFirst()
                .map(AccessRules::rule)
                .orElseThrow(() -> new IllegalStateException("There is no method " + source));
    }

    private static Rule rule(MethodInfo method) {
        var allowed = method.annotation(RolesAllowed.class);
        return new Rule(allowed == null ? List.of() : List.of(allowed.value().asStringArray()));
    }
}
