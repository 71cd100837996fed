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
 * A week by space: spaces are rows, days are columns, and in each field what is on there that day stands at its minutes, at one
 * scale for all. It is a table that also prints.
 *
 * @param title from when to when
 * @param height of each field, as classes
 * @param hours the full hours beside each space
 * @param earlier the week before, as a day of it
 * @param later the week after
 */
public record Days(
        String title,
        LocalDate date,
        List<Day> days,
        List<Row> rows,
        String height,
        List<Hour> hours,
        String earlier,
        String later) {
    private static final int DAYS = 7;
    private static final int HOUR = 60;
    private static final int HOURS_APART = 3;

    /** A column. */
    public record Day(LocalDate date, String weekday, String label, boolean isToday) {}

    /** An hour beside a row; classes of its place, and its name. */
    public record Hour(String css, String label) {}

    /** A row; of what is elsewhere than in a space of the house there is one for all. */
    public record Row(@Nullable UUID id, Reader.Text space, List<Field> days) {}

    /**
     * What is on in a space on a day.
     *
     * @param loose what stands at no minutes, because it has no space
     * @param now where the line of now is, as classes; null on other days
     * @param plan what is said of planning there; null where it is too late
     */
    public record Field(
            LocalDate date,
            List<BoardColumn.Box> boxes,
            List<BoardCard> loose,
            @Nullable String now,
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
        var zone = given.zone();
        var today = given.now().atZone(zone).toLocalDate();
        var dates = IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
        var takings = BoardColumn.takings(given, true);
        var hours = BoardHours.of(dates, takings, zone);
        var rows = new ArrayList<Row>();
        for (var room : given.rooms()) {
            rows.add(new Row(
                    room.id(),
                    reader.read(room.name()),
                    dates.stream()
                            .map(date -> field(room, hours.on(date, zone), today, takings, given))
                            .toList()));
        }
        var elsewhere =
                given.slots().stream().filter(slot -> slot.space() == null).toList();
        if (!elsewhere.isEmpty()) {
            rows.add(new Row(
                    null,
                    new Reader.Text(reader.words().say("deskElsewhere"), null, null),
                    dates.stream()
                            .map(date -> new Field(date, List.of(), loose(date, elsewhere, given), null, null))
                            .toList()));
        }
        return new Days(
                reader.times().days(monday, monday.plusDays(DAYS - 1L)),
                monday,
                dates.stream()
                        .map(date -> new Day(
                                date,
                                reader.times().weekday(date.getDayOfWeek()),
                                reader.times().day(date, today),
                                date.equals(today)))
                        .toList(),
                rows,
                Minutes.height(hours.last() - hours.first()),
                hours(hours),
                monday.minusDays(DAYS).toString(),
                monday.plusDays(DAYS).toString());
    }

    private static List<Hour> hours(BoardHours of) {
        var found = new ArrayList<Hour>();
        for (var minute = (of.first() + HOUR - 1) / HOUR * HOUR; minute < of.last(); minute += HOURS_APART * HOUR) {
            found.add(new Hour(
                    new Minutes(minute - of.first(), HOUR).css(),
                    (minute < 10 * HOUR ? "0" : "") + minute / HOUR + ":00"));
        }
        return found;
    }

    private static Field field(
            Room room,
            BoardColumn.Window window,
            LocalDate today,
            List<BoardColumn.Taking> takings,
            DayGrid.Given given) {
        var reader = given.reader();
        var now = given.now();
        var isNow = !now.isBefore(window.from()) && now.isBefore(window.until());
        return new Field(
                window.day(),
                BoardColumn.of(room, window, takings, given).boxes(),
                List.of(),
                isNow ? window.of(now, now).css() : null,
                window.day().isBefore(today)
                        ? null
                        : reader.words()
                                .say(
                                        "deskPlanHere",
                                        reader.read(room.name()).text() + ", "
                                                + reader.times().day(window.day(), today)));
    }

    private static List<BoardCard> loose(LocalDate date, List<Slot> slots, DayGrid.Given given) {
        return slots.stream()
                .filter(slot -> isOn(date, slot.startsAt(), slot.endsAt(), given.zone()))
                .map(slot -> given.cards().apply(slot, date))
                .toList();
    }

    private static boolean isOn(LocalDate date, Instant from, Instant until, ZoneId zone) {
        return from.isBefore(beginning(date.plusDays(1), zone)) && until.isAfter(beginning(date, zone));
    }
}
