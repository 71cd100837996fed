package org.goldenbridge.event.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who is expected at a session, and who came. */
@ApplicationScoped
public class Attendance {
    /** From when on it can be noted that somebody came: the doors are open, whatever day it is in the zone of the place. */
    public static final Duration NOTED_BEFORE_START = Duration.ofHours(6);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /**
     * The session's own bookings, and of its course those that were made before it was over. Who cancelled is not expected; what was
     * noted of them before, at a lesson that was over by then, stays on record.
     */
    private static final String EXPECTED = """
            select b.id, v.name, b.places,
                   case when b.make_up_for is not null then 'make-up'
                        when b.opportunity_id = s.id then 'booking' else 'enrolment' end,
                   a.present, a.noted_at
            from session s
            join booking b on b.opportunity_id in (s.id, s.course_id)
            join visitor v on v.id = b.visitor_id
            left join attendance a on a.session_id = s.id and a.booking_id = b.id
            where s.id = :session and b.booked_at < s.ends_at
              and (b.status = 'confirmed' or (a.booking_id is not null and b.cancelled_at >= s.ends_at))
              and (cast(:booking as uuid) is null or b.id = :booking) and b.id > :after
            order by b.id""";

    private final EntityManager entities;
    private final Audit audit;
    private final Caller caller;

    @Inject
    Attendance(EntityManager entities, Audit audit, Caller caller) {
        this.entities = entities;
        this.audit = audit;
        this.caller = caller;
    }

    /** When and where a session is. */
    private record OfSession(String centreId, String status, Instant startsAt, String zone) {
        Instant notedFrom() {
            return startsAt.minus(NOTED_BEFORE_START);
        }

        String inItsZone(Instant instant) {
            return TIME.format(instant.atZone(ZoneId.of(zone))) + " (" + zone + ")";
        }
    }

    /** Those expected after the given booking, in the order in which they booked. */
    List<AttendanceView> expected(UUID session, UUID after, int most) {
        own(session);
        return find(session, null, after, most);
    }

    private OfSession own(UUID session) {
        List<?> found = entities.createNativeQuery(
                        "select centre_id, status, starts_at, zone from session where id = :session", OfSession.class)
                .setParameter("session", session)
                .getResultList();
        if (found.isEmpty()) {
            throw Refusal.notFound("There is no such session.");
        }
        var of = (OfSession) found.get(0);
        caller.mustActFor(of.centreId(), Roles.desk());
        return of;
    }

    @SuppressWarnings("unchecked")
    private List<AttendanceView> find(UUID session, @Nullable UUID booking, UUID after, int most) {
        return entities.createNativeQuery(EXPECTED, AttendanceView.class)
                .setParameter("session", session)
                .setParameter("booking", booking)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Notes how many of a booking came. That nobody comes can be noted ahead; that somebody came, from some hours before the
     * start on.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public AttendanceView note(UUID session, UUID booking, int present, Instant now) {
        var of = own(session);
        var expected = one(session, booking);
        if (of.status().equals("cancelled")) {
            throw Refusal.conflict("session-cancelled", "The session is cancelled.");
        }
        if (present > 0 && now.isBefore(of.notedFrom())) {
            throw Refusal.conflict(
                            "session-ahead",
                            "Who comes can be noted from " + of.inItsZone(of.notedFrom())
                                    + ". Until then only an absence can be noted: 0 present.")
                    .with("notedFrom", of.notedFrom().toString());
        }
        mustNotBeCancelled(booking);
        if (present > expected.places()) {
            throw Refusal.unprocessable("more-than-booked", expected.places() + " places are booked.")
                    .at("/present", "must be at most " + expected.places());
        }
        int changed = entities.createNativeQuery("""
                        insert into attendance (session_id, booking_id, present, noted_by, noted_at)
                        values (:session, :booking, :present, :by, :now)
                        on conflict (session_id, booking_id) do update
                        set present = excluded.present, noted_by = excluded.noted_by, noted_at = excluded.noted_at
                        where attendance.present <> excluded.present""")
                .setParameter("session", session)
                .setParameter("booking", booking)
                .setParameter("present", present)
                .setParameter("by", caller.subject())
                .setParameter("now", now)
                .executeUpdate();
        if (changed == 1) {
            audit.record(now, caller.subject(), "attendance-noted", session, booking, Map.of("present", present));
        }
        return one(session, booking);
    }

    /** Takes a note back: whether they came is then not known again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AttendanceView clear(UUID session, UUID booking, Instant now) {
        own(session);
        one(session, booking);
        mustNotBeCancelled(booking);
        int changed = entities.createNativeQuery(
                        "delete from attendance where session_id = :session and booking_id = :booking")
                .setParameter("session", session)
                .setParameter("booking", booking)
                .executeUpdate();
        if (changed == 1) {
            audit.record(now, caller.subject(), "attendance-cleared", session, booking, Map.of());
        }
        return one(session, booking);
    }

    /** What stays on record of a cancelled booking is not changed any more. */
    private void mustNotBeCancelled(UUID booking) {
        var status = entities.createNativeQuery("select status from booking where id = :booking", String.class)
                .setParameter("booking", booking)
                .getSingleResult();
        if (status.equals("cancelled")) {
            throw Refusal.conflict(
                    "booking-cancelled", "The booking is cancelled: nobody is expected with it any more.");
        }
    }

    private AttendanceView one(UUID session, UUID booking) {
        var found = find(session, booking, new UUID(0, 0), 1);
        if (found.isEmpty()) {
            throw Refusal.notFound("Nobody is expected at this session with such a booking.");
        }
        return found.get(0);
    }
}
