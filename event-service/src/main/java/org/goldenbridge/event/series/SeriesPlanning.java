package org.goldenbridge.event.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.course.Course;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.event.schedule.Place;
import org.goldenbridge.event.schedule.SeriesEffect;
import org.goldenbridge.event.schedule.SeriesEffects;
import org.goldenbridge.event.schedule.SeriesPlace;
import org.goldenbridge.event.schedule.SeriesSession;
import org.goldenbridge.event.schedule.SeriesSessions;
import org.goldenbridge.event.schedule.SeriesStep;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Plans series and changes them, in the caller's transaction: whole or not at all. A preview goes the same way up to the
 * point where something would be written, so what it shows is what the change does.
 */
@ApplicationScoped
class SeriesPlanning {
    private final SeriesSessions sessions;
    private final SeriesEffects effects;
    private final Caller caller;

    @Inject
    SeriesPlanning(SeriesSessions sessions, SeriesEffects effects, Caller caller) {
        this.sessions = sessions;
        this.effects = effects;
        this.caller = caller;
    }

    /**
     * What a change comes to.
     *
     * @param before what the series repeats afterwards; null when it is cancelled whole
     * @param after what its later part repeats, when that becomes a series of its own
     * @param later the id of that one
     * @param place where what is planned anew takes place
     */
    record Outcome(
            @Nullable Pattern before,
            @Nullable Pattern after,
            UUID later,
            SeriesPlace place,
            List<SeriesEffect> effects) {

        /** Whether nothing stands against it. */
        boolean isPossible() {
            return effects.stream()
                    .allMatch(effect -> effect.obstacles().isEmpty()
                            && effect.overbooked() == null
                            && (effect.closed() == null || place.hoursOverride() != null));
        }

        List<SeriesStep> steps() {
            return effects.stream().map(SeriesEffect::step).toList();
        }
    }

    Series plan(UUID id, SeriesDraft draft, Instant now) {
        var event = Event.toSchedule(draft.eventId());
        caller.mustActFor(event.centreId(), Roles.desk());
        var centre = Centre.toPlanAt(event.centreId());
        if (draft.courseId() != null) {
            Course.toTeach(draft.courseId(), event); // locked before the space
        }
        Space.lock(Collections.singleton(draft.spaceId()));
        var pattern = pattern(event, centre, draft);
        var place = pattern.place();
        var steps = steps(id, pattern, now);
        sessions.lockRoomsAndPlaces(place, steps);
        effects.mustBePossible(centre, place, effects.foresee(centre, place, steps));
        var series = Series.plan(id, event, pattern, caller.name(), now);
        series.persistAndFlush();
        sessions.apply(event, place, steps, null, now);
        return series;
    }

    /** What a new series would meet; nothing is written. */
    Outcome foresee(UUID id, SeriesDraft draft, Instant now) {
        var event = Event.toForesee(draft.eventId());
        caller.mustActFor(event.centreId(), Roles.desk());
        var centre = Centre.toPlanAt(event.centreId());
        var pattern = pattern(event, centre, draft);
        return foreseen(centre, pattern, null, id, pattern.place(), steps(id, pattern, now), false);
    }

    private Pattern pattern(Event event, Centre centre, SeriesDraft draft) {
        var course = draft.courseId() == null ? null : Course.toTeach(draft.courseId(), event);
        var place = SeriesPlace.of(
                centre, draft.place(), course, draft.capacity(), override(centre, draft.hoursOverride()));
        var recurrence = new Recurrence(
                Given.wallTime(draft.startsOn(), "/startsOn"),
                Rule.parse(draft.rule(), place.zone()),
                Given.wallTimes(draft.exceptions(), "/exceptions"),
                Given.wallTimes(draft.extraDates(), "/extraDates"));
        return new Pattern(recurrence, Given.duration(draft.duration(), "/duration"), place);
    }

