package org.goldenbridge.event.series;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.goldenbridge.event.schedule.SeriesSession;
import org.goldenbridge.event.schedule.SeriesStep;
import org.goldenbridge.event.schedule.SeriesStep.Action;
import org.jspecify.annotations.Nullable;

/**
 * What must be done so that the sessions of a series are those of a pattern. A session becomes the occurrence that is its
 * own in the new pattern, otherwise one of the same day, otherwise, under another rule, one of the same week: whoever
 * booked it comes along. What finds no occurrence falls away, and occurrences without a session get one.
 *
 * <p>What has begun is not touched. A session that was edited by itself stays where it is, and is cancelled only when an
 * exception names it.
 */
final class Reconciliation {
    private final UUID series;
    private final Pattern pattern;
    private final Instant now;
    private final Set<LocalDateTime> occurrences;
    private final Set<LocalDateTime> free;
    private final List<SeriesStep> steps = new ArrayList<>();

    private Reconciliation(UUID series, Pattern pattern, Instant now) {
        this.series = series;
        this.pattern = pattern;
        this.now = now;
        occurrences = pattern.recurrence().occurrences();
        free = new TreeSet<>(occurrences);
    }

    /**
     * The steps, in the order of their occurrences.
     *
     * @param series the series that the sessions belong to afterwards
     * @param pattern what it repeats then
     * @param sessions those that there are, of the part that changes
     * @param renamed where the occurrence of a session is found in the pattern
     * @param ruleIsNew whether sessions may go to another day of their week
     * @param ids gives the sessions to be added their ids
     * @param now what has begun by then stays
     */
    static List<SeriesStep> steps(
            UUID series,
            Pattern pattern,
            List<SeriesSession> sessions,
            UnaryOperator<LocalDateTime> renamed,
            boolean ruleIsNew,
            Supplier<UUID> ids,
            Instant now) {
        var reconciliation = new Reconciliation(series, pattern, now);
        reconciliation.go(sessions, renamed, ruleIsNew, ids);
        reconciliation.steps.sort(Comparator.comparing(SeriesStep::start)
                .thenComparing(SeriesStep::startsAt)
                .thenComparing(SeriesStep::session));
        return List.copyOf(reconciliation.steps);
    }

    /** All sessions of the part cancelled that have not begun. */
    static List<SeriesStep> cancelled(UUID series, List<SeriesSession> sessions, Instant now) {
        return sessions.stream()
                .filter(session -> !session.cancelled() && session.startsAt().isAfter(now))
                .map(session -> new SeriesStep(
                        Action.CANCELLED,
                        session.id(),
                        series,
                        session.start(),
                        session.startsAt(),
                        session.endsAt(),
                        null,
                        session.override()))
                .toList();
    }

    private void go(
            List<SeriesSession> sessions, UnaryOperator<LocalDateTime> renamed, boolean ruleIsNew, Supplier<UUID> ids) {
        var ahead = new ArrayList<SeriesSession>();
        for (var session : sessions) {
            if (session.cancelled()) {
                continue;
            }
            if (session.startsAt().isAfter(now)) {
                ahead.add(session);
            } else {
                free.remove(renamed.apply(session.start()));
            }
        }
        var homeless = new ArrayList<SeriesSession>();
        for (var session : ahead) {
            var own = renamed.apply(session.start());
            if (free.remove(own)) {
                place(session, own);
            } else {
                homeless.add(session);
            }
        }
        // What has begun gets no session any more, neither an old one nor a new one.
        free.removeIf(occurrence -> !pattern.startOf(occurrence).isAfter(now));
        settle(homeless, renamed, LocalDateTime::toLocalDate);
        if (ruleIsNew) {
            settle(homeless, renamed, Reconciliation::week);
        }
        homeless.forEach(session -> fallAway(session, renamed.apply(session.start())));
        free.forEach(occurrence -> follow(Action.ADDED, ids.get(), occurrence, null));
    }

    private static LocalDate week(LocalDateTime occurrence) {
        return occurrence.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Sessions and free occurrences of the same day, or the same week, go together in their order. */
    private void settle(
            List<SeriesSession> homeless,
            UnaryOperator<LocalDateTime> renamed,
            Function<LocalDateTime, LocalDate> near) {
        var byNearness = new TreeMap<LocalDate, List<LocalDateTime>>();
        free.forEach(occurrence -> byNearness
                .computeIfAbsent(near.apply(occurrence), day -> new ArrayList<>())
                .add(occurrence));
        homeless.removeIf(session -> {
            var there = byNearness.get(near.apply(renamed.apply(session.start())));
            if (there == null || there.isEmpty()) {
                return false;
            }
            var occurrence = there.remove(0);
            free.remove(occurrence);
            place(session, occurrence);
            return true;
        });
    }

    private void place(SeriesSession session, LocalDateTime occurrence) {
        var start = pattern.startOf(occurrence);
        var end = pattern.endOf(occurrence);
        if (session.override()) {
            stay(session, occurrence);
        } else if (session.stands(pattern.place(), start, end)) {
            var sameLimit =
                    Objects.equals(session.capacityLimit(), pattern.place().capacityLimit());
            follow(sameLimit ? Action.KEPT : Action.RESIZED, session.id(), occurrence, null);
        } else if (start.isAfter(now)) {
            follow(Action.MOVED, session.id(), occurrence, session.startsAt());
        } else {
            stay(session, occurrence); // it cannot be moved into the past
        }
    }

    private void fallAway(SeriesSession session, LocalDateTime own) {
        var named = pattern.recurrence().exceptions().contains(own);
        if (session.override() && !named) {
            stay(session, freeName(session.start(), own));
        } else {
            steps.add(new SeriesStep(
                    Action.CANCELLED,
                    session.id(),
                    series,
                    session.start(),
                    session.startsAt(),
                    session.endsAt(),
                    null,
                    session.override()));
        }
    }

    /** An occurrence that is no other session's, for one that stays though the pattern no longer has its own. */
    private LocalDateTime freeName(LocalDateTime before, LocalDateTime own) {
        return occurrences.contains(own) ? before : own;
    }

    private void stay(SeriesSession session, LocalDateTime occurrence) {
        steps.add(new SeriesStep(
                Action.KEPT, session.id(), series, occurrence, session.startsAt(), session.endsAt(), null, true));
    }

    private void follow(Action action, UUID session, LocalDateTime occurrence, @Nullable Instant wasFrom) {
        steps.add(new SeriesStep(
                action,
                session,
                series,
                occurrence,
                pattern.startOf(occurrence),
                pattern.endOf(occurrence),
                wasFrom,
                false));
    }
}
