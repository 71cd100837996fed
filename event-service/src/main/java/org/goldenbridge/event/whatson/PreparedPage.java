package org.goldenbridge.event.whatson;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.goldenbridge.event.page.PageAnswers;
import org.goldenbridge.event.page.PageAnswers.Frames;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.publicschedule.Ground;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Content;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Made;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ScheduleQuestion;
import org.goldenbridge.event.schedule.Bound;

/** Pages as answers that are made once for everybody who reads them alike. */
final class PreparedPage {
    private static final Bound NEVER = new Bound(LocalDate.EPOCH, null);

    /** No session belongs to it. */
    static final ScheduleQuestion NO_SESSION = ScheduleQuestion.everything().between(NEVER, NEVER);

    private PreparedPage() {}

    static Made of(String html, Reader reader, Frames frames, Ground ground) {
        var headers = new HashMap<>(PageAnswers.closing(frames));
        headers.put(HttpHeaders.VARY, "Accept-Language, Cookie, Accept-Encoding");
        return new Made(
                new Content(html, PageAnswers.HTML, Set.of(reader.language().tag()), headers), ground);
    }

    /** All that decides how a page reads for them. */
    static String who(Reader reader) {
        return reader.chain() + " " + reader.language().tag() + " " + reader.hasChosen();
    }

    /**
     * Until when a page is the same though nothing changes: it says what goes on now, what is over, and which day is today.
     *
     * @param zones in which it says what is today, besides those of the sessions
     */
    static Instant sameUntil(List<ScheduleEntry> sessions, Collection<ZoneId> zones, Instant now) {
        var clocks = new HashSet<>(zones);
        clocks.add(ZoneOffset.UTC);
        sessions.forEach(session -> clocks.add(session.zone()));
        return Stream.concat(
                        sessions.stream().flatMap(session -> Stream.of(session.startsAt(), session.endsAt())),
                        clocks.stream()
                                .map(zone -> now.atZone(zone)
                                        .toLocalDate()
                                        .plusDays(1)
                                        .atStartOfDay(zone)
                                        .toInstant()))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .orElse(now);
    }
}
