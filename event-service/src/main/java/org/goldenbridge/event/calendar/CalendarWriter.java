package org.goldenbridge.event.calendar;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.event.calendar.ContentLines.Parameter;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.geo.Located;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Writes calendars (RFC 5545, with the properties of RFC 7986). What is written depends on nothing but what is given: the same
 * sessions in the same language are the same bytes.
 */
@Singleton
class CalendarWriter {
    /** How often it is worth asking for it again (RFC 7986, 5.7). */
    private static final String REFRESH = "PT1H";

    /** Of our years, for a zone in which no time is written. */
    private static final Instant ANY_TIME = Instant.parse("2026-07-01T00:00:00Z");

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Parameter URI_VALUE = new Parameter("VALUE", "URI");

    private final CalendarWords words;
    private final URI publicUrl;

    CalendarWriter(CalendarWords words, @ConfigProperty(name = "goldenbridge.public-url") URI publicUrl) {
        this.words = words;
        this.publicUrl = publicUrl;
    }

    /** The calendar of the subject with these sessions, in the order in which they come. */
    byte[] write(Subject subject, List<ScheduleEntry> sessions, ReaderLanguage reader) {
        var lines = new ContentLines();
        lines.begin("VCALENDAR").value("VERSION", "2.0").value("PRODID", "-//Goldenbridge//Schedule//EN");
        lines.value("CALSCALE", "GREGORIAN");
        var name = name(subject, reader);
        lines.text("NAME", name).text("X-WR-CALNAME", name.text());
        lines.value("REFRESH-INTERVAL", REFRESH, new Parameter("VALUE", "DURATION"))
                .value("X-PUBLISHED-TTL", REFRESH)
                .value("SOURCE", publicUrl + subject.path() + "?lang=" + reader.variant(), URI_VALUE);
        if (subject.eventId() != null) {
            lines.value("URL", page(subject.eventId()));
        }
        writeZones(lines, subject, sessions);
        for (var session : sessions) {
            write(lines, session, new SessionText(session, words, reader), subject.kind() == Subject.Kind.SESSION);
        }
        return lines.end("VCALENDAR").bytes();
    }

    private static Phrase name(Subject subject, ReaderLanguage reader) {
        var name = Phrase.of(subject.name(), reader);
        return subject.within() == null
                ? name
                : Phrase.joined(", ", List.of(name, Phrase.of(subject.within(), reader)));
    }

    /** Each zone once; without sessions that of the centre, for a calendar must have something in it (3.4, 3.6). */
    private static void writeZones(ContentLines lines, Subject subject, List<ScheduleEntry> sessions) {
        var spans = new TreeMap<String, Instant[]>();
        for (var session : sessions) {
            if (isNamed(session)) {
                spans.merge(
                        session.zone().getId(), new Instant[] {session.startsAt(), session.endsAt()}, (span, more) ->
                                new Instant[] {earlier(span[0], more[0]), later(span[1], more[1])});
            }
        }
        if (sessions.isEmpty()) {
            var zone = subject.zone() == null ? ZoneId.of("Etc/UTC") : subject.zone();
            ZoneDefinition.write(lines, zone, ANY_TIME, ANY_TIME);
        }
        spans.forEach((zone, span) -> ZoneDefinition.write(lines, ZoneId.of(zone), span[0], span[1]));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private void write(ContentLines lines, ScheduleEntry session, SessionText text, boolean isForOneself) {
        lines.begin("VEVENT")
                .text("UID", session.id() + "@" + publicUrl.getHost())
                .value("DTSTAMP", UTC.format(session.changedAt()))
                .value("LAST-MODIFIED", UTC.format(session.changedAt()))
                .value("SEQUENCE", String.valueOf(session.sequence()));
        writeTimes(lines, session);
        lines.value("STATUS", session.cancelled() ? "CANCELLED" : "CONFIRMED")
                .text("SUMMARY", text.summary())
                .text("DESCRIPTION", text.description())
                .text("LOCATION", text.location())
                .text("CATEGORIES", text.category());
        writePoint(lines, session.point());
        if (!isForOneself) {
            // What a centre offers does not make who reads of it busy.
            lines.value("TRANSP", "TRANSPARENT");
        }
        lines.value("URL", page(session.eventId()));
        if (session.image() != null) {
            lines.value(
                    "IMAGE",
                    publicUrl + "/v1/images/" + session.image().id(),
                    URI_VALUE,
                    new Parameter("DISPLAY", "BADGE"));
        }
        if (session.online() != null && session.online().link() != null) {
            lines.value("CONFERENCE", session.online().link(), URI_VALUE);
        }
        lines.end("VEVENT");
    }

    /** Latitude and longitude (3.8.1.6). */
    private static void writePoint(ContentLines lines, @Nullable Located point) {
        if (point != null && point.latitude() != null && point.longitude() != null) {
            lines.value("GEO", String.format(Locale.ROOT, "%.6f;%.6f", point.latitude(), point.longitude()));
        }
    }

    /**
     * In the time of its place, or in UTC where that would not say which moment is meant: in the hour that comes twice when the clocks
     * go back. The standard means the first one (3.3.5), and not every reader does.
     */
    private static void writeTimes(ContentLines lines, ScheduleEntry session) {
        if (isNamed(session)
                && isPlain(session.startsAt(), session.zone())
                && isPlain(session.endsAt(), session.zone())) {
            var zone = new Parameter("TZID", session.zone().getId());
            lines.value("DTSTART", ZoneDefinition.LOCAL.format(session.localStart()), zone)
                    .value("DTEND", ZoneDefinition.LOCAL.format(session.localEnd()), zone);
        } else {
            lines.value("DTSTART", UTC.format(session.startsAt())).value("DTEND", UTC.format(session.endsAt()));
        }
    }

    /** Whether its zone is one of the time zone database, and not just an offset from UTC. */
    private static boolean isNamed(ScheduleEntry session) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(session.zone().getId());
    }

    private static boolean isPlain(Instant instant, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(instant.atZone(zone).toLocalDateTime())
                        .size()
                == 1;
    }

    private String page(UUID event) {
        return publicUrl + "/whats-on/events/" + event;
    }
}
