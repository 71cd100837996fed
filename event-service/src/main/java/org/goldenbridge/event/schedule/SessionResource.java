package org.goldenbridge.event.schedule;

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
import org.goldenbridge.event.centre.CentreParameter;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Insight;
import org.goldenbridge.event.programme.Parameters;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.IdempotentExecutor;
import org.goldenbridge.platform.http.TaggedJson;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.openapi.ListOf;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.words.Words;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The schedule: read by anyone, planned by the desk of the centre. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Schedule", description = "When and where events take place, and how many places are left.")
class SessionResource {
    private final Schedule schedule;
    private final Planning planning;
    private final IdempotentExecutor idempotent;
    private final Caller caller;
    private final TaggedJson tagged;
    private final Clock clock;

    SessionResource(
            Schedule schedule,
            Planning planning,
            IdempotentExecutor idempotent,
            Caller caller,
            TaggedJson tagged,
            Clock clock) {
        this.schedule = schedule;
        this.planning = planning;
        this.idempotent = idempotent;
        this.caller = caller;
        this.tagged = tagged;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List the sessions as they are planned",
            description =
                    "For the desk; apps and pages read `/v1/schedule`, where `price` is what a place costs: of the"
                            + " lesson where it can be booked by itself, otherwise of its course, which `course.price` says in any"
                            + " case. Here no price is shown; that of the event is the price of the whole course. `next` is a cursor"
                            + " here and there; in the feeds it is an address, as RPDE wants it. Sessions of the network or of one centre in the order in which they start, in the reader's"
                            + " language, with places left, in UTC and in local time. Without from: what has not ended yet."
                            + " Days are whole local days of the place of each session. The desk of a centre finds the sessions"
                            + " of its drafts among them.")
    @APIResponseSchema(value = SessionPage.class, responseDescription = "A page of sessions")
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<byte[]> list(
            @Schema(description = "Only these centres.", examples = "beijing,paris")
                    @ListOf
                    @QueryParam("centre")
                    @Nullable
                    String centre,
            @Schema(description = "From this local day or instant.", examples = "2026-12-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Schema(description = "To this local day, included, or before this instant.", examples = "2026-12-07")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Schema(description = "Only these kinds of event.", examples = "workshop,training")
                    @ListOf(EventKind.class)
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Schema(description = "Only the sessions of this series.") @QueryParam("series") @Nullable String series,
            @Schema(description = "Only sessions of events under this programme or one of its parts.", format = "uuid")
                    @QueryParam("programme")
                    @Nullable
                    String programme,
            @Schema(description = "Only the lessons of this course.", format = "uuid") @QueryParam("course") @Nullable
                    String course,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @Schema(description = "How many at most.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Schema(description = "The next of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var asked = ScheduleQuery.of(
                        CentreParameter.several(centre),
                        Words.parameters(EventKind.class, kind, "kind"),
                        series,
                        from,
                        to)
                .under(programme == null ? null : Parameters.id(programme, "programme"))
                .of(course == null ? null : Parameters.id(course, "course"));
        return tagged.page(schedule.page(asked, Insight.of(caller), limit, cursor, clock.instant()), ifNoneMatch);
    }

    @GET
    @Path("/{sessionId}")
    @PermitAll
    @Operation(summary = "Read a session", description = "One session, in the reader's language or in all with lang=*.")
    @APIResponseSchema(value = SessionView.class, responseDescription = "The session")
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<SessionView> read(
            UUID sessionId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var session = Session.required(sessionId);
        if (!session.event.isVisibleTo(caller)) {
            throw Refusal.notFound("There is no such session.");
        }
        var shown = planning.show(session);
        return Answers.read(shown::view, shown.tag(), ifNoneMatch);
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Plan a session",
            description = "Puts an event at a time into a space, which it then has to itself with set-up and clearing,"
                    + " at a venue, or online; its teachers and its equipment are claimed with it. Local times are those"
                    + " of the place; an hour that happens twice means the first.")
    @APIResponseSchema(value = SessionView.class, responseCode = "201", responseDescription = "The session")
    @APIResponse(
            responseCode = "409",
            description =
                    "`space-taken`: something has the space then; clashes, freeTimes and otherSpaces say what and what not;"
                            + " `teacher-taken`: clashes says by what; `equipment-taken`: shortages says how many are free;"
                            + " `in-progress`: the same is being planned under that key")
    @APIResponse(
            responseCode = "422",
            description =
                    "`outside-opening-hours`: the centre is not open then; `time-in-gap`; `ends-before-it-starts`;"
                            + " `in-the-past`; `unknown-space`; `unknown-event`; `unknown-teacher`;"
                            + " `unknown-equipment`; `capacity-needed`; `unknown-course`; `set-by-the-course`;"
                            + " `smaller-than-the-course`; `idempotency-key-reused`: it was used for another request")
    public RestResponse<SessionView> plan(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid SessionDraft draft) {
        var id = idempotent.make(
                "plan-session",
                idempotencyKey,
                draft,
                () -> planning.plan(Ids.next(), draft, clock.instant()).id());
        var planned = planning.show(Session.required(id));
        return Answers.created(URI.create("/v1/sessions/" + planned.id()), planned.view(), planned.tag());
    }

    @PUT
    @Path("/{sessionId}")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Edit a session",
            description =
                    "Changes how many people may come, who teaches, and what it needs; what is left out stays as it is."
                            + " To change time or place, move it.")
    @APIResponseSchema(value = SessionView.class, responseDescription = "The session as it is now")
    @APIResponse(
            responseCode = "409",
            description =
                    "`too-many-booked`: more places are booked; `teacher-taken`; `equipment-taken`; `session-over`;"
                            + " `session-cancelled`")
    public RestResponse<SessionView> edit(
            UUID sessionId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid SessionEdit draft) {
        var session = toChange(sessionId, ifMatch);
        var shown = planning.edit(session, draft, clock.instant());
        return Answers.ok(shown.view(), shown.tag());
    }

    @POST
    @Path("/{sessionId}/moves")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Move a session",
            description =
                    "To another time, another space, a venue or online, with all that it claims; whole or not at all."
                            + " Bookings stay.")
    @APIResponseSchema(value = SessionView.class, responseDescription = "The session as it is now")
    @APIResponse(
            responseCode = "409",
            description =
                    "`space-taken`: something has the space then; `teacher-taken`; `equipment-taken`; `too-many-booked`;"
                            + " `session-over`; `session-cancelled`")
    @APIResponse(
            responseCode = "422",
            description =
                    "`outside-opening-hours`: the centre is not open then; `time-in-gap`; `ends-before-it-starts`;"
                            + " `in-the-past`; `unknown-space`; `unknown-event`; `unknown-teacher`;"
                            + " `unknown-equipment`; `capacity-needed`; `smaller-than-the-course`")
    public RestResponse<SessionView> move(
            UUID sessionId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid SessionMove draft) {
        var session = toChange(sessionId, ifMatch, draft.spaceId());
        var shown = planning.move(session, draft, clock.instant());
        return Answers.ok(shown.view(), shown.tag());
    }

