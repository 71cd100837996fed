package org.goldenbridge.event.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.goldenbridge.event.page.Reader;

/**
 * A week by space: spaces are rows, days are columns, and each field has what is on there that day. It is a table that also
 * prints.
 *
 * @param title from when to when
 * @param earlier the week before, as a day of it
 * @param later the week after
 */
public record Days(String title, List<Day> days, List<Row> rows, String earlier, String later) {
    private static final int DAYS = 7;

    /** A column. */
    public record Day(LocalDate date, String weekday, String label, boolean isToday) {}

    /** A row; of what is elsewhere than in a space of the house there is one for all. */
    public record Row(Reader.Text space, List<List<Card>> days) {}

    static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    static Instant beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * @param monday the first day
     * @param slots all that happens in the week
     */
    static Days of(
            LocalDate monday, List<Room> rooms, List<Slot> slots, Workplace workplace, Reader reader, Instant now) {
        var zone = workplace.zone();
        var today = now.atZone(zone).toLocalDate();
        var dates = IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
        var rows = new ArrayList<Row>();
        for (var room : rooms) {
            rows.add(new Row(
                    reader.read(room.name()),
                    fields(
                            dates,
                            slots.stream()
                                    .filter(slot -> room.id().equals(slot.space()))
                                    .toList(),
                            zone,
                            reader)));
        }
        var elsewhere = slots.stream().filter(slot -> slot.space() == null).toList();
        if (!elsewhere.isEmpty()) {
            rows.add(new Row(
                    new Reader.Text(reader.words().say("deskElsewhere"), null, null),
                    fields(dates, elsewhere, zone, reader)));
        }
        return new Days(
                reader.times().days(monday, monday.plusDays(DAYS - 1L)),
                dates.stream()
                        .map(date -> new Day(
                                date,
                                reader.times().weekday(date.getDayOfWeek()),
                                reader.times().day(date),
                                date.equals(today)))
                        .toList(),
                rows,
                monday.minusDays(DAYS).toString(),
                monday.plusDays(DAYS).toString());
    }

    private static List<List<Card>> fields(List<LocalDate> dates, List<Slot> slots, ZoneId zone, Reader reader) {
        return dates.stream()
                .map(date -> slots.stream()
                        .filter(slot -> slot.startsAt().isBefore(beginning(date.plusDays(1), zone))
                                && slot.endsAt().isAfter(beginning(date, zone)))
                        .map(slot -> Card.of(slot, reader))
                        .toList())
                .toList();
    }
}
