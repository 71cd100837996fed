package org.goldenbridge.centre.centre;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.centre.access.Roles;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Closures of centres and of single spaces. They belong to the centre's fact, so each change counts its version up. */
@Path("/v1/closures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Closures", description = "When a centre, or one space of it, is closed outside its weekly hours.")
class ClosureResource {
    private final Outbox outbox;
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;
    private final Clock clock;

    ClosureResource(Outbox outbox, Caller caller, Lists lists, ReaderLanguage reader, Clock clock) {
        this.outbox = outbox;
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
        this.clock = clock;
    }

    /** The closures that are not over. */
    @GET
    @PermitAll
    @Operation(
            summary = "List closures",
            description = "The closures that are not over, of one centre or of all, in the order in which they were "
                    + "announced.")
    @APIResponseSchema(value = ClosurePage.class, responseDescription = "A page of closures")
    public RestResponse<byte[]> list(
            @Schema(description = "Only those of this centre.", examples = "beijing") @QueryParam("centre") @Nullable
                    String centre,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        if (centre != null) {
            Centres.mustExist(centre, "?centre");
        }
        return lists.page(
                new Lists.Wish("closures of " + centre, cursor, limit, ifNoneMatch),
                (after, most) -> Closure.notOver(centre, clock.instant(), Lists.id(after), most),
                closure -> closure.id.toString(),
                closure -> ClosureView.of(closure, reader));
    }

    /** One closure, with its times in UTC and in the centre's zone. */
    @GET
    @Path("/{closureId}")
    @PermitAll
    @Operation(summary = "Read a closure", description = "One closure, with its times in UTC and in the centre's zone.")
    @APIResponseSchema(value = ClosureView.class, responseDescription = "The closure")
    public RestResponse<ClosureView> read(
            UUID closureId,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var closure = Closure.required(closureId);
        return Answers.read(() -> ClosureView.of(closure, reader), EntityTags.of(closure.version, reader), ifNoneMatch);
    }

    /** Announces that a centre or a space of it is closed. */
    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Announce a closure",
            description = "Announces that a centre, or one space of it, is closed. What is planned already stays,"
                    + " is flagged, and is counted at sessionsHit.")
    @APIResponseSchema(value = ClosureView.class, responseCode = "201", responseDescription = "The new closure")
    @APIResponse(responseCode = "409", description = "`withdrawn`: the centre has closed for good")
    @APIResponse(
            responseCode = "422",
            description =
                    "`ends-before-it-starts`: a closure must end after it starts; `unknown-centre`; `unknown-space`; "
                            + "`time-in-gap`: the clocks leap over that time")
    public RestResponse<ClosureView> announce(@NotNull @Valid ClosureDraft draft) {
        caller.mustActFor(draft.centreId(), Roles.management());
        Centres.lockToAdd(draft.centreId());
        var centre = Centre.required(draft.centreId());
        var closure = Closure.announce(Ids.next(), centre, draft);
        closure.persist();
        tell(centre);
        return Answers.created(
                URI.create("/v1/closures/" + closure.id),
                ClosureView.of(closure, reader),
                EntityTags.of(closure.version, reader));
    }

    /** Replaces what was announced. */
    @PUT
    @Path("/{closureId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Edit a closure", description = "Replaces what was announced; the centre stays.")
    @APIResponseSchema(value = ClosureView.class, responseDescription = "The closure as it is now")
    @APIResponse(responseCode = "409", description = "`withdrawn`: the centre has closed for good")
    @APIResponse(
            responseCode = "422",
            description =
                    "`ends-before-it-starts`: a closure must end after it starts; `fixed-field`; `unknown-space`; "
                            + "`time-in-gap`: the clocks leap over that time")
    public RestResponse<ClosureView> edit(
            UUID closureId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ClosureDraft draft) {
        var closure = Closure.required(closureId);
        caller.mustActFor(closure.centreId, Roles.management());
        EntityTags.requireMatch(ifMatch, closure.version);
        var centre = Centre.locked(closure.centreId);
        closure.edit(centre, draft);
        tell(centre);
        return Answers.ok(ClosureView.of(closure, reader), EntityTags.of(closure.version, reader));
    }

    /** Takes a closure back. */
    @DELETE
    @Path("/{closureId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(summary = "Take a closure back", description = "Removes a closure: the weekly hours hold again.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void takeBack(UUID closureId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var closure = Closure.required(closureId);
        caller.mustActFor(closure.centreId, Roles.management());
        EntityTags.requireMatch(ifMatch, closure.version);
        var centre = Centre.locked(closure.centreId);
        closure.delete();
        tell(centre);
    }

    private void tell(Centre centre) {
        Centre.getEntityManager().lock(centre, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        Centre.flush();
        outbox.append(CentreChanged.of(centre, clock.instant()));
    }
}
