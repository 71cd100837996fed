package org.goldenbridge.event.programme;

import jakarta.annotation.security.PermitAll;
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
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.CentreParameter;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.IdempotentExecutor;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.words.Words;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Programmes: umbrellas over events. Read by anyone once announced; made by the desk of the centre that answers. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes", description = "Seasons, festivals, days of culture, forums and tours, over several centres.")
class ProgrammeResource {
    private final Programmes programmes;
    private final ProgrammePlanning planning;
    private final IdempotentExecutor idempotent;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Lists lists;

    ProgrammeResource(
            Programmes programmes,
            ProgrammePlanning planning,
            IdempotentExecutor idempotent,
            Caller caller,
            ReaderLanguage reader,
            Lists lists) {
        this.programmes = programmes;
        this.planning = planning;
        this.idempotent = idempotent;
        this.caller = caller;
        this.reader = reader;
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List programmes",
            description =
                    "By their first days, page by page, in the reader's language. The desk of a centre finds its drafts"
                            + " among them.")
    @APIResponseSchema(value = ProgrammePage.class, responseDescription = "A page of programmes")
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<byte[]> list(
            @Schema(description = "Only programmes of these kinds.", examples = "festival")
                    @ListOf(ProgrammeKind.class)
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Schema(description = "Only those that these centres answer for.", examples = "beijing,paris")
                    @ListOf
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @Schema(
                            description = "Only those that are draft, announced or cancelled.",
                            implementation = PublicStatus.class)
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Schema(description = "Only what is on on this local day or later.", examples = "2026-12-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Schema(description = "Only what is on on this local day or earlier.", examples = "2026-12-31")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var asked = new Programmes.Filter(
                Words.parameters(ProgrammeKind.class, kind, "kind"),
                CentreParameter.several(centre),
                Words.parameter(PublicStatus.class, status, "status"),
                Parameters.day(from, "from"),
                Parameters.day(to, "to"));
        if (asked.from() != null && asked.to() != null && asked.to().isBefore(asked.from())) {
            throw Refusal.badRequest("invalid-request", "?to must not be before ?from.")
                    .at("?to", "must not be before from");
        }
        var insight = Insight.of(caller);
        return lists.page(
                new Lists.Wish("programmes " + asked, cursor, limit, ifNoneMatch),
                (after, most) -> programmes.after(Programmes.Position.parse(after), asked, insight, most),
                programme -> Programmes.Position.of(programme).text(),
                programme -> ProgrammeView.of(programme, reader, insight));
    }

    @GET
    @Path("/{programmeId}")
    @PermitAll
    @Operation(
            summary = "Read a programme",
            description =
                    "One programme with its parts, its events and the legs of a tour, in the reader's language or in all"
                            + " with lang=*.")
    @APIResponseSchema(value = ProgrammeView.class, responseDescription = "The programme")
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<ProgrammeView> read(
            UUID programmeId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var shown = programmes.show(Programme.visible(programmeId, caller), Insight.of(caller));
        return Answers.read(shown::view, shown.tag(), ifNoneMatch);
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Draft a programme",
            description = "The public sees nothing of it until it is announced. One of the network is drafted by an"
                    + " administrator.")
    @APIResponseSchema(value = ProgrammeView.class, responseCode = "201", responseDescription = "The programme")
    @APIResponse(
            responseCode = "409",
            description = "`programme-cancelled`: the programme above it is cancelled; `in-progress`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`unknown-centre`: there is no such centre; `unknown-programme`; `too-deep`; `ends-before-it-starts`;"
                            + " `idempotency-key-reused`")
    public RestResponse<ProgrammeView> draft(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid ProgrammeDraft draft) {
        var programme = Programme.visible(
                idempotent.make("plan-programme", idempotencyKey, draft, () -> planning.draft(Ids.next(), draft).id),
                caller);
        var shown = programmes.show(programme, Insight.of(caller));
        return Answers.created(URI.create("/v1/programmes/" + programme.id), shown.view(), shown.tag());
    }

    @PUT
    @Path("/{programmeId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Edit a programme",
            description =
                    "Replaces its content and where it stands in the tree, which stays a tree of five levels at most.")
    @APIResponseSchema(value = ProgrammeView.class, responseDescription = "The programme as it is now")
    @APIResponse(responseCode = "409", description = "`programme-cancelled`: it is cancelled; `has-legs`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`programme-in-itself`: it would be a part of itself; `too-deep`; `unknown-programme`; `fixed-field`;"
                            + " `ends-before-it-starts`; `leg-outside-programme`; `title-for-nobody`")
    public RestResponse<ProgrammeView> edit(
            UUID programmeId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ProgrammeDraft draft) {
        return shown(planning.edit(programmeId, ifMatch, draft));
    }

    @POST
    @Path("/{programmeId}/announcement")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Announce a programme",
            description =
                    "From now on the public sees it. Its parts and events are announced one by one; those that are"
                            + " announced are seen to be in it.")
    @APIResponseSchema(value = ProgrammeView.class, responseDescription = "The programme as it is now")
    @APIResponse(
            responseCode = "409",
            description = "`already-announced`: it is announced already; `programme-cancelled`")
    @APIResponse(responseCode = "422", description = "`title-for-nobody`: the title is in no language of the centre")
    public RestResponse<ProgrammeView> announce(UUID programmeId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return shown(planning.announce(programmeId, ifMatch));
    }

    @POST
    @Path("/{programmeId}/cancellation")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Cancel a programme",
            description =
                    "It stays visible as cancelled. With `withEvents` the parts and events of the same centre in it are"
                            + " cancelled too, with their sessions and bookings, at once or not at all.")
    @APIResponseSchema(value = ProgrammeView.class, responseDescription = "The programme as it is now")
    @APIResponse(responseCode = "409", description = "`programme-cancelled`: it is cancelled already")
    @APIResponse(responseCode = "422", description = "`no-own-events`: the network has no events of its own")
    public RestResponse<ProgrammeView> cancel(
            UUID programmeId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ProgrammeCancellation draft) {
        return shown(planning.cancel(programmeId, ifMatch, draft));
    }

    @POST
    @Path("/{programmeId}/restoration")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Take the cancellation of a programme back",
            description =
                    "With the parts and events of its centre that ended with it, and of these the courses and sessions that"
                            + " are still to come, while what they need is free. Whole or not at all.")
    @APIResponseSchema(value = ProgrammeView.class, responseDescription = "The programme as it is now")
    @APIResponse(
            responseCode = "409",
            description =
                    "`not-cancelled`; `space-taken`: something has the space of a session by now; `teacher-taken`;"
                            + " `equipment-taken`")
    public RestResponse<ProgrammeView> restore(UUID programmeId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return shown(planning.restore(programmeId, ifMatch));
    }

    private RestResponse<ProgrammeView> shown(Programme programme) {
        var shown = programmes.show(programme, Insight.of(caller));
        return Answers.ok(shown.view(), shown.tag());
    }
}
