package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.CentreHours;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Says what steps of a series would meet: a preview shows it, and a change is refused by it, so that both say the same.
 * Writes nothing.
 */
@ApplicationScoped
public class SeriesEffects {
    private static final Taken NOBODY = new Taken(0, 0);

    private final Claims claims;
    private final Planner planner;
    private final SeriesNeeds needs;
    private final Caller caller;
    private final ReaderLanguage reader;
    private final EntityManager entities;

    @Inject
    SeriesEffects(
            Claims claims,
            Planner planner,
            SeriesNeeds needs,
            Caller caller,
            ReaderLanguage reader,
            EntityManager entities) {
        this.claims = claims;
        this.planner = planner;
        this.needs = needs;
        this.caller = caller;
        this.reader = reader;
        this.entities = entities;
    }

    /** What the steps would meet, in their order. */
    public List<SeriesEffect> foresee(Centre centre, SeriesPlace place, List<SeriesStep> steps) {
        mustNotOverlapItself(place, steps);
        var touched = SeriesSessions.sessions(SeriesSessions.ids(
                steps, step -> step.action() == SeriesStep.Action.MOVED || step.action() == SeriesStep.Action.RESIZED));
        var taken = taken(place, steps);
        var needs = this.needs.obstacles(place, steps, touched);
        var hours = CentreHours.of(centre, place.spaceId());
        var counts = counts(SeriesSessions.ids(steps, step -> step.action() != SeriesStep.Action.ADDED));
        return steps.stream()
                .map(step -> new SeriesEffect(
                        step,
                        Stream.of(taken, needs)
                                .flatMap(found -> found.getOrDefault(step.session(), List.of()).stream())
                                .toList(),
                        closed(hours, place, step),
                        overbooked(place, counts.get(step.session()), touched.get(step.session())),
                        step.leavesTime()
                                ? counts.getOrDefault(step.session(), NOBODY).bookings()
                                : 0))
                .toList();
    }

    /**
     * Refuses what meets anything, and names every occurrence that does.
     *
     * @throws Refusal 422 {@code outside-opening-hours}; 409 {@code space-taken}, {@code teacher-taken},
     *     {@code equipment-taken}, {@code too-many-booked}
     */
    public void mustBePossible(Centre centre, SeriesPlace place, List<SeriesEffect> effects) {
        var closed = effects.stream().filter(effect -> effect.closed() != null).toList();
        if (!closed.isEmpty() && place.hoursOverride() == null) {
            throw Refusal.unprocessable(
                            "outside-opening-hours",
                            "It is closed at " + counted(closed, effects) + ": "
                                    + inWords(closed, effect -> "(" + effect.closed() + ")")
                                    + ". Make them exceptions; a manager may plan them all the same with hoursOverride.")
                    .with("occurrences", obstacles(closed));
        }
        if (!closed.isEmpty()) {
            caller.mustActFor(centre.id(), Roles.management());
        }
        mustBeFree("space-taken", "The space is taken at ", effects);
        mustBeFree("teacher-taken", "A teacher teaches elsewhere at ", effects);
        mustBeFree("equipment-taken", "Too little equipment is free at ", effects);
        var overbooked =
                effects.stream().filter(effect -> effect.overbooked() != null).toList();
        if (!overbooked.isEmpty()) {
            throw Refusal.conflict(
                            "too-many-booked",
                            "More is booked than there would be places at " + counted(overbooked, effects) + ": "
                                    + inWords(overbooked, effect -> "has " + effect.overbooked() + " booked") + ".")
                    .with("occurrences", obstacles(overbooked));
        }
    }

    private static void mustBeFree(String code, String what, List<SeriesEffect> effects) {
        var meeting = effects.stream().filter(effect -> effect.meets(code)).toList();
        if (!meeting.isEmpty()) {
            throw Refusal.conflict(
                            code,
                            what + counted(meeting, effects) + ": " + inWords(meeting, effect -> why(code, effect)))
                    .with("occurrences", obstacles(meeting))
                    .with("clashes", members(code, meeting, Obstacle::clashes))
                    .with("shortages", members(code, meeting, Obstacle::shortages));
        }
    }

    private static <T> List<T> members(String code, List<SeriesEffect> effects, Function<Obstacle, List<T>> what) {
        return effects.stream()
                .flatMap(effect -> effect.obstacles().stream())
                .filter(obstacle -> obstacle.code().equals(code))
                .flatMap(obstacle -> what.apply(obstacle).stream())
                .distinct()
                .toList();
    }

