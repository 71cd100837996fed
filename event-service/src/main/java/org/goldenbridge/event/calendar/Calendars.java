package org.goldenbridge.event.calendar;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.publicschedule.Ground;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Content;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Made;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ScheduleQuestion;
import org.goldenbridge.event.publicschedule.ScheduleReader;
import org.goldenbridge.platform.text.ReaderLanguage;

/**
 * Which sessions are in a calendar: those that ended at most 30 days ago and all to come, the nearest first. A cancelled one stays
 * for 30 days after its cancellation, so that everybody who subscribed has seen it. The window moves once a day, at midnight UTC:
 * until then time alone changes nothing.
 */
@Singleton
class Calendars {
    /** The most sessions of a calendar; what is further ahead comes when it is nearer. */
    static final int MOST = 5_000;

    private static final int DAYS_KEPT = 30;
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final ScheduleReader schedule;
    private final CalendarWriter writer;
    private final EntityManager entities;
    private final Clock clock;

    Calendars(ScheduleReader schedule, CalendarWriter writer, EntityManager entities, Clock clock) {
        this.schedule = schedule;
        this.writer = writer;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * The calendar of the subject.
     *
     * @param today in UTC
     */
    Made of(Subject subject, LocalDate today, ReaderLanguage reader) {
        var since = today.minusDays(DAYS_KEPT);
        var question = subject.since(since);
        var sessions = schedule.find(question, null, MOST, today.atStartOfDay().toInstant(ZoneOffset.UTC));
        var body = writer.write(subject, withoutLongCancelled(sessions, since), reader);
        return new Made(
                content(subject, body, reader),
                // Of what has no session here, nothing tells that it has another name.
                Ground.withoutPlaces(
                        question,
                        sessions,
                        sessions.isEmpty()
                                ? clock.instant().plusSeconds(1)
                                : today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    /** The calendar of one session, whenever it is. */
    Made of(ScheduleEntry session, ReaderLanguage reader) {
        var subject = Subject.of(session);
        var body = writer.write(subject, List.of(session), reader);
        var ofEvent = ScheduleQuestion.everything().of(session.eventId());
        return new Made(content(subject, body, reader), Ground.withoutPlaces(ofEvent, List.of(session), NEVER));
    }

    private static Content content(Subject subject, byte[] body, ReaderLanguage reader) {
        return new Content(
                new String(body, StandardCharsets.UTF_8),
                CalendarResource.ICALENDAR,
                reader.used(),
                // Shown by who can show it, and saved under this name by others.
                Map.of(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + subject.fileName() + "\""));
    }

    private List<ScheduleEntry> withoutLongCancelled(List<ScheduleEntry> sessions, LocalDate since) {
        var cancelled = sessions.stream()
                .filter(ScheduleEntry::cancelled)
                .map(ScheduleEntry::id)
                .toArray(UUID[]::new);
        if (cancelled.length == 0) {
            return sessions;
        }
        List<?> over = entities.createNativeQuery(
                        "select id from session where id = any(:cancelled) and cancelled_at < :since", UUID.class)
                .setParameter("cancelled", cancelled)
                .setParameter("since", since.atStartOfDay().toInstant(ZoneOffset.UTC))
                .getResultList();
        var gone = new HashSet<Object>(over);
        return sessions.stream().filter(session -> !gone.contains(session.id())).toList();
    }
}
