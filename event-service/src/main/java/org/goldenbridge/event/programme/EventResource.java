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
import java.util.List;
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
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.words.Words;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Events: what is on. Read by anyone; announced and edited by the desk of the centre. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programme", description = "What is on: workshops, concerts, courses, exhibitions and the rest.")
class EventResource {
    private final EventPlanning planning;
    private final ProgrammeTree tree;
    private final IdempotentExecutor idempotent;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Lists lists;

    EventResource(
            EventPlanning planning,
            ProgrammeTree tree,
            IdempotentExecutor idempotent,
            Caller caller,
            ReaderLanguage reader,
            Lists lists) {
        this.planning = planning;
        this.tree = tree;
        this.idempotent = idempotent;
        this.caller = caller;
        this.reader = reader;
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List events",
            description = "Events of the network, or of one centre, oldest first, page by page. Titles come in the"
                    + " reader's language. The desk of a centre finds its drafts among them.")
    @APIResponseSchema(value = EventPage.class, responseDescription = "A page of events")
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<byte[]> list(
            @Schema(description = "Only events of these centres.", examples = "beijing,paris")
                    @ListOf
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @Schema(description = "Only events of these kinds.", examples = "workshop,concert")
                    @ListOf(EventKind.class)
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Schema(
                            description = "Only those that are draft, announced or cancelled.",
                            implementation = PublicStatus.class)
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Schema(description = "Only events under this programme or one of its parts.", format = "uuid")
                    @QueryParam("programme")
                    @Nullable
                    String programme,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var insight = Insight.of(caller);
        var below = programme == null ? null : List.of(tree.below(Parameters.id(programme, "programme"), insight));
        var asked = new Event.Filter(
                CentreParameter.several(centre),
                Words.parameters(EventKind.class, kind, "kind"),
                Words.parameter(PublicStatus.class, status, "status"),
                below);
        return lists.page(
                new Lists.Wish(
                        "events " + asked.centres() + " " + asked.kinds() + " " + asked.status() + " " + programme,
                        cursor,
                        limit,
                        ifNoneMatch),
                (after, most) -> Event.listed(asked, insight, Lists.id(after), most),
                event -> event.id.toString(),
                event -> EventView.of(event, reader, insight));
    }

    @GET
    @Path("/{eventId}")
    @PermitAll
    @Operation(summary = "Read an event", description = "One event, in the reader's language or in all with lang=*.")
    @APIResponseSchema(value = EventView.class, responseDescription = "The event")
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<EventView> read(
            UUID eventId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var event = Event.visible(eventId, caller);
        var view = EventView.of(event, reader, Insight.of(caller));
        return Answers.read(() -> view, view.tag(event.version, reader), ifNoneMatch);
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Announce or draft an event",
            description =
                    "Adds an event to a centre's programme, announced at once unless it is a draft. Its sessions are"
                            + " planned afterwards.")
    @APIResponseSchema(value = EventView.class, responseCode = "201", responseDescription = "The event")
    @APIResponse(responseCode = "409", description = "`programme-cancelled`: the programme is cancelled; `in-progress`")
    @APIResponse(
            responseCode = "422",
            description = "`unknown-centre`: there is no such centre; `ages-out-of-order`; `unknown-programme`;"
                    + " `title-for-nobody`: the title is in no language of the centre; `idempotency-key-reused`")
    public RestResponse<EventView> announce(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid EventDraft draft) {
        var event = Event.visible(
                idempotent.make("plan-event", idempotencyKey, draft, () -> planning.draft(Ids.next(), draft).id),
                caller);
        var view = EventView.of(event, reader, Insight.of(caller));
        return Answers.created(URI.create("/v1/events/" + event.id), view, view.tag(event.version, reader));
    }

    @PUT
    @Path("/{eventId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Edit an event",
            description = "Replaces the content of an event. The schedule shows it at once for all its sessions.")
    @APIResponseSchema(value = EventView.class, responseDescription = "The event as it is now")
    @APIResponse(responseCode = "409", description = "`event-cancelled`: the event is cancelled; `programme-cancelled`")
    @APIResponse(
            responseCode = "422",
            description = "`centre-is-fixed`: an event stays with its centre; `ages-out-of-order`; `unknown-programme`;"
                    + " `title-for-nobody`; `fixed-field`")
    public RestResponse<EventView> edit(
            UUID eventId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid EventDraft draft) {
        return shown(planning.edit(eventId, ifMatch, draft));
    }

    @POST
    @Path("/{eventId}/announcement")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Announce a draft of an event",
            description =
                    "From now on the public sees it with its sessions, in the schedule and in the feeds. It can be"
                            + " cancelled, and never becomes a draft again.")
    @APIResponseSchema(value = EventView.class, responseDescription = "The event as it is now")
    @APIResponse(responseCode = "409", description = "`already-announced`: it is announced already; `event-cancelled`")
    @APIResponse(responseCode = "422", description = "`title-for-nobody`: the title is in no language of the centre")
    public RestResponse<EventView> announceDraft(UUID eventId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return shown(planning.announce(eventId, ifMatch));
    }

    @POST
    @Path("/{eventId}/cancellation")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Cancel an event",
            description =
                    "The event stays visible as cancelled. All its sessions that are not over are cancelled with it, at"
                            + " once or not at all, and their bookings; `GET /v1/events/{eventId}/reach` tells before how many"
                            + " people that reaches.")
    @APIResponseSchema(value = EventView.class, responseDescription = "The event as it is now")
    @APIResponse(responseCode = "409", description = "`event-cancelled`: it is cancelled already")
    public RestResponse<EventView> cancel(
            UUID eventId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid EventCancellation draft) {
        return shown(planning.cancel(eventId, ifMatch, draft));
    }

    @POST
    @Path("/{eventId}/restoration")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Take the cancellation of an event back",
            description =
                    "With its courses and sessions that ended with it and are still to come, while what they need is"
                            + " free; bookings and waiting lists stand again. Whole or not at all.")
    @APIResponseSchema(value = EventView.class, responseDescription = "The event as it is now")
    @APIResponse(
            responseCode = "409",
            description =
                    "`not-cancelled`; `space-taken`: something has the space of a session by now; `teacher-taken`;"
                            + " `equipment-taken`")
    public RestResponse<EventView> restore(UUID eventId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return shown(planning.restore(eventId, ifMatch));
    }

    private RestResponse<EventView> shown(Event event) {
        var view = EventView.of(event, reader, Insight.of(caller));
        return Answers.ok(view, view.tag(event.version, reader));
    }
}
