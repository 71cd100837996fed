package org.goldenbridge.event.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

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
    public record Row(@Nullable UUID id, Reader.Text space, List<Field> days) {}

    /**
     * What is on in a space on a day.
     *
     * @param plan what is said of planning there; null where it is too late
     */
    public record Field(
            LocalDate date,
            List<Card> cards,
            List<DayGrid.BlockCard> blocks,
            @Nullable String plan) {}

    static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    static Instant beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * @param given of which the day is the Monday
     */
    static Days of(DayGrid.Given given) {
        var monday = given.day();
        var reader = given.reader();
        var today = given.now().atZone(given.zone()).toLocalDate();
        var dates = IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
        var rows = new ArrayList<Row>();
        for (var room : given.rooms()) {
            rows.add(new Row(
                    room.id(),
                    reader.read(room.name()),
                    dates.stream().map(date -> field(room, date, today, given)).toList()));
        }
        var elsewhere =
                given.slots().stream().filter(slot -> slot.space() == null).toList();
        if (!elsewhere.isEmpty()) {
            rows.add(new Row(
                    null,
                    new Reader.Text(reader.words().say("deskElsewhere"), null, null),
                    dates.stream()
                            .map(date -> new Field(date, cards(date, elsewhere, given), List.of(), null))
                            .toList()));
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

    private static Field field(Room room, LocalDate date, LocalDate today, DayGrid.Given given) {
        var reader = given.reader();
        var here = given.slots().stream()
                .filter(slot -> room.id().equals(slot.space()))
                .toList();
        return new Field(
                date,
                cards(date, here, given),
                given.blocks().stream()
                        .filter(block -> room.id().equals(block.space())
                                && isOn(date, block.startsAt(), block.endsAt(), given.zone()))
                        .map(block -> DayGrid.BlockCard.of(block, reader))
                        .toList(),
                date.isBefore(today)
                        ? null
                        : reader.words()
                                .say(
                                        "deskPlanHere",
                                        reader.read(room.name()).text() + ", "
                                                + reader.times().day(date)));
    }

    private static List<Card> cards(LocalDate date, List<Slot> slots, DayGrid.Given given) {
        return slots.stream()
                .filter(slot -> isOn(date, slot.startsAt(), slot.endsAt(), given.zone()))
                .map(given.cards())
                .toList();
    }

    private static boolean isOn(LocalDate date, Instant from, Instant until, ZoneId zone) {
        return from.isBefore(beginning(date.plusDays(1), zone)) && until.isAfter(beginning(date, zone));
    }
}
