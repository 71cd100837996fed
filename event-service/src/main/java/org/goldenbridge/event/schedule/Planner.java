package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.CentreHours;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.event.resource.Teacher;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Takes room, teachers and equipment for a session, or says what is in the way and what is free instead. */
@ApplicationScoped
class Planner {
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int SUGGESTIONS = 3;

    private final Claims claims;
    private final Stocks stocks;
    private final StockCuts cuts;
    private final Diaries diaries;
    private final ReaderLanguage reader;

    @Inject
    Planner(Claims claims, Stocks stocks, StockCuts cuts, Diaries diaries, ReaderLanguage reader) {
        this.claims = claims;
        this.stocks = stocks;
        this.cuts = cuts;
        this.diaries = diaries;
        this.reader = reader;
    }

    /**
     * Claims what a session needs that is new or was changed, in the place of what it had. Locked in one order: cells of
     * rooms and teachers together, then equipment, each in the order of the ids.
     *
     * @throws Refusal 409 that names the clash, the next free times and other spaces
     */
    void take(Centre centre, Session session) {
        claims.lock(session);
        stocks.lock(session);
        var left = release(session);
        for (var obstacle : obstacles(centre, session)) {
            var refusal = refusal(obstacle).with("freeTimes", freeTimes(centre, session));
            if (obstacle.code().equals("space-taken")) {
                refusal.with("otherSpaces", otherSpaces(centre, session));
            }
            throw refusal;
        }
        claims.claim(session);
        stocks.claim(session);
        session.shortOfEquipment = false;
        cuts.lookAgain(left);
    }

    /** Whether a session that was short of equipment is so still. */
    void lookAgain(Session session) {
        stocks.lock(session);
        cuts.lookAgain(Set.of(session.equipment.ids()));
    }

    /** Claims the space of a block. */
    void take(Centre centre, Block block) {
        var cells = block.space.cells();
        claims.lock(cells);
        var holders = claims.holders(cells, block.when(), block.id);
        if (!holders.isEmpty()) {
            throw refusal(taken(holders, centre.zone()));
        }
        claims.claim(block);
    }

    /** Gives back all that a session has. */
    void giveBack(Session session) {
        claims.lock(session);
        stocks.lock(session);
        cuts.lookAgain(release(session));
    }

    /** The same of many, whose locks the caller holds. */
    void giveBack(List<Session> sessions) {
        var ids = sessions.stream().map(session -> session.id).toArray(UUID[]::new);
        claims.release(ids);
        cuts.lookAgain(stocks.release(ids));
    }

    /** Gives back the space of a block. */
    void giveBack(Block block) {
        claims.lock(block.space.cells());
        claims.release(block);
    }

    /** Of which stocks it had something. */
    private Set<UUID> release(Session session) {
        claims.release(session);
        return stocks.release(session.id);
    }

    private static Refusal refusal(Obstacle obstacle) {
        var refusal = Refusal.conflict(obstacle.code(), obstacle.detail());
        return obstacle.shortages().isEmpty()
                ? refusal.with("clashes", obstacle.clashes())
                : refusal.with("shortages", obstacle.shortages());
    }

    /** All that stands against the session where it is to be; its own claims do not. */
    List<Obstacle> obstacles(Centre centre, Session session) {
        var found = new ArrayList<Obstacle>();
        if (session.space != null) {
            var holders = claims.holders(session.space.cells(), session.claimed(), session.id);
            if (!holders.isEmpty()) {
                found.add(taken(holders, centre.zone()));
            }
        }
        var teachers = Teacher.byId(List.of(session.teacherIds));
        for (var id : session.teacherIds) {
            var holders = claims.holders(new UUID[] {id}, session.when(), session.id);
            if (!holders.isEmpty()) {
                found.add(teacherTaken(Objects.requireNonNull(teachers.get(id)).name(), holders, centre.zone()));
            }
        }
        var shortages = stocks.shortages(session);
        if (!shortages.isEmpty()) {
            found.add(tooLittle(shortages));
        }
        return found;
    }

    Obstacle teacherTaken(String name, List<Holder> holders, ZoneId zone) {
        return obstacle("teacher-taken", name + " teaches then: ", name, holders, zone);
    }

    static Obstacle tooLittle(List<Shortage> shortages) {
        return new Obstacle(
                "equipment-taken", "Too little is free then: " + inWords(shortages), null, List.of(), shortages);
    }

    Obstacle taken(List<Holder> holders, ZoneId zone) {
        return obstacle("space-taken", "The space is taken: ", null, holders, zone);
    }

    private Obstacle obstacle(String code, String what, @Nullable String teacher, List<Holder> holders, ZoneId zone) {
        var who = holders.stream().map(holder -> holder.inWords(reader, zone)).collect(Collectors.joining("; "));
        var clashes = holders.stream().map(holder -> Clash.of(holder, reader)).toList();
        return new Obstacle(code, what + who + ".", teacher, clashes, List.of());
    }

    static String inWords(List<Shortage> shortages) {
        return shortages.stream()
                .map(shortage -> Math.max(0, shortage.free()) + " of the " + shortage.wanted() + " of "
                        + shortage.name().texts().values().iterator().next())
                .collect(Collectors.joining(", ", "", "."));
    }

    /** The next times at which the session would have all it needs where it is, in opening hours, within two weeks. */
    List<FreeTime> freeTimes(Centre centre, Session session) {
        var asked = session.when();
        var horizon = asked.end().plus(AHEAD);
        var space = session.space;
        var cells = space == null ? new UUID[0] : space.cells();
        var hours = CentreHours.of(centre, session.spaceId());
        var diary = diaries.read(
                Stream.of(cells, session.teacherIds).flatMap(Arrays::stream).toArray(UUID[]::new),
                session.equipment.all(),
                new Interval(asked.start(), horizon.plus(asked.length()))
                        .widened(session.setUpMinutes, session.clearingMinutes),
                session.id);
        var free = new ArrayList<FreeTime>();
        for (var start = asked.start();
                start.isBefore(horizon) && free.size() < SUGGESTIONS;
                start = start.plus(STEP)) {
            var candidate = new Interval(start, start.plus(asked.length()));
            var needed = candidate.widened(session.setUpMinutes, session.clearingMinutes);
            if (diary.isFree(cells, needed)
                    && diary.isFree(session.teacherIds, candidate)
                    && diary.hasEnough(session.equipment.all(), needed)
                    && (space == null || hours.isOpen(space.id(), candidate.start(), candidate.end()))
                    && (free.isEmpty() || !free.get(free.size() - 1).overlaps(candidate))) {
                free.add(FreeTime.of(candidate, ZoneId.of(session.zone)));
            }
        }
        return free;
    }

    /** The other spaces of the centre that take as many people and are free at that time. */
    List<OtherSpace> otherSpaces(Centre centre, Session session) {
        var hours = CentreHours.of(centre);
        var people = session.capacityLimit == null ? 1 : session.capacityLimit;
        return Space.fitting(centre.id(), people).stream()
                .filter(other -> !other.id().equals(session.spaceId()))
                .filter(other -> isFree(hours, other, session.when(), session.id))
                .limit(SUGGESTIONS)
                .map(other -> new OtherSpace(other.id(), reader.of(other.name()), other.capacity()))
                .toList();
    }

    private boolean isFree(CentreHours hours, Space space, Interval when, UUID except) {
        var needed = when.widened(space.setUpMinutes(), space.clearingMinutes());
        return claims.taken(space.cells(), needed, except).isEmpty()
                && hours.isOpen(space.id(), when.start(), when.end());
    }
}
