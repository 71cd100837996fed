package org.goldenbridge.event.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ScheduleQuestion;
import org.goldenbridge.event.schedule.Bound;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar is of.
 *
 * @param within the centre, where the name alone would not say which it is
 * @param zone of its centre; null for what the network does
 * @param eventId the event that all of it is of, which has a page
 */
record Subject(
        Kind kind,
        String id,
        LocalizedText name,
        @Nullable LocalizedText within,
        @Nullable ZoneId zone,
        @Nullable UUID eventId) {

    /** What there are calendars of. */
    enum Kind {
        CENTRE,
        SPACE,
        PROGRAMME,
        COURSE,
        EVENT,
        SESSION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A single session, to be taken into one's own calendar. */
    static Subject of(ScheduleEntry session) {
        return new Subject(
                Kind.SESSION, session.id().toString(), session.title(), null, session.zone(), session.eventId());
    }

    /** Where its calendar is. */
    String path() {
        return "/v1/calendars/" + kind.word() + "s/" + id + ".ics";
    }

    /** As what it is saved. */
    String fileName() {
        return (kind == Kind.CENTRE ? id : kind.word() + "-" + id) + ".ics";
    }

    /** Its sessions that end on that local day or later. */
    ScheduleQuestion since(LocalDate day) {
        return new ScheduleQuestion(
                kind == Kind.CENTRE ? List.of(id) : List.of(),
                kind == Kind.SPACE ? List.of(UUID.fromString(id)) : List.of(),
                new Bound(day, null),
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                false,
                kind == Kind.PROGRAMME ? UUID.fromString(id) : null,
                kind == Kind.EVENT ? UUID.fromString(id) : null,
                kind == Kind.COURSE ? UUID.fromString(id) : null,
                List.of());
    }
}
