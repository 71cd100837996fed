package org.goldenbridge.event.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A day by space: half-hours are rows, spaces are columns. A session takes the rows it touches, its set-up and clearing
 * included; what begins in a row in which another ends stands in one field with it.
 *
 * @param elsewhere what happens at venues and online, which take no space
 */
public record DayGrid(
        String title, List<Column> columns, List<Line> lines, List<Card> elsewhere, String earlier, String later) {
    private static final Duration ROW = Duration.ofMinutes(30);
    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 21;

    /** A space. */
    public record Column(UUID space, Reader.Text name, int capacity) {}

    /** A row; a field that a session above it takes is not there. */
    public record Line(String time, LocalDateTime at, boolean isHour, boolean isNow, List<Field> fields) {}

    /**
     * A field of the table.
     *
     * @param rows how many rows it takes
     * @param blocks for which the centre keeps the space
     * @param plan what is said of planning there; null where something is, or where it is too late
     * @param taken by what another space has that shares walls with this one; null when it has not
     */
    public record Field(
            int rows,
            UUID space,
            List<Card> cards,
            List<BlockCard> blocks,
            @Nullable String taken,
            boolean isClosed,
            @Nullable String plan) {}

    /** A block, in the words of who reads. */
    public record BlockCard(UUID id, String reason, String by, String starts, String ends) {
        static BlockCard of(Blocked block, Reader reader) {
            return new BlockCard(
                    block.id(),
                    block.reason(),
                    block.blockedBy(),
                    reader.times().clock(block.startsAt().atZone(block.zone())),
                    reader.times().clock(block.endsAt().atZone(block.zone())));
        }
    }

    /**
     * What is laid out.
     *
     * @param slots all that happens in the day
     * @param blocks all that is blocked in it
     * @param isClosed whether the space is closed from that row to the next
     * @param cards how a session is shown
     */
    record Given(
            LocalDate day,
            List<Room> rooms,
            List<Slot> slots,
            List<Blocked> blocks,
            BiPredicate<Room, Instant> isClosed,
            Function<Slot, Card> cards,
            ZoneId zone,
            Reader reader,
            Instant now) {

        /** What stands: what was cancelled takes no space. */
        List<Slot> standing() {
            return slots.stream().filter(slot -> !slot.isCancelled()).toList();
        }

        List<Taking> takings() {
            return Stream.concat(
                            standing().stream()
                                    .filter(slot -> slot.space() != null)
                                    .map(Taking::of),
                            blocks.stream().map(Taking::of))
                    .sorted(Comparator.comparing(Taking::from))
                    .toList();
        }
    }

    /** Something that has a space, set-up and clearing included. */
    private record Taking(
            UUID space,
            Instant from,
            Instant until,
            @Nullable Slot slot,
            @Nullable Blocked block) {
        static Taking of(Slot slot) {
            return new Taking(Objects.requireNonNull(slot.space()), slot.claimsFrom(), slot.claimsUntil(), slot, null);
        }

        static Taking of(Blocked block) {
            return new Taking(block.space(), block.startsAt(), block.endsAt(), null, block);
        }

        boolean touches(Instant start, Instant end) {
            return from.isBefore(end) && until.isAfter(start);
        }
    }

    static DayGrid of(Given given) {
        var zone = given.zone();
        var reader = given.reader();
        var rows = rows(given);
        var takings = given.takings();
        var columns = given.rooms().stream()
                .map(room -> column(room, rows, takings, given))
                .toList();
        var lines = new ArrayList<Line>();
        for (var nth = 0; nth < rows.size(); nth++) {
            var row = nth;
            var at = rows.get(nth);
            lines.add(new Line(
                    reader.times().clock(at.atZone(zone)),
                    at.atZone(zone).toLocalDateTime(),
                    at.atZone(zone).getMinute() == 0,
                    !at.isAfter(given.now()) && at.plus(ROW).isAfter(given.now()),
                    columns.stream()
                            .map(column -> column.get(row))
                            .filter(field -> field.rows() > 0)
                            .toList()));
        }
        return new DayGrid(
                reader.times().dayOfYear(given.day()),
                given.rooms().stream()
                        .map(room -> new Column(room.id(), reader.read(room.name()), room.capacity()))
                        .toList(),
                lines,
                given.standing().stream()
                        .filter(slot -> slot.space() == null)
                        .map(given.cards())
                        .toList(),
                given.day().minusDays(1).toString(),
                given.day().plusDays(1).toString());
    }

    /** From when people usually come until they leave, or from the first to the last that happens. */
    private static List<Instant> rows(Given given) {
        var day = given.day();
        var zone = given.zone();
        var midnight = day.atStartOfDay(zone).toInstant();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var first = day.atTime(FIRST_HOUR, 0).atZone(zone).toInstant();
        var last = day.atTime(LAST_HOUR, 0).atZone(zone).toInstant();
        for (var slot : given.standing()) {
            first = slot.claimsFrom().isBefore(first) ? slot.claimsFrom() : first;
            last = slot.claimsUntil().isAfter(last) ? slot.claimsUntil() : last;
        }
        var rows = new ArrayList<Instant>();
        for (var at = midnight; at.isBefore(end); at = at.plus(ROW)) {
            if (at.plus(ROW).isAfter(first) && at.isBefore(last)) {
                rows.add(at);
            }
        }
        return rows;
    }

    private static List<Field> column(Room room, List<Instant> rows, List<Taking> takings, Given given) {
        var fields = new ArrayList<Field>();
        for (var nth = 0; nth < rows.size(); nth++) {
            var at = rows.get(nth);
            var last = nth;
            var cards = new ArrayList<Card>();
            var blocks = new ArrayList<BlockCard>();
            var end = at.plus(ROW);
            for (var taking : takings) { // in their order: one that begins before the field ends makes it longer
                if (room.id().equals(taking.space()) && taking.touches(at, end)) {
                    if (taking.slot() != null) {
                        cards.add(given.cards().apply(taking.slot()));
                    } else if (taking.block() != null) {
                        blocks.add(BlockCard.of(taking.block(), given.reader()));
                    }
                    while (last + 1 < rows.size() && rows.get(last + 1).isBefore(taking.until())) {
                        last++;
                    }
                    end = rows.get(last).plus(ROW);
                }
            }
            var taken = taken(room, takings, at, given);
            var isFree = cards.isEmpty() && blocks.isEmpty() && taken == null;
            fields.add(new Field(
                    last - nth + 1,
                    room.id(),
                    cards,
                    blocks,
                    taken,
                    given.isClosed().test(room, at),
                    isFree && at.isAfter(given.now()) ? plan(room, at, given) : null));
            while (nth < last) {
                nth++;
                fields.add(new Field(0, room.id(), List.of(), List.of(), null, false, null));
            }
        }
        return fields;
    }

    private static String plan(Room room, Instant at, Given given) {
        var reader = given.reader();
        return reader.words()
                .say(
                        "deskPlanHere",
                        reader.read(room.name()).text() + ", " + reader.times().clock(at.atZone(given.zone())));
    }

    /** By which other space that shares walls with it the room is taken in that row. */
    private static @Nullable String taken(Room room, List<Taking> takings, Instant at, Given given) {
        return given.rooms().stream()
                .filter(other -> !other.id().equals(room.id()) && other.overlaps(room))
                .filter(other -> takings.stream()
                        .anyMatch(taking -> other.id().equals(taking.space()) && taking.touches(at, at.plus(ROW))))
                .findFirst()
                .map(other -> given.reader().read(other.name()).text())
                .orElse(null);
    }
}
