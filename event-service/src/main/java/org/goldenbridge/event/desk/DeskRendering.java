package org.goldenbridge.event.desk;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiPredicate;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.page.Reader;

/** Writes the pages of the desk: each is a function of the workplace, who reads, what there is, and the time. */
@Singleton
class DeskRendering {
    private static final Duration ROW = Duration.ofMinutes(30);

    private final DeskReader desk;
    private final Frame frame;
    private final Template today;
    private final Template week;
    private final Template day;

    DeskRendering(
            DeskReader desk,
            Frame frame,
            @Location("desk/today.html") Template today,
            @Location("desk/week.html") Template week,
            @Location("desk/day.html") Template day) {
        this.desk = desk;
        this.frame = frame;
        this.today = today;
        this.week = week;
        this.day = day;
    }

    /** What is on, who is expected, what needs a hand. */
    String today(Workplace workplace, Reader reader, Instant now) {
        var zone = workplace.zone();
        var date = now.atZone(zone).toLocalDate();
        var centre = workplace.centre().id();
        var slots = desk.slots(centre, Days.beginning(date, zone), Days.beginning(date.plusDays(1), zone));
        var page = Today.of(desk.needs(centre, now), desk.rooms(centre), slots, workplace, reader, now);
        return frame.around(today, reader.words().say("today"), "/desk", workplace, reader, now)
                .data("page", page)
                .data("date", reader.times().dayOfYear(date))
                .render();
    }

    /** Spaces and the days of a week. */
    String week(LocalDate of, Workplace workplace, Reader reader, Instant now) {
        var zone = workplace.zone();
        var monday = Days.monday(of);
        var centre = workplace.centre().id();
        var slots = desk.slots(centre, Days.beginning(monday, zone), Days.beginning(monday.plusDays(7), zone));
        var page = Days.of(monday, desk.rooms(centre), slots, workplace, reader, now);
        return frame.around(week, page.title(), "/desk/week?day=" + of, workplace, reader, now)
                .data("page", page)
                .render();
    }

    /** Half-hours and the spaces of a day. */
    String day(LocalDate date, Workplace workplace, Reader reader, Instant now) {
        var zone = workplace.zone();
        var centre = workplace.centre().id();
        var slots = desk.slots(centre, Days.beginning(date, zone), Days.beginning(date.plusDays(1), zone));
        var page = DayGrid.of(date, desk.rooms(centre), slots, closed(centre), zone, reader, now);
        return frame.around(day, page.title(), "/desk/day?day=" + date, workplace, reader, now)
                .data("page", page)
                .render();
    }

    private static BiPredicate<Room, Instant> closed(String centre) {
        Centre hours = Centre.findById(centre);
        return (room, at) -> hours.whyClosed(room.id(), at, at.plus(ROW)).isPresent();
    }
}
