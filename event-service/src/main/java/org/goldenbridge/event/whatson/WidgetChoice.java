package org.goldenbridge.event.whatson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.CentreCard;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.publicschedule.ScheduleQuestion;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a partner shows within a page of theirs. What cannot be understood is left out: their visitors have not written it.
 *
 * @param entries how many dates at most
 * @param theme {@code light}, or {@code system} where the page around follows the reader's system too
 */
record WidgetChoice(
        Optional<CentreCard> centre,
        List<EventKind> kinds,
        @Nullable UUID programme,
        int entries,
        String theme) {
    private static final int USUAL = 8;
    private static final int MOST = 50;

    static WidgetChoice of(
            Optional<CentreCard> centre,
            @Nullable String kind,
            @Nullable UUID programme,
            @Nullable String entries,
            @Nullable String theme) {
        var asked = Arrays.asList((kind == null ? "" : kind).split(",", -1));
        return new WidgetChoice(
                centre,
                Arrays.stream(EventKind.values())
                        .filter(one -> asked.contains(Words.of(one)))
                        .toList(),
                programme,
                entries == null || !entries.matches("[1-9]\\d?") ? USUAL : Math.min(Integer.parseInt(entries), MOST),
                "system".equals(theme) ? "system" : "light");
    }

    ScheduleQuestion question() {
        var centres = centre.map(one -> List.of(one.id())).orElse(List.of());
        return new ScheduleQuestion(
                centres, List.of(), null, null, kinds, List.of(), null, List.of(), List.of(), false, programme, null,
                null, List.of());
    }

    /** What it says it is: what is on, and where. */
    String title(Reader reader) {
        var what = reader.words().say("whatsOn");
        return centre.map(one -> what + " · " + reader.read(one.name()).text()).orElse(what);
    }
}
