package org.goldenbridge.event.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * One space of a board in one window of time: what stands in it at its minutes, and what is free between.
 *
 * @param boxes what is beneath comes first
 * @param gaps where something can be planned
 */
record BoardColumn(List<Box> boxes, List<Gap> gaps) {
    private static final int ROW = 30;

    /** What is lower than this cannot be pressed (WCAG 2.2, 2.5.8). */
    private static final int LEAST = 15;

    /**
     * Something at its minutes.
     *
     * @param lane its classes beside something else at the same time; empty where it is alone
     * @param isClosed whether it is a time in which the space is closed, for the reason of {@code note}
     * @param note what is said of a time that no session or block takes
     */
    public record Box(
            Minutes at,
            String lane,
            @Nullable BoardCard card,
            DayGrid.@Nullable BlockCard block,
            boolean isClosed,
            Reader.@Nullable Text note) {
        Box below(int top) {
            return new Box(at.below(top), lane, card, block, isClosed, note);
        }

        public boolean isShade() {
            return card == null && block == null;
        }
    }

    /**
     * A free time.
     *
     * @param wall its wall time
     * @param plan what is said of planning there
     */
    public record Gap(Minutes at, LocalDateTime wall, String plan) {
        Gap below(int top) {
            return new Gap(at.below(top), wall, plan);
        }
    }

    /** Something that has a space, set-up and clearing included. */
    record Taking(
            UUID space,
            Instant from,
            Instant until,
            @Nullable Slot slot,
            @Nullable Blocked block) {
        static Taking of(Slot slot) {
            return slot.isCancelled()
                    ? new Taking(Objects.requireNonNull(slot.space()), slot.startsAt(), slot.endsAt(), slot, null)
                    : new Taking(
                            Objects.requireNonNull(slot.space()), slot.claimsFrom(), slot.claimsUntil(), slot, null);
        }

        static Taking of(Blocked block) {
            return new Taking(block.space(), block.startsAt(), block.endsAt(), null, block);
        }

        boolean isDuring(Instant start, Instant end) {
            return from.isBefore(end) && until.isAfter(start);
        }

        boolean isStanding() {
            return slot == null || !slot.isCancelled();
        }
    }

    /** A window of a board: a day, from its first row to its last. */
    record Window(LocalDate day, Instant from, Instant until) {
        Minutes of(Instant start, Instant end) {
            return Minutes.between(from, start.isBefore(from) ? from : start, end.isAfter(until) ? until : end);
        }

        int length() {
            return Minutes.minutes(from, until);
        }
    }

    static BoardColumn of(Room room, Window window, List<Taking> takings, DayGrid.Given given) {
        var here = takings.stream()
                .filter(taking -> taking.isDuring(window.from(), window.until()))
                .toList();
        var own =
                here.stream().filter(taking -> taking.space().equals(room.id())).toList();
        var boxes = new ArrayList<Box>();
        ClosedTimes.of(window.from(), window.until(), (from, until) -> given.isOpen(room, from, until))
                .forEach(span -> boxes.add(shade(window.of(span.from(), span.until()), true, null)));
        given.closings().stream()
                .filter(closing -> closing.space().equals(room.id()) && closing.isDuring(window.from(), window.until()))
                .forEach(closing -> boxes.add(shade(
                        window.of(closing.from(), closing.until()),
                        true,
                        given.reader().readNullable(closing.reason()))));
        boxes.addAll(shared(room, window, here, given));
        boxes.addAll(taken(window, own, given));
        return new BoardColumn(boxes, gaps(room, window, here, given));
    }

    private static Box shade(Minutes at, boolean isClosed, Reader.@Nullable Text note) {
        return new Box(at, "", null, null, isClosed, note);
    }

    /** When another space has the walls that this one shares with it. */
    private static List<Box> shared(Room room, Window window, List<Taking> here, DayGrid.Given given) {
        return given.rooms().stream()
                .filter(other -> !other.id().equals(room.id()) && other.overlaps(room))
                .flatMap(other -> here.stream()
                        .filter(taking -> taking.isStanding() && taking.space().equals(other.id()))
                        .map(taking -> shade(
                                window.of(taking.from(), taking.until()),
                                false,
                                given.reader().read(other.name()))))
                .toList();
    }

