package org.goldenbridge.event.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
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
    public record Column(Reader.Text name, int capacity) {}

    /** A row; a field that a session above it takes is not there. */
    public record Line(String time, boolean isHour, boolean isNow, List<Field> fields) {}

    /**
     * A field of the table.
     *
     * @param rows how many rows it takes
     * @param taken by what another space has that shares walls with this one; null when it has not
     */
    public record Field(
            int rows, List<Card> cards, @Nullable String taken, boolean isClosed) {}

    /**
     * @param slots all that happens in the day
     * @param isClosed whether the space is closed from that row to the next
     */
    static DayGrid of(
            LocalDate day,
            List<Room> rooms,
            List<Slot> slots,
            BiPredicate<Room, Instant> isClosed,
            ZoneId zone,
            Reader reader,
            Instant now) {
        var standing = slots.stream().filter(slot -> !slot.isCancelled()).toList();
        var rows = rows(day, standing, zone);
        var columns = rooms.stream()
                .map(room -> column(room, rooms, rows, standing, isClosed, reader))
                .toList();
        var lines = new ArrayList<Line>();
        for (var nth = 0; nth < rows.size(); nth++) {
            var row = nth;
            var at = rows.get(nth);
            lines.add(new Line(
                    reader.times().clock(at.atZone(zone)),
                    at.atZone(zone).getMinute() == 0,
                    !at.isAfter(now) && at.plus(ROW).isAfter(now),
                    columns.stream()
                            .map(column -> column.get(row))
                            .filter(field -> field.rows() > 0)
                            .toList()));
        }
        return new DayGrid(
                reader.times().dayOfYear(day),
                rooms.stream()
                        .map(room -> new Column(reader.read(room.name()), room.capacity()))
                        .toList(),
                lines,
                standing.stream()
                        .filter(slot -> slot.space() == null)
                        .map(slot -> Card.of(slot, reader))
                        .toList(),
                day.minusDays(1).toString(),
                day.plusDays(1).toString());
    }

    /** From when people usually come until they leave, or from the first to the last that happens. */
    private static List<Instant> rows(LocalDate day, List<Slot> slots, ZoneId zone) {
        var midnight = day.atStartOfDay(zone).toInstant();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        var first = day.atTime(FIRST_HOUR, 0).atZone(zone).toInstant();
        var last = day.atTime(LAST_HOUR, 0).atZone(zone).toInstant();
        for (var slot : slots) {
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

    private static List<Field> column(
            Room room,
            List<Room> rooms,
            List<Instant> rows,
            List<Slot> slots,
            BiPredicate<Room, Instant> isClosed,
            Reader reader) {
        var fields = new ArrayList<Field>();
        for (var nth = 0; nth < rows.size(); nth++) {
            var at = rows.get(nth);
            var last = nth;
            var cards = new ArrayList<Card>();
            var end = at.plus(ROW);
            for (var slot : slots) { // in their order: one that begins before the field ends makes it longer
                var isNew =
                        slot.claimsFrom().isBefore(end) && slot.claimsUntil().isAfter(at);
                if (room.id().equals(slot.space()) && isNew) {
                    cards.add(Card.of(slot, reader));
                    while (last + 1 < rows.size() && rows.get(last + 1).isBefore(slot.claimsUntil())) {
                        last++;
                    }
                    end = rows.get(last).plus(ROW);
                }
            }
            fields.add(
                    new Field(last - nth + 1, cards, taken(room, rooms, slots, at, reader), isClosed.test(room, at)));
            while (nth < last) {
                nth++;
                fields.add(new Field(0, List.of(), null, false));
            }
        }
        return fields;
    }

    /** By which other space that shares walls with it the room is taken in that row. */
    private static @Nullable String taken(Room room, List<Room> rooms, List<Slot> slots, Instant at, Reader reader) {
        return rooms.stream()
                .filter(other -> !other.id().equals(room.id()) && other.overlaps(room))
                .filter(other -> slots.stream()
                        .anyMatch(slot -> other.id().equals(slot.space())
                                && slot.claimsFrom().isBefore(at.plus(ROW))
                                && slot.claimsUntil().isAfter(at)))
                .findFirst()
                .map(other -> reader.read(other.name()).text())
                .orElse(null);
    }
}
