package org.goldenbridge.event.desk.planning;

import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a series is planned.
 *
 * @param key under which it is planned, once
 * @param course of which its sessions are lessons; empty otherwise
 * @param coming what would come of it; null before anything was asked
 */
public record SeriesSheet(
        UUID event,
        Reader.Text title,
        String key,
        String course,
        boolean isManager,
        Sheet sheet,
        Said said,
        List<Pick> units,
        List<Pick> weekdays,
        List<Pick> spaces,
        @Nullable Coming coming) {
    static SeriesSheet of(
            UUID event,
            Reader.Text title,
            String key,
            boolean isManager,
            Sheet sheet,
            Said said,
            List<PlanningReader.Hall> halls,
            @Nullable Coming coming,
            Reader reader) {
        return new SeriesSheet(
                event,
                title,
                key,
                sheet.value("courseId"),
                isManager,
                sheet,
                said,
                SeriesForm.UNITS.stream()
                        .map(unit -> new Pick(
                                unit, reader.words().say("deskUnit." + unit), unit.equals(sheet.value("unit"))))
                        .toList(),
                IntStream.rangeClosed(1, 7)
                        .mapToObj(nth -> new Pick(
                                SeriesForm.DAYS.get(nth - 1),
                                reader.times().weekday(DayOfWeek.of(nth)),
                                sheet.has("weekday", SeriesForm.DAYS.get(nth - 1))))
                        .toList(),
                spaces(halls, sheet, reader),
                coming);
    }

    static List<Pick> spaces(List<PlanningReader.Hall> halls, Sheet sheet, Reader reader) {
        return halls.stream()
                .map(hall -> new Pick(
                        hall.id().toString(),
                        reader.read(hall.name()).text() + " · " + hall.capacity(),
                        hall.id().toString().equals(sheet.value("spaceId"))))
                .toList();
    }
}
