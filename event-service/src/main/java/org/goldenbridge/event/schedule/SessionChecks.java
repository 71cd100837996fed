package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.event.programme.Event;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Says beforehand what planning or moving would say, to the API and to the desk alike. What is wrong with the question itself
 * is refused as it would be there; what stands against the session is told in the answer. Nothing is claimed.
 */
@ApplicationScoped
public class SessionChecks {
    private final Planner planner;
    private final Places places;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final Clock clock;

    @Inject
    SessionChecks(Planner planner, Places places, Caller caller, ReaderLanguage reader, Clock clock) {
        this.planner = planner;
        this.places = places;
        this.caller = caller;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * What would come of it.
     *
     * @param against what stands against the session itself or its hours, as it would be refused
     * @param obstacles what has its room, its teachers or its equipment
     * @param freeTimes the next times at which it would fit where it is; none are looked for when it fits
     * @param otherSpaces that are free then; none are looked for when it fits
     * @param capacity how many could come
     */
    public record Foreseen(
            List<SessionCheck.FoundProblem> against,
            List<Obstacle> obstacles,
            List<FreeTime> freeTimes,
            List<OtherSpace> otherSpaces,
            int capacity) {
        public boolean fits() {
            return against.isEmpty() && obstacles.isEmpty();
        }
    }

    /** As the API asks. */
    Foreseen foresee(SessionCheckDraft draft) {
        var moved = draft.sessionId() == null ? null : Session.required(draft.sessionId());
        var event = moved == null ? Event.toForesee(Objects.requireNonNull(draft.eventId())) : moved.event;
        var place = draft.placeOr(moved);
        return foresee(
                moved == null ? event.centreId() : moved.centreId,
                moved,
                new Wish(
                        place,
                        draft.startsAt(),
                        draft.endsAt(),
                        draft.capacity(),
                        draft.hoursOverride(),
                        draft.teacherIds(),
                        draft.equipment()));
    }

    /**
     * A session that the centre would plan, of whatever event.
     *
     * @throws Refusal as planning it would, for what is wrong with the wish itself
     */
    public Foreseen plan(String centre, Wish wish) {
        return foresee(centre, null, wish);
    }

    /**
     * A session that would be moved; whom and what it needs goes with it where the wish says nothing of that.
     *
     * @throws Refusal as moving it would, for what is wrong with the wish itself
     */
    public Foreseen move(UUID session, Wish wish) {
        var moved = Session.required(session);
        return foresee(moved.centreId, moved, wish);
    }

    /**
     * When and where a session might stand.
     *
     * @param startsAt wall time of the place, or an instant with its offset
     * @param endsAt the same
     * @param capacity its own limit
     * @param hoursOverride why it may stand outside the opening hours
     * @param teacherIds who would teach
     * @param equipment what it would need
     */
    public record Wish(
            Place place,
            String startsAt,
            String endsAt,
            @Nullable Integer capacity,
            @Nullable String hoursOverride,
            @Nullable List<UUID> teacherIds,
            @Nullable List<EquipmentNeed> equipment) {}

    private Foreseen foresee(String centreId, @Nullable Session moved, Wish wish) {
        caller.mustActFor(centreId, Roles.desk());
        if (wish.hoursOverride() != null) {
            caller.mustActFor(centreId, Roles.management());
        }
        var now = clock.instant();
        var centre = Centre.toPlanAt(centreId);
        var when = Interval.asked(wish.startsAt(), wish.endsAt(), wish.place().zone(centre), now);
        var limit = wish.capacity() == null && moved != null ? moved.capacityLimit : wish.capacity();
        var planned = Planned.at(centre, wish.place(), when, limit, wish.hoursOverride());
        var wanted = wanted(Session.foreseen(moved == null ? Ids.next() : moved.id, centreId, planned), moved);
        wanted.need(centre, wish.teacherIds(), wish.equipment());
        var against = new ArrayList<SessionCheck.FoundProblem>();
        planned.whyClosed(centre, reader)
                .ifPresent(why -> against.add(new SessionCheck.FoundProblem("outside-opening-hours", why)));
        if (moved != null) {
            notAhead(moved, now).ifPresent(against::add);
            tooMany(moved, wanted).ifPresent(against::add);
        }
        var obstacles = planner.obstacles(centre, wanted);
        var fits = against.isEmpty() && obstacles.isEmpty();
        return new Foreseen(
                against,
                obstacles,
                fits ? List.of() : planner.freeTimes(centre, wanted),
                fits ? List.of() : planner.otherSpaces(centre, wanted),
                wanted.capacity());
    }

    /** The session as it would be: one that is never kept, so that nothing can be changed by asking. */
    private static Session wanted(Session session, @Nullable Session moved) {
        if (moved != null) {
            session.teacherIds = Arrays.copyOf(moved.teacherIds, moved.teacherIds.length);
            session.equipment = moved.equipment;
        }
        return session;
    }

    private static Optional<SessionCheck.FoundProblem> notAhead(Session moved, Instant now) {
        try {
            moved.mustBeAhead(now);
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(new SessionCheck.FoundProblem(e.code(), String.valueOf(e.getMessage())));
        }
    }

    private Optional<SessionCheck.FoundProblem> tooMany(Session moved, Session wanted) {
        var taken = places.of(moved.id).taken();
        return taken <= wanted.capacity()
                ? Optional.empty()
                : Optional.of(new SessionCheck.FoundProblem(
                        "too-many-booked",
                        taken + " places are booked, held or offered and there would be only " + wanted.capacity()
                                + "."));
    }
}
