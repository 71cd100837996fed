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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.Lists;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.outbox.Outbox;
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
    private final Outbox outbox;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Lists lists;
    private final Clock clock;
    private final jakarta.enterprise.event.Event<EventRenamed> renamed;

    EventResource(
            Outbox outbox,
            Caller caller,
            ReaderLanguage reader,
            Lists lists,
            Clock clock,
            jakarta.enterprise.event.Event<EventRenamed> renamed) {
        this.outbox = outbox;
        this.caller = caller;
        this.reader = reader;
        this.lists = lists;
        this.clock = clock;
        this.renamed = renamed;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List events",
            description = "Events of the network, or of one centre, oldest first, page by page. Titles come in the"
                    + " reader's language.")
    @APIResponseSchema(value = EventPage.class, responseDescription = "A page of events")
    public RestResponse<byte[]> list(
            @Schema(description = "Only events of this centre.", examples = "beijing") @QueryParam("centre") @Nullable
                    String centre,
            @Schema(description = "Only events of this kind.", implementation = EventKind.class)
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var ofKind = Words.parameter(EventKind.class, kind, "kind");
        return lists.page(
                new Lists.Wish("events " + centre + " " + ofKind, cursor, limit, ifNoneMatch),
                (after, most) -> Event.listed(centre, ofKind, Lists.id(after), most),
                event -> event.id.toString(),
                event -> EventView.of(event, reader));
    }

    @GET
    @Path("/{eventId}")
    @PermitAll
    @Operation(summary = "Read an event", description = "One event, in the reader's language or in all with lang=*.")
    @APIResponseSchema(value = EventView.class, responseDescription = "The event")
    public RestResponse<EventView> read(
            UUID eventId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var event = Event.required(eventId);
        return Answers.read(() -> EventView.of(event, reader), EntityTags.of(event.version, reader), ifNoneMatch);
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Announce an event",
            description = "Adds an event to a centre's programme. Its sessions are planned afterwards.")
    @APIResponseSchema(value = EventView.class, responseCode = "201", responseDescription = "The event")
    @APIResponse(responseCode = "422", description = "`unknown-centre`: there is no such centre; `ages-out-of-order`")
    public RestResponse<EventView> announce(@NotNull @Valid EventDraft draft) {
        caller.mustActFor(draft.centreId(), Roles.desk());
        var event = Event.announce(Ids.next(), draft, clock.instant());
        event.persistAndFlush();
        outbox.append(EventChanged.of(event));
        return Answers.created(
                URI.create("/v1/events/" + event.id),
                EventView.of(event, reader),
                EntityTags.of(event.version, reader));
    }

    @PUT
    @Path("/{eventId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Edit an event",
            description = "Replaces the content of an event. The schedule shows it at once for all its sessions.")
    @APIResponseSchema(value = EventView.class, responseDescription = "The event as it is now")
    @APIResponse(
            responseCode = "422",
            description = "`centre-is-fixed`: an event stays with its centre; `ages-out-of-order`")
    public RestResponse<EventView> edit(
            UUID eventId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid EventDraft draft) {
        var event = Event.required(eventId);
        caller.mustActFor(event.centreId, Roles.desk());
        EntityTags.requireMatch(ifMatch, event.version);
        event.edit(draft);
        event.persistAndFlush();
        outbox.append(EventChanged.of(event));
        renamed.fire(new EventRenamed(event.id));
        return Answers.ok(EventView.of(event, reader), EntityTags.of(event.version, reader));
    }
}
