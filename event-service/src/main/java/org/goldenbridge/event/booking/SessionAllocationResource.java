package org.goldenbridge.event.booking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.Lists;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The places of a session that partners fill. */
@Path("/v1/sessions/{sessionId}/allocations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
class SessionAllocationResource {
    private final Allocations allocations;
    private final Register register;
    private final DeskAccess access;
    private final Clock clock;

    SessionAllocationResource(Allocations allocations, Register register, DeskAccess access, Clock clock) {
        this.allocations = allocations;
        this.register = register;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Set places aside for a partner",
            description =
                    "The partner fills them until a date; then what is left goes back to the public, the waiting list first.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "A value of the client's own; the same again when the request is repeated.",
            example = "3f0c2c5e-desk-2-0143",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(value = AllocationView.class, responseCode = "201", responseDescription = "What was made")
    @APIResponse(
            responseCode = "409",
            description =
                    "`sold-out`; `others-wait`; `enrolled-only`; `in-progress`; `session-begun`; `session-over`; `session-cancelled`")
    @APIResponse(
            responseCode = "422",
            description = "`release-out-of-order`: it must be before the session begins; `idempotency-key-reused`")
    public RestResponse<AllocationView> make(
            UUID sessionId,
            @Parameter(hidden = true) @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid AllocationDraft draft) {
        var session = access.session(sessionId);
        return register.make(
                "make",
                session,
                idempotencyKey,
                draft,
                () -> allocations.make(session, draft, access.subject(), clock.instant()).id,
                "/v1/allocations/",
                made -> AllocationView.of(Allocation.required(made)));
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "List the allocations of a session",
            description = "Live ones and those that have ended, in the order in which they were made.")
    @APIResponseSchema(value = AllocationPage.class, responseDescription = "A page of them")
    public RestResponse<byte[]> list(
            UUID sessionId,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        access.session(sessionId);
        return register.page(
                new Lists.Wish("allocations " + sessionId, cursor, limit, ifNoneMatch),
                (after, most) -> Allocation.of(sessionId, Lists.id(after), most),
                allocation -> allocation.id,
                AllocationView::of);
    }
}
