package org.goldenbridge.event.series;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.goldenbridge.event.schedule.SeriesSessions;
import org.goldenbridge.platform.http.Answers;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.http.IdempotentExecutor;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Series: read by anyone; planned and changed by the desk of the centre. */
@Path("/v1/series")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Series", description = "Events that repeat by a rule, planned and changed as a whole.")
class SeriesResource {
    private static final String REFUSALS =
            "`no-sessions`, `too-many-sessions`: the rule yields none, or over 500 or over"
                    + " 5 years; `invalid-rule`: it is not RFC 5545, and the detail says why; `overlaps-itself`;"
                    + " `outside-opening-hours`: occurrences say which; `in-the-past`; `unknown-space`;"
                    + " `space-of-another-centre`; `unknown-zone`; `capacity-needed`";

    private final SeriesPlanning planning;
    private final SeriesSessions sessions;
    private final IdempotentExecutor idempotent;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Clock clock;

    SeriesResource(
            SeriesPlanning planning,
            SeriesSessions sessions,
            IdempotentExecutor idempotent,
            Caller caller,
            ReaderLanguage reader,
            Clock clock) {
        this.planning = planning;
        this.sessions = sessions;
        this.idempotent = idempotent;
        this.caller = caller;
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Path("/{seriesId}")
    @PermitAll
    @Operation(
            summary = "Read a series",
            description = "The rule by which an event repeats. Its sessions are in the schedule, at"
                    + " /v1/sessions?series=.")
    @APIResponseSchema(value = SeriesView.class, responseDescription = "The series")
    @APIResponse(responseCode = "401", description = Roles.TOKEN_NO_GOOD)
    public RestResponse<SeriesView> read(
            UUID seriesId,
            @Schema(description = "The reader's language, or * for all.", examples = "fr") @QueryParam("lang") @Nullable
                    String lang,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var series = Series.required(seriesId);
        if (!series.event.isVisibleTo(caller)) {
            throw Refusal.notFound("There is no such series.");
        }
        var view = view(series);
        return Answers.read(() -> view, tag(series, view), ifNoneMatch);
    }

    @POST
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Plan a series",
            description =
                    "Plans all sessions that a rule of RFC 5545 yields in the wall time of the place, or none: what"
                            + " meets at 18:00 meets at 18:00 after the clocks change. An hour that clocks leap over moves"
                            + " forward, one that happens twice means the first.")
    @APIResponseSchema(value = SeriesView.class, responseCode = "201", responseDescription = "The series")
    @APIResponse(
            responseCode = "409",
            description =
                    "`space-taken`: something has the space at some occurrences; occurrences and clashes say which;"
                            + " `in-progress`: the same is being planned under that key")
    @APIResponse(responseCode = "422", description = REFUSALS + "; `unknown-event`; `idempotency-key-reused`")
    public RestResponse<SeriesView> plan(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid SeriesDraft draft) {
        var series = Series.required(idempotent.make(
                "plan-series", idempotencyKey, draft, () -> planning.plan(Ids.next(), draft, clock.instant()).id));
        var view = view(series);
        return Answers.created(URI.create("/v1/series/" + series.id), view, tag(series, view));
    }

    @POST
    @Path("/{seriesId}/previews")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Preview a change of a series",
            description =
                    "Says for each occurrence still to come what the change would do with it, what would clash and"
                            + " how many bookings it reaches. Nothing is changed.")
    @APIResponseSchema(value = SeriesEffectsView.class, responseDescription = "What the change would do")
    @APIResponse(responseCode = "409", description = "`series-cancelled`")
    @APIResponse(responseCode = "422", description = REFUSALS + "; `unknown-occurrence`")
    public SeriesEffectsView preview(UUID seriesId, @NotNull @Valid SeriesChange change) {
        var series = Series.required(seriesId);
        caller.mustActFor(series.centreId, Roles.desk());
        return SeriesEffectsView.foreseen(planning.foresee(series, change, clock.instant()));
    }

    @POST
    @Path("/{seriesId}/changes")
    @Transactional
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.MANAGER, Roles.STAFF})
    @Operation(
            summary = "Change a series",
            description = "All sessions still to come, or those from an occurrence on, which then are a series of their"
                    + " own; whole or not at all. What has begun is not touched, and a session edited by itself stays as"
                    + " it is. Bookings stay with sessions that move, and end with those that fall away. One session"
                    + " alone is moved or cancelled as any session.")
    @APIResponseSchema(value = SeriesEffectsView.class, responseDescription = "What was done")
    @APIResponse(
            responseCode = "409",
            description =
                    "`space-taken`, `teacher-taken`, `equipment-taken`: occurrences say where, clashes and shortages by"
                            + " what; `too-many-booked`: more is booked than there"
                            + " would be places; `series-cancelled`; `event-cancelled`")
    @APIResponse(responseCode = "422", description = REFUSALS + "; `unknown-occurrence`")
    public RestResponse<SeriesEffectsView> change(
            UUID seriesId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid SeriesChange change) {
        var series = Series.toChange(seriesId);
        caller.mustActFor(series.centreId, Roles.desk());
        EntityTags.requireMatch(ifMatch, series.version);
        var outcome = planning.change(series, change, clock.instant());
        // By now the sessions cancelled by themselves stand among the exceptions of the series.
        var view = SeriesView.of(series, List.of(), reader);
        var following =
                outcome.after() == null ? null : SeriesView.of(Series.required(outcome.later()), List.of(), reader);
        return Answers.ok(SeriesEffectsView.done(outcome, view, following), tag(series, view));
    }

    private SeriesView view(Series series) {
        return SeriesView.of(series, SeriesPlanning.exceptions(sessions.of(series.id)), reader);
    }

    /** The version, and what is shown and changes without one: the event, and the sessions cancelled by themselves. */
    private String tag(Series series, SeriesView view) {
        return EntityTags.of(
                series.version,
                reader,
                series.event.version(),
                view.exceptions().size());
    }
}