    /** Two at the same time, as a clash or one that was cancelled, stand side by side. */
    private static List<Box> taken(Window window, List<Taking> own, DayGrid.Given given) {
        var boxes = new ArrayList<Box>();
        for (var taking : own) {
            var beside = own.stream()
                    .filter(other -> !other.equals(taking) && other.isDuring(taking.from(), taking.until()))
                    .toList();
            var isSecond = beside.stream().anyMatch(other -> own.indexOf(other) < own.indexOf(taking));
            var lane = beside.isEmpty() ? "" : isSecond ? "half second" : "half";
            var at = window.of(taking.from(), taking.until());
            var slot = taking.slot();
            var block = taking.block();
            boxes.add(new Box(
                    at,
                    lane,
                    slot == null ? null : given.cards().apply(slot, window.day()),
                    block == null ? null : DayGrid.BlockCard.of(block, window.day(), given.reader()),
                    false,
                    null));
        }
        return boxes;
    }

    private static List<Gap> gaps(Room room, Window window, List<Taking> here, DayGrid.Given given) {
        var takings = here.stream()
                .filter(taking -> taking.isStanding() && isInTheWay(room, taking, given))
                .sorted(Comparator.comparing(Taking::from))
                .toList();
        var gaps = new ArrayList<Gap>();
        var at = window.from();
        for (var taking : takings) {
            addPieces(room, window, at, taking.from(), given, gaps);
            at = taking.until().isAfter(at) ? taking.until() : at;
        }
        addPieces(room, window, at, window.until(), given, gaps);
        return gaps;
    }

    private static boolean isInTheWay(Room room, Taking taking, DayGrid.Given given) {
        return taking.space().equals(room.id())
                || given.rooms().stream().anyMatch(other -> other.id().equals(taking.space()) && other.overlaps(room));
    }

    /** A piece for each row; one that would be too low to be pressed goes with its neighbour. */
    private static void addPieces(
            Room room, Window window, Instant from, Instant until, DayGrid.Given given, List<Gap> gaps) {
        var end = until.isAfter(window.until()) ? window.until() : until;
        var starts = new ArrayList<Instant>();
        for (var at = from; at.isBefore(end); at = nextRow(window, at)) {
            starts.add(at);
        }
        if (starts.size() > 1 && Minutes.minutes(starts.get(0), starts.get(1)) < LEAST) {
            starts.remove(1);
        }
        if (starts.size() > 1 && Minutes.minutes(starts.get(starts.size() - 1), end) < LEAST) {
            starts.remove(starts.size() - 1);
        }
        for (var nth = 0; nth < starts.size(); nth++) {
            var start = starts.get(nth);
            var last = nth + 1 < starts.size() ? starts.get(nth + 1) : end;
            if (start.isAfter(given.now())) {
                gaps.add(new Gap(
                        window.of(start, last), wall(start, given).toLocalDateTime(), plan(room, start, given)));
            }
        }
    }

    private static Instant nextRow(Window window, Instant at) {
        var rows = Minutes.minutes(window.from(), at) / ROW + 1;
        return window.from().plus(Duration.ofMinutes((long) rows * ROW));
    }

    private static ZonedDateTime wall(Instant at, DayGrid.Given given) {
        return at.atZone(given.zone());
    }

    private static String plan(Room room, Instant at, DayGrid.Given given) {
        var reader = given.reader();
        return reader.words()
                .say(
                        "deskPlanHere",
                        reader.read(room.name()).text() + ", " + reader.times().clock(wall(at, given)));
    }

    /** All that takes a space, in the order in which it begins. */
    static List<Taking> takings(DayGrid.Given given, boolean withCancelled) {
        return Stream.concat(
                        given.slots().stream()
                                .filter(slot -> slot.space() != null && (withCancelled || !slot.isCancelled()))
                                .map(Taking::of),
                        given.blocks().stream().map(Taking::of))
                .sorted(Comparator.comparing(Taking::from))
                .toList();
    }
}
