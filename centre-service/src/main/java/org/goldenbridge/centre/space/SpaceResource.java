package org.goldenbridge.centre.space;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.centre.access.Roles;
import org.goldenbridge.centre.centre.Centres;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.outbox.Outbox;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The spaces of the centres. */
@Path("/v1/spaces")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spaces", description = "Rooms, and halls that can be divided.")
class SpaceResource {
    private final Outbox outbox;
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;

    SpaceResource(Outbox outbox, Caller caller, Lists lists, ReaderLanguage reader) {
        this.outbox = outbox;
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
    }

    /** The spaces that are in use. */
    @GET
    @PermitAll
    @Operation(
            summary = "List spaces",
            description =
                    "The spaces that are in use, of one centre or of all, in the order in which they were opened.")
    @APIResponseSchema(value = SpacePage.class, responseDescription = "A page of spaces")
    public RestResponse<byte[]> list(
            @Schema(description = "Only those of these centres.", examples = "beijing,paris")
                    @ListOf
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var centres = Centres.asked(centre);
        return lists.page(
                new Lists.Wish("spaces of " + centres, cursor, limit, ifNoneMatch),
                (after, most) -> Space.inUse(centres, Lists.id(after), most),
                space -> space.id.toString(),
                space -> SpaceView.of(space, reader));
    }

    /** One space; one that is no longer in use is shown as withdrawn. */
    @GET
    @Path("/{spaceId}")
    @PermitAll
    @Operation(
            summary = "Read a space",
            description =
                    "One space, with the cells that a session in it claims. One that is no longer in use is still "
                            + "shown, as withdrawn.")
    @APIResponseSchema(value = SpaceView.class, responseDescription = "The space")
    public RestResponse<SpaceView> read(
            UUID spaceId,
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var space = Space.required(spaceId);
        return Answers.read(() -> SpaceView.of(space, reader), EntityTags.of(space.version, reader), ifNoneMatch);
    }

    /** Opens a space; a part gives its hall another cell, and the hall is told again. */
    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Open a space",
            description =
                    "Adds a room to a centre. A hall that can be divided is opened as divisible, and then its parts "
                            + "with partOf: a session in the hall excludes sessions in its parts, and the other way round.")
    @APIResponseSchema(value = SpaceView.class, responseCode = "201", responseDescription = "The new space")
    @APIResponse(
            responseCode = "409",
            description = "`already-there`: the code is taken; `withdrawn`: the centre has closed for good")
    @APIResponse(
            responseCode = "422",
            description =
                    "`unknown-centre`: there is no such centre; `unknown-space`: there is no such hall; `not-divisible`")
    public RestResponse<SpaceView> open(@NotNull @Valid SpaceDraft draft) {
        caller.mustActFor(draft.centreId(), Roles.management());
        Centres.lockToAdd(draft.centreId());
        var space = Space.open(Ids.next(), Ids.next(), draft);
        space.persistAndFlush();
        outbox.append(SpaceChanged.of(space));
        if (space.partOf != null) {
            tellDivided(Space.required(space.partOf));
        }
        return Answers.created(
                URI.create("/v1/spaces/" + space.id),
                SpaceView.of(space, reader),
                EntityTags.of(space.version, reader));
    }

    /** Replaces what is known of a space. */
    @PUT
    @Path("/{spaceId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Edit a space",
            description = "Replaces what is known of a space. Its centre, its hall and its divisibility stay.")
    @APIResponseSchema(value = SpaceView.class, responseDescription = "The space as it is now")
    @APIResponse(
            responseCode = "409",
            description = "`already-there`: the code is taken; `withdrawn`: the space is no longer in use")
    @APIResponse(
            responseCode = "422",
            description = "`fixed-field`: a space keeps its centre, its hall and its divisibility")
    public RestResponse<SpaceView> edit(
            UUID spaceId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid SpaceDraft draft) {
        var space = Space.required(spaceId);
        caller.mustActFor(space.centreId, Roles.management());
        EntityTags.requireMatch(ifMatch, space.version);
        Centres.lockToAdd(space.centreId);
        space.edit(draft);
        space.persistAndFlush();
        outbox.append(SpaceChanged.of(space));
        return Answers.ok(SpaceView.of(space, reader), EntityTags.of(space.version, reader));
    }

    /** Takes a space out of use; it stays known as withdrawn. */
    @DELETE
    @Path("/{spaceId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Withdraw a space",
            description = "Takes a space out of use. It stays known, as withdrawn, and its code is free again.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    public void withdraw(UUID spaceId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var space = Space.required(spaceId);
        caller.mustActFor(space.centreId, Roles.management());
        EntityTags.requireMatch(ifMatch, space.version);
        space.withdraw();
        space.persistAndFlush();
        outbox.append(SpaceChanged.of(space));
    }

    private void tellDivided(Space hall) {
        Space.getEntityManager().lock(hall, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        Space.flush();
        outbox.append(SpaceChanged.of(hall));
    }
}
