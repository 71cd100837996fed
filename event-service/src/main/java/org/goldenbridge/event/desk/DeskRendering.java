package org.goldenbridge.event.desk;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.goldenbridge.event.calllist.CallList;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.event.centre.CentreHours;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Writes the pages of the desk: each is a function of the workplace, who reads, what there is, and the time. */
@Singleton
class DeskRendering {
    private static final int WEEK = 7;

    private final DeskReader desk;
    private final CallList callList;
    private final Caller caller;
    private final Telling telling;
    private final Frame frame;
    private final Template today;
    private final Template calls;
    private final Template week;
    private final Template day;
    private final Template help;

    DeskRendering(
            DeskReader desk,
            CallList callList,
            Caller caller,
            Telling telling,
            Frame frame,
            @Location("desk/today.html") Template today,
            @Location("desk/calls.html") Template calls,
            @Location("desk/week.html") Template week,
            @Location("desk/day.html") Template day,
            @Location("desk/helppage.html") Template help) {
        this.desk = desk;
        this.callList = callList;
        this.caller = caller;
        this.telling = telling;
        this.frame = frame;
        this.today = today;
        this.calls = calls;
        this.week = week;
        this.day = day;
        this.help = help;
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
                .data("calls", calls(workplace, reader, now))
                .data("said", null)
                .data("undo", null)
                .data("date", reader.times().dayOfYear(date))
                .render();
    }

    /**
     * The call list by itself.
     *
     * @param said what was done to it last
     * @param undo the call whose mark can be taken back; null for none
     */
    String calls(Workplace workplace, String said, @Nullable Long undo, Reader reader, Instant now) {
        return calls.data("calls", calls(workplace, reader, now))
                .data("said", said)
                .data("undo", undo)
                .data("w", reader.words())
                .data("lang", reader.language())
                .render();
    }

    private List<CallGroup> calls(Workplace workplace, Reader reader, Instant now) {
        return workplace.isOwn()
                ? CallGroup.grouped(callList.at(workplace.centre().id(), now), caller.subject(), reader)
                : List.of();
    }

    /** Spaces and the days of a week. */
    String week(LocalDate of, Workplace workplace, Sieve sieve, Done done, Reader reader, Instant now) {
        var page = Days.of(given(Days.monday(of), WEEK, workplace, sieve, reader, now));
        return board(week, page.title(), "/desk/week?day=" + of, workplace, sieve, done, reader, now)
                .data("page", page)
                .data("shown", of)
                .render();
    }

    /** Half-hours and the spaces of a day. */
    String day(LocalDate date, Workplace workplace, Sieve sieve, Done done, Reader reader, Instant now) {
        var page = DayGrid.of(given(date, 1, workplace, sieve, reader, now));
        return board(day, page.title(), "/desk/day?day=" + date, workplace, sieve, done, reader, now)
                .data("page", page)
                .data("shown", date)
                .render();
    }

    /** How the desk is used. */
    String help(Workplace workplace, Reader reader, Instant now) {
        return frame.around(help, reader.words().say("deskHelp"), "/desk/help", workplace, reader, now)
                .render();
    }

    private DayGrid.Given given(LocalDate day, int days, Workplace workplace, Sieve sieve, Reader reader, Instant now) {
        var zone = workplace.zone();
        var centre = workplace.centre().id();
        var from = Days.beginning(day, zone);
        var to = Days.beginning(day.plusDays(days), zone);
        var dims = sieve.dims(desk);
        return new DayGrid.Given(
                day,
                desk.rooms(centre),
                desk.slots(centre, from, to),
                workplace.isOwn() ? desk.blocks(centre, from, to) : List.of(),
                desk.closings(centre, from, to),
                opening(centre),
                (slot, date) -> BoardCard.of(slot, Card.of(slot, reader, dims.test(slot)), date, reader),
                zone,
                reader,
                now);
    }

    private TemplateInstance board(
            Template template,
            String title,
            String path,
            Workplace workplace,
            Sieve sieve,
            Done done,
            Reader reader,
            Instant now) {
        return frame.around(template, title, path, workplace, reader, now)
                .data("here", sieve.with(path + "&centre=" + workplace.centre().id()))
                .data("sieve", sieve.shown(desk, workplace, reader))
                .data("told", telling.told(done, workplace, reader));
    }

    private static DayGrid.Opening opening(String centre) {
        var hours = CentreHours.of(Centre.<Centre>findById(centre));
        return (room, from, until) -> hours.isOpen(room.id(), from, until);
    }
}
