package org.goldenbridge.event.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;

/**
 * Says beforehand what planning or moving would say. What is wrong with the question itself is refused as it would be there;
 * what stands against the session is told in the answer.
 */
@Path("/v1/session-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
class SessionCheckResource {
    private final SessionChecks checks;

    SessionCheckResource(SessionChecks checks) {
        this.checks = checks;
    }

    @POST
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Check a session",
            description =
                    "Says what would clash when the session was planned, or moved, without claiming anything. All that"
                            + " stands against it is told at once; that nobody is quicker in the meantime is not promised.")
    @APIResponseSchema(value = SessionCheck.class, responseDescription = "What would come of it")
    @APIResponse(
            responseCode = "422",
            description = "What is wrong with the question itself: `unknown-event`; `unknown-space`; `unknown-teacher`;"
                    + " `unknown-equipment`; `ends-before-it-starts`; `in-the-past`; `time-in-gap`; `capacity-needed`")
    public SessionCheck check(@NotNull @Valid SessionCheckDraft draft) {
        return SessionCheck.of(checks.foresee(draft));
    }
}
