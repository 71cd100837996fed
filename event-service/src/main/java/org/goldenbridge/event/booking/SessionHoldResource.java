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

/** The places of a session that are kept for a while. */
@Path("/v1/sessions/{sessionId}/holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bookings")
class SessionHoldResource {
    private final Holds holds;
    private final Register register;
    private final DeskAccess access;
    private final Clock clock;

    SessionHoldResource(Holds holds, Register register, DeskAccess access, Clock clock) {
        this.holds = holds;
        this.register = register;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Hold places",
            description =
                    "Keeps places for a while, before it is said who comes. They are booked with the hold's id, given back by its release, or by themselves when it expires.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "A value of the client's own; the same again when the request is repeated.",
            example = "3f0c2c5e-desk-2-0143",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(value = HoldView.class, responseCode = "201", responseDescription = "What was made")
    @APIResponse(
            responseCode = "409",
            description =
                    "`sold-out`; `others-wait`; `enrolled-only`; `in-progress`; `session-over`; `session-cancelled`")
    @APIResponse(responseCode = "422", description = "`idempotency-key-reused`: it was used for another request")
    public RestResponse<HoldView> keep(
            UUID sessionId,
            @Parameter(hidden = true) @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid HoldDraft draft) {
        var session = access.session(sessionId);
        return register.make(
                "keep",
                session,
                idempotencyKey,
                draft,
                () -> holds.keep(session, draft, access.subject(), clock.instant()).id,
                "/v1/holds/",
                made -> HoldView.of(Hold.required(made)));
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "List the holds of a session",
            description = "Live ones and those that have ended, in the order in which they were made.")
    @APIResponseSchema(value = HoldPage.class, responseDescription = "A page of them")
    public RestResponse<byte[]> list(
            UUID sessionId,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        access.session(sessionId);
        return register.page(
                new Lists.Wish("holds " + sessionId, cursor, limit, ifNoneMatch),
                (after, most) -> Hold.of(sessionId, Lists.id(after), most),
                hold -> hold.id,
                HoldView::of);
    }
}