    private static String why(String code, SeriesEffect effect) {
        return effect.obstacles().stream()
                .filter(obstacle -> obstacle.code().equals(code))
                .map(SeriesEffects::why)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String why(Obstacle obstacle) {
        if (!obstacle.shortages().isEmpty()) {
            return "lacks " + Planner.inWords(obstacle.shortages());
        }
        var by = obstacle.clashes().stream()
                .map(clash -> clash.name() + ", planned by " + clash.plannedBy())
                .distinct()
                .collect(Collectors.joining(" and "));
        return obstacle.teacher() == null ? "by " + by : "by " + by + " (" + obstacle.teacher() + ")";
    }

    /** Who has the space when a step wants it, by the session of the step; what the steps themselves leave is free. */
    private Map<UUID, List<Obstacle>> taken(SeriesPlace place, List<SeriesStep> steps) {
        var taking = steps.stream().filter(SeriesStep::takesTime).toList();
        if (place.space() == null || taking.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) entities.createNativeQuery("""
                        select wanted.session as wanted, c.session_id, c.block_id,
                               min(lower(c.during)) as "from", max(upper(c.during)) as "to"
                        from unnest(cast(:sessions as uuid[]), cast(:starts as text[]), cast(:ends as text[]))
                             as wanted (session, start, "end")
                        join space_claim c on c.cell_id = any(:cells)
                             and c.during && tstzrange(cast(start as timestamptz), cast("end" as timestamptz))
                        where c.session_id is null or c.session_id <> all(:leaving)
                        group by wanted.session, c.session_id, c.block_id order by 4""", Tuple.class)
                .setParameter(
                        "sessions", taking.stream().map(SeriesStep::session).toArray(UUID[]::new))
                .setParameter("starts", SeriesSessions.starts(place, taking))
                .setParameter("ends", SeriesSessions.ends(place, taking))
                .setParameter("cells", place.space().cells())
                .setParameter("leaving", SeriesSessions.ids(steps, SeriesStep::leavesTime))
                .getResultList();
        var all = claims.holders(rows);
        var holders = new HashMap<UUID, List<Holder>>();
        for (int nth = 0; nth < rows.size(); nth++) {
            holders.computeIfAbsent(rows.get(nth).get("wanted", UUID.class), id -> new ArrayList<>())
                    .add(all.get(nth));
        }
        var taken = new HashMap<UUID, List<Obstacle>>();
        holders.forEach((session, who) -> taken.put(session, List.of(planner.taken(who, place.zone()))));
        return taken;
    }

    private static void mustNotOverlapItself(SeriesPlace place, List<SeriesStep> steps) {
        if (place.space() == null) {
            return;
        }
        var taking = steps.stream()
                .filter(SeriesStep::takesTime)
                .sorted(Comparator.comparing(SeriesStep::startsAt))
                .toList();
        for (int next = 1; next < taking.size(); next++) {
            var one = taking.get(next - 1);
            var other = taking.get(next);
            if (place.claimed(one.startsAt(), one.endsAt()).overlaps(place.claimed(other.startsAt(), other.endsAt()))) {
                throw Refusal.unprocessable(
                                "overlaps-itself",
                                "The sessions of " + one.start() + " and " + other.start()
                                        + " would be in the space at the same time, set-up and clearing counted.")
                        .at("/rule", "yields " + one.start() + " and " + other.start() + ", which overlap");
            }
        }
    }

    private @Nullable String closed(CentreHours hours, SeriesPlace place, SeriesStep step) {
        return step.takesTime() && place.space() != null
                ? hours.whyClosed(place.space().id(), step.startsAt(), step.endsAt())
                        .map(closed -> closed.inWords(reader))
                        .orElse(null)
                : null;
    }

    /** Its own equipment, where each person needs some, limits it beside the place. */
    private static @Nullable Integer overbooked(SeriesPlace place, @Nullable Taken taken, @Nullable Session session) {
        return session != null && taken != null && taken.places() > session.equipment.limit(place.capacity())
                ? taken.places()
                : null;
    }

    /** How many places of a session are taken, and by how many bookings. */
    private record Taken(int places, int bookings) {}

    private Map<UUID, Taken> counts(UUID... sessions) {
        var counts = new HashMap<UUID, Taken>();
        for (var found : entities.createNativeQuery("""
                        select p.opportunity_id as session, p.taken as taken, cast(count(b.id) as integer) as bookings
                        from places p
                        join session s on s.id = p.opportunity_id
                        left join booking b on b.opportunity_id in (s.id, s.course_id) and b.status = 'confirmed'
                        where p.opportunity_id = any(:sessions) group by p.opportunity_id, p.taken""", Tuple.class)
                .setParameter("sessions", sessions)
                .getResultList()) {
            var row = (Tuple) found;
            counts.put(
                    row.get("session", UUID.class),
                    new Taken(row.get("taken", Integer.class), row.get("bookings", Integer.class)));
        }
        return counts;
    }

    private static String counted(Collection<SeriesEffect> some, Collection<SeriesEffect> all) {
        return some.size() + " of " + all.size() + " occurrences";
    }

    /** The first few, so that a person can read them; the rest stands in the members of the answer. */
    private static String inWords(List<SeriesEffect> effects, Function<SeriesEffect, String> why) {
        var first = effects.stream()
                .limit(3)
                .map(effect -> effect.step().start().toString().replace('T', ' ') + " " + why.apply(effect))
                .collect(Collectors.joining("; "));
        return effects.size() > 3 ? first + "; and " + (effects.size() - 3) + " more" : first;
    }

    private static List<SeriesObstacle> obstacles(List<SeriesEffect> effects) {
        return effects.stream().map(SeriesObstacle::of).toList();
    }
}