    @POST
    @Path("/{sessionId}/confirmation")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER})
    @Operation(
            summary = "Confirm a session in a closure",
            description =
                    "Lets a session stand where and when it is although its space is closed then, and takes `inClosure` from it"
                            + " until another closure is announced over it. Managers only.")
    @APIResponseSchema(value = SessionView.class, responseDescription = "The session as it is now")
    @APIResponse(responseCode = "409", description = "`session-cancelled`; `session-over`")
    public RestResponse<SessionView> confirm(
            UUID sessionId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Confirmation draft) {
        var session = toChange(sessionId, ifMatch);
        var shown = planning.confirm(session, draft, clock.instant());
        return Answers.ok(shown.view(), shown.tag());
    }

    @POST
    @Path("/{sessionId}/cancellation")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Cancel a session",
            description =
                    "The session stays in the schedule as cancelled; its room, teachers and equipment are free, its bookings"
                            + " are cancelled.")
    @APIResponseSchema(value = SessionView.class, responseDescription = "The session as it is now")
    @APIResponse(responseCode = "409", description = "`session-cancelled`: it is cancelled already; `session-over`")
    public RestResponse<SessionView> cancel(
            UUID sessionId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Cancellation draft) {
        var session = toChange(sessionId, ifMatch);
        var shown = planning.cancel(session, draft, clock.instant());
        return Answers.ok(shown.view(), shown.tag());
    }

    @POST
    @Path("/{sessionId}/restoration")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Take a cancellation back",
            description =
                    "While its room, its teachers and its equipment are still free: the bookings and the waiting list that ended with the session stand"
                            + " again, and everybody is put on the call list.")
    @APIResponseSchema(value = SessionView.class, responseDescription = "The session as it is now")
    @APIResponse(
            responseCode = "409",
            description =
                    "`not-cancelled`; `space-taken`: something has the space by now; `teacher-taken`; `equipment-taken`;"
                            + " `session-over`: it would have begun")
    public RestResponse<SessionView> restore(UUID sessionId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        // Not locked yet: the event is locked before its sessions, as when it is cancelled.
        var session = Session.required(sessionId);
        caller.mustActFor(session.centreId, Roles.desk());
        EntityTags.requireMatch(ifMatch, session.version);
        var shown = planning.restore(session, clock.instant());
        return Answers.ok(shown.view(), shown.tag());
    }

    private Session toChange(UUID sessionId, @Nullable String ifMatch, @Nullable UUID... otherSpaces) {
        var session = Session.required(sessionId);
        caller.mustActFor(session.centreId, Roles.desk());
        session.holdStill(otherSpaces);
        EntityTags.requireMatch(ifMatch, session.version);
        return session;
    }
}
