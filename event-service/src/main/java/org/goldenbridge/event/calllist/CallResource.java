package org.goldenbridge.event.calllist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The call list of a centre: who is to be told of a cancellation, a move or an offer, and who was. */
@Path("/v1/calls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Calls",
        description = "The people whom the desk has to tell of a change; the service sends no messages yet.")
class CallResource {
    private final CallList calls;
    private final Caller caller;
    private final Lists lists;
    private final Clock clock;

    CallResource(CallList calls, Caller caller, Lists lists, Clock clock) {
        this.calls = calls;
        this.caller = caller;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Read who is still to be told",
            description =
                    "Everybody at a centre who is affected by a cancellation, a move, an offer or the end of a waiting"
                            + " list, and whom nobody has marked as told. A later change of the same booking replaces an"
                            + " earlier one.")
    @APIResponseSchema(value = CallPage.class, responseDescription = "A page of the call list")
    public RestResponse<byte[]> list(
            @Schema(description = "The centre.", examples = "paris") @QueryParam("centre") @NotNull @Size(max = 40)
                    String centre,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        caller.mustActFor(centre, Roles.desk());
        return lists.page(
                new Lists.Wish("calls " + centre, cursor, limit, ifNoneMatch),
                (after, most) -> calls.open(centre, after.isEmpty() ? 0 : Long.parseLong(after), most),
                call -> String.valueOf(call.id()),
                CallView::of);
    }

    @PUT
    @Path("/{callId}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Mark somebody as told",
            description = "Stores who told them and when; `false` takes the mark back. Marking twice changes nothing.")
    @APIResponseSchema(value = CallView.class, responseDescription = "As it is now")
    public CallView mark(long callId, @NotNull @Valid CallDraft draft) {
        var call = calls.find(callId).orElseThrow(CallResource::none);
        caller.mustActFor(call.centre(), Roles.desk());
        calls.mark(callId, draft.told(), caller.subject(), clock.instant());
        return CallView.of(calls.find(callId).orElseThrow(CallResource::none));
    }

    private static Refusal none() {
        return Refusal.notFound("Nobody is to be told of that, or something later has replaced it.");
    }
}
