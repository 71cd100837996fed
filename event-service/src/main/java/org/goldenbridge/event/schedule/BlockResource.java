package org.goldenbridge.event.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Spaces that a centre keeps for itself. What for is not for the public: the desk alone sees them. */
@Path("/v1/blocks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Blocks", description = "Spaces that a centre keeps for itself. For the desk of the centre alone.")
class BlockResource {
    private final Blocking blocking;
    private final Caller caller;
    private final Lists lists;
    private final ReaderLanguage reader;
    private final Clock clock;

    BlockResource(Blocking blocking, Caller caller, Lists lists, ReaderLanguage reader, Clock clock) {
        this.blocking = blocking;
        this.caller = caller;
        this.lists = lists;
        this.reader = reader;
        this.clock = clock;
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Block a space",
            description =
                    "Keeps a space of the centre for itself, also outside the opening hours; nothing can be planned"
                            + " in it, or in a hall that it is a part of, until the block ends or is removed.")
    @APIResponseSchema(value = BlockView.class, responseCode = "201", responseDescription = "The block")
    @APIResponse(
            responseCode = "409",
            description = "`space-taken`: a session or another block has the space then; clashes says which")
    @APIResponse(
            responseCode = "422",
            description = "`unknown-space`; `ends-before-it-starts`; `in-the-past`; `too-long`; `time-in-gap`")
    public RestResponse<BlockView> block(@NotNull @Valid BlockDraft draft) {
        var block = blocking.block(Ids.next(), draft, clock.instant());
        return Answers.created(URI.create("/v1/blocks/" + block.id), BlockView.of(block), tag(block));
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "List blocks",
            description =
                    "Those of a centre that stand at some time from one day or instant to another, in the order in"
                            + " which they were made. Without from: what has not ended yet.")
    @APIResponseSchema(value = BlockPage.class, responseDescription = "A page of blocks")
    public RestResponse<byte[]> list(
            @Schema(description = "The centre.", examples = "beijing") @QueryParam("centre") @NotNull @Size(max = 40)
                    String centre,
            @Schema(description = "From this local day or instant.", examples = "2026-12-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Schema(description = "To this local day, included, or before this instant.", examples = "2026-12-07")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        caller.mustActFor(centre, Roles.desk());
        var asked = ScheduleQuery.of(List.of(centre), List.of(), null, from, to);
        var zone = Centre.toPlanAt(centre).zone();
        var begin = asked.from() == null ? clock.instant() : asked.from().beginning(zone);
        var end = asked.to() == null ? ScheduleQuery.LAST : asked.to().ending(zone);
        return lists.page(
                new Lists.Wish("blocks " + asked.name(), cursor, limit, ifNoneMatch),
                (after, most) -> Block.standing(centre, begin, end, Lists.id(after), most),
                block -> block.id.toString(),
                BlockView::of);
    }

    @GET
    @Path("/{blockId}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(summary = "Read a block", description = "One block; one that was removed is still shown.")
    @APIResponseSchema(value = BlockView.class, responseDescription = "The block")
    public RestResponse<BlockView> read(UUID blockId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var block = blocking.own(blockId);
        return Answers.read(() -> BlockView.of(block), tag(block), ifNoneMatch);
    }

    @POST
    @Path("/{blockId}/removal")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Remove a block",
            description = "Gives the space back. One that was removed already stays as it is.")
    @APIResponseSchema(value = BlockView.class, responseDescription = "The block as it is now")
    public RestResponse<BlockView> remove(UUID blockId) {
        var block = blocking.remove(blockId, clock.instant());
        return Answers.ok(BlockView.of(block), tag(block));
    }

    private String tag(Block block) {
        return EntityTags.of(block.version, reader);
    }
}
