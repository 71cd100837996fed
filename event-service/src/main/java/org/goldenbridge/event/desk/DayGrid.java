package org.goldenbridge.event.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A day by space: half-hours are rows of one height, spaces are columns. What has a space stands at its minutes, its set-up and
 * clearing included, whatever the rows are.
 *
 * @param elsewhere what happens at venues and online, which take no space
 */
public record DayGrid(
        String title,
        LocalDate date,
        List<Column> columns,
        List<Line> lines,
        List<BoardCard> elsewhere,
        String earlier,
        String later) {
    private static final int ROW = 30;

    /** A space. */
    public record Column(UUID space, Reader.Text name, int capacity) {}

    /**
     * A row.
     *
     * @param now where in it the line of now is, as classes; null where it is not in this row
     */
    public record Line(
            String time,
            LocalDateTime at,
            boolean isHour,
            @Nullable String now,
            List<Cell> cells) {}

    /** What begins in a row of a space; it may end further below. */
    public record Cell(UUID space, List<BoardColumn.Box> boxes, List<BoardColumn.Gap> gaps) {}

    /** A block, in the words of who reads. */
    public record BlockCard(UUID id, String reason, String by, String when) {
        static BlockCard of(Blocked block, LocalDate day, Reader reader) {
            return new BlockCard(
                    block.id(),
                    block.reason(),
                    block.blockedBy(),
                    BoardCard.when(block.startsAt(), block.endsAt(), block.zone(), day, reader));
        }
    }

    /** Whether a space receives the public without a break. */
    interface Opening {
        boolean isOpen(Room room, Instant from, Instant until);
    }

    /**
     * What is laid out.
     *
     * @param slots all that happens in that time
     * @param blocks all that is blocked in it
     * @param closings when its spaces are closed beyond the weekly hours
     * @param cards how a session is shown on a day
     */
    record Given(
            LocalDate day,
            List<Room> rooms,
            List<Slot> slots,
            List<Blocked> blocks,
            List<Closing> closings,
            Opening opening,
            BiFunction<Slot, LocalDate, BoardCard> cards,
            ZoneId zone,
            Reader reader,
            Instant now) {

        boolean isOpen(Room room, Instant from, Instant until) {
            return opening.isOpen(room, from, until);
        }
    }

    static DayGrid of(Given given) {
        var zone = given.zone();
        var day = given.day();
        var reader = given.reader();
        var takings = BoardColumn.takings(given, false);
        var window = BoardHours.of(List.of(day), takings, zone).on(day, zone);
        var columns = given.rooms().stream()
                .map(room -> BoardColumn.of(room, window, takings, given))
                .toList();
        var lines = new ArrayList<Line>();
        for (var top = 0; top < window.length(); top += ROW) {
            var at = window.from().plus(Duration.ofMinutes(top));
            var wall = at.atZone(zone);
            lines.add(new Line(
                    reader.times().clock(wall),
                    wall.toLocalDateTime(),
                    wall.getMinute() == 0,
                    now(at, given.now()),
                    cells(given.rooms(), columns, top)));
        }
        return new DayGrid(
                reader.times().dayOfYear(day),
                day,
                given.rooms().stream()
                        .map(room -> new Column(room.id(), reader.read(room.name()), room.capacity()))
                        .toList(),
                lines,
                given.slots().stream()
                        .filter(slot -> slot.space() == null && !slot.isCancelled())
                        .map(slot -> given.cards().apply(slot, day))
                        .toList(),
                day.minusDays(1).toString(),
                day.plusDays(1).toString());
    }

    private static @Nullable String now(Instant row, Instant now) {
        var minutes = Minutes.minutes(row, now);
        return now.isBefore(row) || minutes >= ROW ? null : new Minutes(minutes, 1).css();
    }

    private static List<Cell> cells(List<Room> rooms, List<BoardColumn> columns, int top) {
        var cells = new ArrayList<Cell>();
        for (var nth = 0; nth < rooms.size(); nth++) {
            cells.add(new Cell(
                    rooms.get(nth).id(),
                    columns.get(nth).boxes().stream()
                            .filter(box -> isIn(box.at(), top))
                            .map(box -> box.below(top))
                            .toList(),
                    columns.get(nth).gaps().stream()
                            .filter(gap -> isIn(gap.at(), top))
                            .map(gap -> gap.below(top))
                            .toList()));
        }
        return cells;
    }

    private static boolean isIn(Minutes at, int top) {
        return at.from() >= top && at.from() < top + ROW;
    }
}