    private static List<SeriesStep> steps(UUID id, Pattern pattern, Instant now) {
        if (!pattern.startOf(pattern.recurrence().occurrences().first()).isAfter(now)) {
            throw Refusal.unprocessable("in-the-past", "The first session would start in the past.")
                    .at("/startsOn", "must be in the future");
        }
        return Reconciliation.steps(id, pattern, List.of(), UnaryOperator.identity(), true, Ids::next, now);
    }

    /** What a change would do; nothing is locked or written. */
    Outcome foresee(Series series, SeriesChange change, Instant now) {
        return outcome(series, change, false, now);
    }

    /**
     * Does a change.
     *
     * @param series locked by {@link Series#toChange}
     * @return what was done
     */
    Outcome change(Series series, SeriesChange change, Instant now) {
        var event = Event.toSchedule(series.event.id());
        if (series.courseId != null) {
            Course.toTeach(series.courseId, event);
        }
        sessions.lock(series.id, change.spaceId() == null ? series.spaceId() : change.spaceId());
        var outcome = outcome(series, change, true, now);
        effects.mustBePossible(Centre.toPlanAt(series.centreId), outcome.place(), outcome.effects());
        var later = outcome.after();
        if (later != null) {
            series.followedBy(outcome.later(), later, caller.name(), now).persist();
        }
        if (outcome.before() == null) {
            series.cancel();
        } else {
            series.become(outcome.before());
        }
        series.persistAndFlush();
        sessions.foldCancelled(series.id);
        sessions.apply(series.event, outcome.place(), outcome.steps(), change.reason(), now);
        return outcome;
    }

    private Outcome outcome(Series series, SeriesChange change, boolean locking, Instant now) {
        series.mustBeRunning();
        var centre = Centre.toPlanAt(series.centreId);
        var course = series.courseId == null ? null : Course.toTeach(series.courseId, series.event);
        var all = sessions.of(series.id);
        var whole = series.pattern(exceptions(all));
        var from = from(whole, change, now);
        // From the first occurrence on, cancelled and excepted ones counted, is all of it: nothing is left to be cut
        // off.
        var cut = from != null && whole.recurrence().beginsBefore(from) ? from : null;
        var concerned = cut == null
                ? all
                : all.stream().filter(session -> !session.start().isBefore(cut)).toList();
        var earlier = cut == null ? null : whole.with(whole.recurrence().before(cut));
        // Another rule counts from the occurrence that was named, and adds nothing before it.
        var starts = cut == null && change.rule() != null ? from : cut;
        var part = starts == null ? whole : whole.with(whole.recurrence().from(starts));
        var later = cut == null || change.cancels() ? series.id : Ids.next();
        if (change.cancels()) {
            var steps = Reconciliation.cancelled(series.id, concerned, now);
            return foreseen(centre, earlier, null, series.id, whole.place(), steps, locking);
        }
        mustNotAddBefore(from, change);
        var changed = changed(centre, course, part, change);
        var steps = Reconciliation.steps(
                later, changed, concerned, renamed(part, change), change.rule() != null, Ids::next, now);
        return cut == null
                ? foreseen(centre, changed, null, later, changed.place(), steps, locking)
                : foreseen(centre, earlier, changed, later, changed.place(), steps, locking);
    }

    private Outcome foreseen(
            Centre centre,
            @Nullable Pattern before,
            @Nullable Pattern after,
            UUID later,
            SeriesPlace place,
            List<SeriesStep> steps,
            boolean locking) {
        if (locking) {
            sessions.lockRoomsAndPlaces(place, steps);
        }
        return new Outcome(before, after, later, place, effects.foresee(centre, place, steps));
    }

    /** The occurrences whose sessions were cancelled by themselves. */
    static List<LocalDateTime> exceptions(List<SeriesSession> all) {
        return all.stream()
                .filter(session -> session.cancelled() && session.override())
                .map(SeriesSession::start)
                .toList();
    }

