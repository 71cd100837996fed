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

/** Who waits for places of a session. Only the desk of its centre sees or does anything here. */
@Path("/v1/sessions/{sessionId}/waiting-list")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Waiting lists", description = "Who waits for places, who is asked next, and why.")
class SessionWaitingListResource {
    private final WaitingList waitingList;
    private final WaitingListReader reader;
    private final Register register;
    private final DeskAccess access;
    private final Clock clock;

    SessionWaitingListResource(
            WaitingList waitingList, WaitingListReader reader, Register register, DeskAccess access, Clock clock) {
        this.waitingList = waitingList;
        this.reader = reader;
        this.register = register;
        this.access = access;
        this.clock = clock;
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Put a visitor on the waiting list",
            description =
                    "At its end, or behind those of the same priority. When places become free they are offered in the"
                            + " order of the list; an offer is kept for a day, or half of the time to the start. A group that does"
                            + " not fit yet may be passed three times, and not in the last 24 hours.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "A value of the client's own; the same again when the request is repeated.",
            example = "3f0c2c5e-desk-2-0143",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(value = WaitingListView.class, responseCode = "201", responseDescription = "The entry")
    @APIResponse(
            responseCode = "409",
            description =
                    "`places-free`: book instead; `already-waiting`; `already-booked`; `contact-quota`; `in-progress`; `session-begun`;"
                            + " `session-over`; `session-cancelled`")
    @APIResponse(
            responseCode = "422",
            description = "`larger-than-the-session`: it would wait in vain; `idempotency-key-reused`; `ages-needed`;"
                    + " `age-out-of-range`")
    public RestResponse<WaitingListView> join(
            UUID sessionId,
            @Parameter(hidden = true) @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid WaitingListDraft draft) {
        var session = access.session(sessionId);
        if (draft.rank() > 0) {
            access.mustManage(session);
        }
        return register.make(
                "join",
                session,
                idempotencyKey,
                draft,
                () -> waitingList.join(session, draft, access.subject(), clock.instant()),
                "/v1/waiting-list-entries/",
                made -> reader.view(WaitingListEntry.fresh(made)));
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Read the waiting list of a session",
            description =
                    "Everybody who waits or waited, in the order in which they joined, with position, offer, and who"
                            + " was asked before them and why.")
    @APIResponseSchema(value = WaitingListPage.class, responseDescription = "A page of entries")
    public RestResponse<byte[]> list(
            UUID sessionId,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        access.session(sessionId);
        return register.page(
                new Lists.Wish("waiting-list " + sessionId, cursor, limit, ifNoneMatch),
                (after, most) -> reader.views(WaitingListEntry.of(sessionId, Lists.id(after), most)),
                WaitingListView::id,
                entry -> entry);
    }
}
