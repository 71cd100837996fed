package org.goldenbridge.event.desk.planning;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.schedule.Clash;
import org.goldenbridge.event.schedule.SeriesEffect;
import org.goldenbridge.event.schedule.SeriesStep;
import org.goldenbridge.event.series.SeriesForesight;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a series: each occurrence, and what stands against it.
 *
 * @param many how many sessions, in words
 * @param reached how many bookings, in words; null when none
 */
public record Coming(
        List<Line> lines, String many, @Nullable String reached, boolean isPossible, Said said) {
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    /**
     * An occurrence.
     *
     * @param wall its wall time, by which a form names it
     * @param isOut whether it is left out
     * @param isNo whether something stands against it
     * @param action what becomes of it, in words; null in a new series
     * @param why what stands against it, in words
     * @param detail of that, in English; null otherwise
     */
    public record Line(
            String wall,
            String when,
            boolean isOut,
            boolean isNo,
            @Nullable String action,
            List<String> why,
            @Nullable String detail) {}

    /** Nothing comes of it yet, for that reason. */
    static Coming not(Refusal refusal, Reader reader) {
        var said = Said.no(refusal, reader);
        var detail = refusal.code().equals("invalid-rule") ? refusal.getMessage() : said.detail();
        return new Coming(List.of(), "", null, false, new Said(said.words(), true, detail));
    }

    /** Nothing comes of it yet, for what is wrong with the form. */
    static Coming faulty(Sheet sheet, Reader reader) {
        var faults = sheet.faulty().stream()
                .map(field -> SeriesForm.label(field, reader.words()) + ": " + sheet.fault(field))
                .collect(Collectors.joining(" "));
        return new Coming(List.of(), "", null, false, new Said(faults, true, null));
    }

    /**
     * @param isNew whether nothing of it is there yet
     */
    static Coming of(SeriesForesight foresight, boolean isNew, Reader reader) {
        var words = reader.words();
        var lines = new ArrayList<Line>();
        for (var effect : foresight.effects()) {
            lines.add(line(effect, foresight, isNew, reader));
        }
        if (isNew) {
            foresight.leftOut().forEach(wall -> lines.add(out(wall, reader)));
        }
        lines.sort(Comparator.comparing(Line::wall));
        var said = new Said(
                words.say(foresight.isPossible() ? "deskPreviewFree" : "deskPreviewNot"),
                !foresight.isPossible(),
                null);
        return new Coming(
                lines,
                words.count("deskOccurrences", foresight.effects().size()),
                foresight.bookings() == 0 ? null : words.count("deskBookingsReached", foresight.bookings()),
                foresight.isPossible(),
                said);
    }

    private static Line line(SeriesEffect effect, SeriesForesight foresight, boolean isNew, Reader reader) {
        var words = reader.words();
        var step = effect.step();
        var why = new ArrayList<String>();
        effect.clashes().forEach(clash -> why.add(clash(clash, reader)));
        for (var shortage : effect.shortages()) {
            why.add(words.say(
                    "deskTooLittle",
                    reader.read(shortage.name()).text(),
                    Math.max(0, shortage.free()),
                    shortage.wanted()));
        }
        if (effect.closed() != null) {
            why.add(words.say("deskClosedThen"));
        }
        if (effect.overbooked() != null) {
            why.add(words.say("deskTooManyBooked", String.valueOf(effect.overbooked())));
        }
        var shown = step.action() == SeriesStep.Action.CANCELLED ? step.start() : local(effect, foresight);
        return new Line(
                WALL.format(step.start()),
                When.at(shown, reader),
                step.action() == SeriesStep.Action.CANCELLED,
                !effect.obstacles().isEmpty() || effect.closed() != null || effect.overbooked() != null,
                isNew ? null : action(effect, shown, foresight, reader),
                why,
                effect.closed());
    }

    /** What becomes of it; of one that is moved to another time, from when to when. */
    private static String action(SeriesEffect effect, LocalDateTime shown, SeriesForesight foresight, Reader reader) {
        var action = reader.words().word("deskAction", effect.step().action());
        var was = effect.step().wasFrom();
        var before = was == null ? shown : was.atZone(foresight.zone()).toLocalDateTime();
        return before.equals(shown)
                ? action
                : action + ": " + isolated(When.at(before, reader)) + " → " + isolated(When.at(shown, reader));
    }

    /** When it really begins there: in the night in which clocks leap that is not its wall time. */
    private static LocalDateTime local(SeriesEffect effect, SeriesForesight foresight) {
        return effect.step().startsAt().atZone(foresight.zone()).toLocalDateTime();
    }

    private static Line out(LocalDateTime wall, Reader reader) {
        return new Line(WALL.format(wall), When.at(wall, reader), true, false, null, List.of(), null);
    }

    private static String clash(Clash clash, Reader reader) {
        var title = clash.title();
        var name = title == null
                ? String.valueOf(clash.reason())
                : reader.read(title).text();
        return reader.words().say("deskTakenBy", isolated(name), isolated(clash.plannedBy()));
    }

    /** What somebody typed, so that its turning marks turn nothing beside it (Unicode, FSI and PDI). */
    private static String isolated(String text) {
        return "\u2068" + text + "\u2069";
    }
}
