package org.goldenbridge.event.calendar;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
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

    private final ScheduleReader schedule;
    private final CalendarWriter writer;
    private final EntityManager entities;

    Calendars(ScheduleReader schedule, CalendarWriter writer, EntityManager entities) {
        this.schedule = schedule;
        this.writer = writer;
        this.entities = entities;
    }

    /**
     * The calendar of the subject.
     *
     * @param today in UTC
     */
    byte[] of(Subject subject, LocalDate today, ReaderLanguage reader) {
        var since = today.minusDays(DAYS_KEPT);
        var sessions = schedule.find(
                subject.since(since), null, MOST, today.atStartOfDay().toInstant(ZoneOffset.UTC));
        return writer.write(subject, withoutLongCancelled(sessions, since), reader);
    }

    /** The calendar of one session, whenever it is. */
    byte[] of(ScheduleEntry session, ReaderLanguage reader) {
        return writer.write(Subject.of(session), List.of(session), reader);
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
