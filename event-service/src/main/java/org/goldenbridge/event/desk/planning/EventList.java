package org.goldenbridge.event.desk.planning;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.PublicStatus;
import org.jspecify.annotations.Nullable;

/**
 * The events of a centre, some of them.
 *
 * @param words what was searched for
 * @param earlier the address of the page before; null on the first
 * @param later the address of the next page; null on the last
 */
public record EventList(
        List<Line> lines,
        String words,
        List<Pick> kinds,
        List<Pick> states,
        @Nullable String earlier,
        @Nullable String later) {

    /**
     * An event in the list.
     *
     * @param sign of its kind
     * @param next when its next session is, in words; null when none is ahead
     */
    public record Line(
            UUID id,
            Reader.Text title,
            String sign,
            String kind,
            String status,
            String state,
            @Nullable String next,
            int ahead) {
        static Line of(PlanningReader.Listed event, ZoneId zone, Reader reader) {
            var next = event.next();
            return new Line(
                    event.id(),
                    reader.read(event.title()),
                    event.kind(),
                    reader.words().say("kind." + event.kind()),
                    event.status(),
                    reader.words().say("deskStatus." + event.status()),
                    next == null ? null : When.at(next, zone, reader),
                    event.ahead());
        }
    }

    static EventList of(List<PlanningReader.Listed> found, EventPages.Search asked, ZoneId zone, Reader reader) {
        var words = reader.words();
        var more = found.size() > PlanningReader.PAGE;
        var shown = more ? found.subList(0, PlanningReader.PAGE) : found;
        return new EventList(
                shown.stream().map(event -> Line.of(event, zone, reader)).toList(),
                asked.words == null ? "" : asked.words,
                Pick.orNone(words.say("deskAll"), Pick.of(EventKind.values(), "kind", asked.kindOrNone(), words)),
                Pick.orNone(
                        words.say("deskAll"),
                        Pick.of(PublicStatus.values(), "deskStatus", asked.statusOrNone(), words)),
                asked.page() == 0 ? null : address(asked, asked.page() - 1),
                more ? address(asked, asked.page() + 1) : null);
    }

    private static String address(EventPages.Search asked, int page) {
        return "/desk/events?page=" + page + "&kind=" + asked.kindOrNone() + "&status=" + asked.statusOrNone() + "&q="
                + URLEncoder.encode(asked.words == null ? "" : asked.words, StandardCharsets.UTF_8);
    }
}
