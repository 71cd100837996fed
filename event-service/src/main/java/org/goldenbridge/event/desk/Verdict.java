package org.goldenbridge.event.desk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.schedule.Clash;
import org.goldenbridge.event.schedule.FreeTime;
import org.goldenbridge.event.schedule.Obstacle;
import org.goldenbridge.event.schedule.SessionChecks;
import org.goldenbridge.platform.problem.Refusal;

/**
 * What would come of a session at its time and place, in words, and what could be had instead.
 *
 * @param fits what is said when nothing stands against it; empty when something does
 * @param against what stands against it
 * @param times the next that are free
 * @param spaces others that are free then
 */
public record Verdict(String fits, List<Refusals.No> against, List<Instead> times, List<Instead> spaces) {
    static final Verdict NONE = new Verdict("", List.of(), List.of(), List.of());

    /**
     * Something that can be had instead.
     *
     * @param value that a form sends to take it
     */
    public record Instead(String label, String value) {}

    /** What is wrong with the question itself. */
    static Verdict of(Refusal refusal, Reader reader) {
        return new Verdict("", List.of(Refusals.words(refusal, reader)), List.of(), List.of());
    }

    /** @param zone of the place, in whose wall time it is spoken of */
    static Verdict of(SessionChecks.Foreseen foreseen, ZoneId zone, Reader reader) {
        var against = new ArrayList<Refusals.No>();
        for (var problem : foreseen.against()) {
            against.add(Refusals.words(problem.code(), problem.detail(), reader));
        }
        for (var obstacle : foreseen.obstacles()) {
            against.addAll(inWords(obstacle, zone, reader));
        }
        return new Verdict(
                foreseen.fits() ? reader.words().count("deskFits", foreseen.capacity()) : "",
                against,
                foreseen.freeTimes().stream().map(time -> instead(time, reader)).toList(),
                foreseen.otherSpaces().stream()
                        .map(space -> new Instead(
                                reader.read(space.name()).text() + " · " + space.capacity(), "space:" + space.id()))
                        .toList());
    }

    private static List<Refusals.No> inWords(Obstacle obstacle, ZoneId zone, Reader reader) {
        var words = reader.words();
        var said = new ArrayList<Refusals.No>();
        for (var clash : obstacle.clashes()) {
            var has = inWords(clash, zone, reader);
            said.add(new Refusals.No(
                    obstacle.teacher() == null ? has : words.say("deskTeaches", obstacle.teacher(), has), null));
        }
        for (var shortage : obstacle.shortages()) {
            said.add(new Refusals.No(
                    words.say(
                            "deskTooLittle",
                            reader.read(shortage.name()).text(),
                            Math.max(0, shortage.free()),
                            shortage.wanted()),
                    null));
        }
        return said;
    }

    /** What has a space then, from when to when, and who planned it. */
    static String inWords(Clash clash, ZoneId zone, Reader reader) {
        var start = clash.startsAt().atZone(zone);
        var end = clash.endsAt().atZone(zone);
        return reader.words()
                .say(
                        clash.title() == null ? "deskBlockHas" : "deskHas",
                        name(clash, reader),
                        at(start, reader),
                        start.toLocalDate().equals(end.toLocalDate())
                                ? reader.times().clock(end)
                                : at(end, reader),
                        clash.plannedBy());
    }

    private static String name(Clash clash, Reader reader) {
        return clash.title() == null
                ? String.valueOf(clash.reason())
                : reader.read(clash.title()).text();
    }

    private static String at(ZonedDateTime time, Reader reader) {
        return reader.times().shortDayOfYear(time.toLocalDate()) + " "
                + reader.times().clock(time);
    }

    private static Instead instead(FreeTime time, Reader reader) {
        var start = time.localStartsAt();
        var end = time.localEndsAt();
        return new Instead(
                day(start.toLocalDate(), reader) + " " + clock(start, reader) + "–" + clock(end, reader),
                wall(start) + "/" + wall(end));
    }

    private static String day(LocalDate day, Reader reader) {
        return reader.times().weekday(day.getDayOfWeek()) + " " + reader.times().shortDayOfYear(day);
    }

    private static String clock(OffsetDateTime time, Reader reader) {
        return reader.times().clock(time.toZonedDateTime());
    }

    private static String wall(OffsetDateTime time) {
        return time.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
