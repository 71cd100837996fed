package org.goldenbridge.event.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.programme.Parameters;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Says what a closure hits, before it is announced and afterwards. The desk of the centre alone asks. */
@Path("/v1/closure-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule")
class ClosureCheckResource {
    private final ClosedSessions closures;
    private final Caller caller;

    ClosureCheckResource(ClosedSessions closures, Caller caller) {
        this.closures = closures;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Check what a closure hits",
            description =
                    "The planned sessions in a space, or in all spaces of a centre, from one day or instant to another: in a"
                            + " divisible hall those in the hall and in each part that shares room with what is closed.")
    @APIResponseSchema(value = ClosureCheck.class, responseDescription = "What it hits")
    @APIResponse(responseCode = "422", description = "`unknown-centre`; `unknown-space`; `space-of-another-centre`")
    public ClosureCheck check(
            @Schema(description = "The centre.", examples = "beijing") @QueryParam("centre") @NotNull @Size(max = 40)
                    String centre,
            @Schema(description = "The space that is closed; the whole centre when left out.", format = "uuid")
                    @QueryParam("space")
                    @Nullable
                    String space,
            @Schema(description = "From this local day or instant.", examples = "2026-12-01")
                    @QueryParam("from")
                    @NotNull
                    String from,
            @Schema(description = "To this local day, included, or before this instant.", examples = "2026-12-07")
                    @QueryParam("to")
                    @NotNull
                    String to) {
        caller.mustActFor(centre, Roles.desk());
        var asked = ScheduleQuery.of(List.of(centre), List.of(), null, from, to);
        var zone = Centre.toPlanAt(centre).zone();
        return closures.hitBy(
                Centre.toPlanAt(centre),
                space == null ? null : new Place(Parameters.id(space, "space"), null, null),
                Objects.requireNonNull(asked.from()).beginning(zone),
                Objects.requireNonNull(asked.to()).ending(zone));
    }
}
