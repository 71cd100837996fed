package org.goldenbridge.event.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.programme.MadeOnce;
import org.goldenbridge.event.schedule.SeriesSessions;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** What the desk of a centre does with series on its pages, by the same ways as in the API. */
@ApplicationScoped
public class SeriesDesk {
    private final SeriesPlanning planning;
    private final SeriesSessions sessions;
    private final Caller caller;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    SeriesDesk(SeriesPlanning planning, SeriesSessions sessions, Caller caller, EntityManager entities, Clock clock) {
        this.planning = planning;
        this.sessions = sessions;
        this.caller = caller;
        this.entities = entities;
        this.clock = clock;
    }

    /** Whoever may know of its event may know of it. */
    @Transactional
    public PlannedSeries read(UUID id) {
        var series = Series.required(id);
        if (!series.event.isVisibleTo(caller)) {
            throw Refusal.notFound("There is no such series.");
        }
        return PlannedSeries.of(series, sessions.of(id));
    }

    /**
     * Plans a series. When it was planned under that id already, that is the one.
     *
     * @throws Refusal as {@code POST /v1/series} says
     */
    @Transactional
    public void plan(UUID id, SeriesDraft draft) {
        MadeOnce.hold(entities, id);
        var made = Series.<Series>findByIdOptional(id);
        if (made.isPresent()) {
            caller.mustActFor(made.get().centreId, Roles.desk());
        } else {
            planning.plan(id, draft, clock.instant());
        }
    }

    /**
     * What that series would come to; nothing is written.
     *
     * @throws Refusal as {@code POST /v1/series} says, but for what the foresight itself tells
     */
    @Transactional
    public SeriesForesight foresee(UUID id, SeriesDraft draft) {
        return SeriesForesight.of(planning.foresee(id, draft, clock.instant()));
    }

    /**
     * What a change would come to; nothing is written.
     *
     * @throws Refusal as {@code POST /v1/series/{seriesId}/previews} says
     */
    @Transactional
    public SeriesForesight foresee(UUID id, SeriesChange change) {
        var series = Series.required(id);
        caller.mustActFor(series.centreId, Roles.desk());
        return SeriesForesight.of(planning.foresee(series, change, clock.instant()));
    }

    /**
     * Changes a series.
     *
     * @return the series that goes on from the change: another one, when it was split
     * @throws Refusal as {@code POST /v1/series/{seriesId}/changes} says; 412 {@code stale}, 428
     */
    @Transactional
    public UUID change(UUID id, @Nullable String ifMatch, SeriesChange change) {
        var series = Series.toChange(id);
        caller.mustActFor(series.centreId, Roles.desk());
        EntityTags.requireMatch(ifMatch, series.version);
        var outcome = planning.change(series, change, clock.instant());
        return outcome.after() == null ? id : outcome.later();
    }
}