    /** The first occurrence that changes; null when the scope is all. */
    private static @Nullable LocalDateTime from(Pattern whole, SeriesChange change, Instant now) {
        if (change.scope() == Scope.ALL) {
            if (change.from() != null) {
                throw Refusal.badRequest("invalid-request", "Only the scope from has a from.")
                        .at("/from", "must not be there when the scope is all");
            }
            return null;
        }
        if (change.from() == null) {
            throw Refusal.badRequest("invalid-request", "Say from which occurrence on.")
                    .at("/from", "must be the wall time of an occurrence when the scope is from");
        }
        var from = Given.wallTime(change.from(), "/from");
        var occurrences = whole.recurrence().occurrences();
        if (!occurrences.contains(from)) {
            throw Refusal.unprocessable("unknown-occurrence", "The series has no occurrence at " + from + ".")
                    .at("/from", "must be the seriesStart of one of its sessions");
        }
        if (!whole.startOf(from).isAfter(now)) {
            throw Refusal.unprocessable("in-the-past", "That occurrence has begun; begin with one still to come.")
                    .at("/from", "must be an occurrence still to come");
        }
        return from;
    }

    private static void mustNotAddBefore(@Nullable LocalDateTime from, SeriesChange change) {
        if (from == null) {
            return;
        }
        var first = change.time() == null ? from : from.toLocalDate().atTime(Given.timeOfDay(change.time(), "/time"));
        var dates = Given.wallTimes(change.addDates(), "/addDates");
        for (int nth = 0; nth < dates.size(); nth++) {
            if (dates.get(nth).isBefore(first) && dates.get(nth).isBefore(from)) {
                throw Refusal.badRequest(
                                "invalid-request", "What changes begins on " + from + "; add dates from then on.")
                        .at("/addDates/" + nth, "must not be before from");
            }
        }
    }

    private static UnaryOperator<LocalDateTime> renamed(Pattern part, SeriesChange change) {
        return change.time() == null
                ? UnaryOperator.identity()
                : part.recurrence().retimed(Given.timeOfDay(change.time(), "/time"));
    }

    private Pattern changed(Centre centre, @Nullable Course course, Pattern part, SeriesChange change) {
        var place = place(centre, course, part.place(), change);
        var recurrence = part.recurrence();
        var exceptions = new TreeSet<>(recurrence.exceptions());
        exceptions.addAll(Given.wallTimes(change.addExceptions(), "/addExceptions"));
        Given.wallTimes(change.removeExceptions(), "/removeExceptions").forEach(exceptions::remove);
        recurrence = recurrence.without(exceptions);
        if (change.rule() != null) {
            recurrence = recurrence.ruledBy(Rule.parse(change.rule(), place.zone()));
        }
        if (change.time() != null) {
            recurrence = recurrence.at(Given.timeOfDay(change.time(), "/time"));
        }
        recurrence = recurrence.with(Stream.concat(
                        recurrence.extraDates().stream(), Given.wallTimes(change.addDates(), "/addDates").stream())
                .toList());
        var lasts = change.duration() == null ? part.lasts() : Given.duration(change.duration(), "/duration");
        return new Pattern(recurrence, lasts, place);
    }

    private SeriesPlace place(Centre centre, @Nullable Course course, SeriesPlace before, SeriesChange change) {
        var stays = change.spaceId() == null && change.venue() == null;
        var place = stays
                ? new Place(before.spaceId(), before.venue(), null)
                : new Place(change.spaceId(), change.venue(), null);
        var capacity = change.capacity() == null && course == null ? before.capacityLimit() : change.capacity();
        var override = override(centre, change.hoursOverride());
        return SeriesPlace.of(centre, place, course, capacity, override == null ? before.hoursOverride() : override);
    }

    /** Only a manager may let a series stand outside the hours. */
    private @Nullable String override(Centre centre, @Nullable String reason) {
        if (reason != null) {
            caller.mustActFor(centre.id(), Roles.management());
        }
        return reason;
    }
}
