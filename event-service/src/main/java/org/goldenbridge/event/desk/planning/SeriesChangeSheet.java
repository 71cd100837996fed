package org.goldenbridge.event.desk.planning;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.series.PlannedSeries;
import org.jspecify.annotations.Nullable;

/**
 * The page of a series: how it is, what would come of a change, and its dates.
 *
 * @param key empty: what would come of a change is shown, and no occurrence of it can be clicked
 * @param question how many people a cancellation tells, once it was asked for; null otherwise
 */
public record SeriesChangeSheet(
        UUID id,
        UUID event,
        Reader.Text title,
        String key,
        String version,
        boolean isCancelled,
        boolean isManager,
        String rule,
        String startsOn,
        long minutes,
        @Nullable UUID course,
        Sheet sheet,
        Said said,
        List<Pick> froms,
        List<Pick> spaces,
        List<Planned.Date> dates,
        @Nullable Coming coming,
        @Nullable String question,
        List<Tongues.Tongue> tongues,
        List<Tongues.Choice> others) {
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    /** What a page asks and says beside how the series is. */
    record Talk(
            Sheet sheet,
            Said said,
            @Nullable Coming coming,
            @Nullable String question) {}

    static SeriesChangeSheet of(
            PlannedSeries series,
            Reader.Text title,
            boolean isManager,
            Talk talk,
            List<PlanningReader.Hall> halls,
            List<Planned.Date> dates,
            List<Tongues.Tongue> tongues,
            Reader reader,
            Instant now) {
        var sheet = talk.sheet();
        return new SeriesChangeSheet(
                series.id(),
                series.event(),
                title,
                "",
                String.valueOf(series.version()),
                series.isCancelled(),
                isManager,
                RuleWords.of(series.rule(), reader),
                When.at(series.startsOn(), reader),
                series.lasts().toMinutes(),
                series.course(),
                sheet,
                talk.said(),
                series.ahead(now).stream()
                        .map(session -> new Pick(
                                WALL.format(session.start()),
                                When.at(session.start(), reader),
                                WALL.format(session.start()).equals(sheet.value("from"))))
                        .toList(),
                Pick.orNone(reader.words().say("deskSame"), SeriesSheet.spaces(halls, sheet, reader)),
                dates,
                talk.coming(),
                talk.question(),
                tongues,
                Tongues.others(tongues, reader));
    }
}
