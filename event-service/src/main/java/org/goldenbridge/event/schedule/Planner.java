package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Takes a room for a session, or says what is in the way and what is free instead. */
@ApplicationScoped
class Planner {
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int SUGGESTIONS = 3;

    private final Claims claims;
    private final ReaderLanguage reader;

    @Inject
    Planner(Claims claims, ReaderLanguage reader) {
        this.claims = claims;
        this.reader = reader;
    }

    /**
     * Claims the room of a session that is new or was moved; its old claims are gone by then.
     *
     * @param before the room it had, locked as well, so that two sessions can change places without a deadlock
     * @throws Refusal 409 that names the clash, the next free times and other spaces
     */
    void take(Centre centre, Session session, @Nullable Space before) {
        var space = session.space;
        claims.lock(
                Claims.cellsOf(Stream.of(space, before).filter(Objects::nonNull).toArray(Space[]::new)));
        claims.release(session);
        if (space == null) {
            return;
        }
        var clashes = claims.clashes(space, session.claimed(), session.id);
        if (!clashes.isEmpty()) {
            throw taken(centre, session, space, clashes);
        }
        claims.claim(session);
    }

    private Refusal taken(Centre centre, Session session, Space space, List<Session> clashes) {
        var zone = centre.zone();
        var words = clashes.stream()
                .map(clash ->
                        title(clash) + " has it from " + wall(clash.claimed().start(), zone) + " to "
                                + wall(clash.claimed().end(), zone) + " with set-up and clearing, planned by "
                                + clash.plannedBy)
                .collect(Collectors.joining("; "));
        return Refusal.conflict("space-taken", "The space is taken: " + words + ".")
                .with(
                        "clashes",
                        clashes.stream().map(clash -> Clash.of(clash, reader)).toList())
                .with("freeTimes", freeTimes(centre, session, space))
                .with("otherSpaces", otherSpaces(centre, session));
    }

    private String title(Session clash) {
        return reader.of(clash.event.title()).texts().values().iterator().next();
    }

    private static String wall(Instant instant, ZoneId zone) {
        return instant.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }

    /** The next times at which the same session would have the same space, in opening hours, within two weeks. */
    private List<FreeTime> freeTimes(Centre centre, Session session, Space space) {
        var asked = session.when();
        var horizon = asked.end().plus(AHEAD);
        var taken = claims.taken(space, session.claimed().start(), horizon, session.id);
        var free = new ArrayList<FreeTime>();
        for (var start = asked.start();
                start.isBefore(horizon) && free.size() < SUGGESTIONS;
                start = start.plus(STEP)) {
            var candidate = new Interval(start, start.plus(asked.length()));
            var needed = candidate.widened(session.setUpMinutes, session.clearingMinutes);
            if (taken.stream().noneMatch(needed::overlaps)
                    && centre.whyClosed(space.id(), candidate.start(), candidate.end())
                            .isEmpty()
                    && (free.isEmpty() || !free.get(free.size() - 1).overlaps(candidate))) {
                free.add(FreeTime.of(candidate, centre.zone()));
            }
        }
        return free;
    }

    /** The other spaces of the centre that take as many people and are free at that time. */
    private List<OtherSpace> otherSpaces(Centre centre, Session session) {
        var people = session.capacityLimit == null ? 1 : session.capacityLimit;
        return Space.fitting(centre.id(), people).stream()
                .filter(other -> !other.id().equals(session.spaceId()))
                .filter(other -> isFree(centre, other, session.when(), session.id))
                .limit(SUGGESTIONS)
                .map(other -> new OtherSpace(other.id(), reader.of(other.name()), other.capacity()))
                .toList();
    }

    private boolean isFree(Centre centre, Space space, Interval when, UUID except) {
        var needed = when.widened(space.setUpMinutes(), space.clearingMinutes());
        return claims.clashes(space, needed, except).isEmpty()
                && centre.whyClosed(space.id(), when.start(), when.end()).isEmpty();
    }
}
