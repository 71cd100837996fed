package org.goldenbridge.event.access;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.goldenbridge.platform.security.Caller;

/** Who is signed in at the desk, for its scripts. */
@Path("/desk/me")
@Produces(APPLICATION_JSON)
class MyDeskResource {
    private final Caller caller;

    MyDeskResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.MANAGER, Roles.ADMINISTRATOR})
    @Operation(hidden = true)
    public MyDesk me(@Context SecurityContext security) {
        return new MyDesk(caller.name(), personName(security.getUserPrincipal()), centres());
    }

    private static String personName(Principal principal) {
        return principal instanceof JsonWebToken token && token.<Object>getClaim("name") instanceof String name
                ? name
                : principal.getName();
    }

    private Map<String, List<String>> centres() {
        var centres = new TreeMap<String, List<String>>();
        for (var role : Roles.desk()) {
            for (var unit : caller.units(role)) {
                centres.computeIfAbsent(unit, first -> new ArrayList<>()).add(role);
            }
        }
        return centres;
    }
}
