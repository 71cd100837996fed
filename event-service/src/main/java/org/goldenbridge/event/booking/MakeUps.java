package org.goldenbridge.event.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.places.Places;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Lets who is enrolled attend another lesson instead of one they missed: once for each, and at no price. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MakeUps {
    private final Places places;
    private final Admission admission;
    private final Audit audit;
    private final EntityManager entities;

    @Inject
    MakeUps(Places places, Admission admission, Audit audit, EntityManager entities) {
        this.places = places;
        this.admission = admission;
        this.audit = audit;
        this.entities = entities;
    }

    /**
     * Books the lesson.
     *
     * @param enrolment the booking of a course
     * @param lesson the lesson that is attended instead
     * @return the booking of the lesson
     */
    UUID book(Booking enrolment, Opportunity lesson, MakeUpDraft draft, String by, Instant now) {
        var missed = draft.missedLesson();
        var ages = draft.ages() == null && enrolment.ages != null ? List.of(enrolment.ages) : draft.ages();
        var terms = Terms.of(entities, lesson.kind, lesson.id);
        mustBeLesson(lesson.id, missed);
        mustHaveMissed(enrolment, missed);
        places.lock(lesson.id, now);
        var visitor = enrolment.visitor;
        admission.require(
                Admission.Purpose.MAKE_UP,
                lesson,
                enrolment.places,
                ages,
                new Admission.Person(terms.contactKey(visitor.contact), visitor.name),
                now);
        mustBeTheFirst(enrolment.id, missed);
        var booking = Ids.next();
        entities.createNativeQuery("""
                        insert into booking (id, opportunity_id, visitor_id, places, ages, status, booked_by, booked_at,
                                             make_up_for, missed_lesson)
                        select :id, :lesson, (know_visitor(:visitor, :centre, v.name, v.contact, :contact, v.language,
                                                          :keepUntil, :now)).id,
                               b.places, cast(:ages as smallint[]), 'confirmed', :by, :now, b.id, :missed
                        from booking b join visitor v on v.id = b.visitor_id where b.id = :enrolment""")
                .setParameter("id", booking)
                .setParameter("lesson", lesson.id)
                .setParameter("visitor", Ids.next())
                .setParameter("centre", terms.centreId())
                .setParameter("contact", terms.contactKey(visitor.contact))
                .setParameter("ages", ages == null ? null : ages.toArray(Integer[]::new))
                .setParameter("keepUntil", terms.keepUntil())
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("missed", missed)
                .setParameter("enrolment", enrolment.id)
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into notice (kind, opportunity_id, visitor_id, booking_id, created_at)
                        select 'booking-confirmed', b.opportunity_id, b.visitor_id, b.id, :now
                        from booking b where b.id = :booking""")
                .setParameter("booking", booking)
                .setParameter("now", now)
                .executeUpdate();
        places.take(lesson.id, enrolment.places);
        places.settle(lesson.id, now);
        var detail = Map.of("places", enrolment.places, "makesUpFor", enrolment.id, "missedLesson", missed);
        audit.record(now, by, "booked", lesson.id, booking, detail);
        return booking;
    }

    private void mustBeLesson(UUID session, UUID missed) {
        if (course(session) == null) {
            throw Refusal.unprocessable("not-a-lesson", "Only a lesson of a course makes up for a missed lesson.")
                    .at("/sessionId", "must be a lesson of a course");
        }
        if (session.equals(missed)) {
            throw Refusal.unprocessable("same-lesson", "The lesson cannot make up for itself.")
                    .at("/sessionId", "must be another lesson");
        }
    }

    private void mustHaveMissed(Booking enrolment, UUID missed) {
        if (enrolment.status != BookingStatus.CONFIRMED || enrolment.opportunity.kind != Opportunity.Kind.COURSE) {
            throw Refusal.conflict("not-enrolled", "The booking is cancelled, or is not one of a course.");
        }
        if (!enrolment.opportunity.id.equals(course(missed))) {
            throw Refusal.unprocessable("not-a-lesson", "The course has no such lesson.")
                    .at("/missedLesson", "must be a lesson of the course that is booked");
        }
        var absent = entities.createNativeQuery(
                        "select 1 from attendance where session_id = :missed and booking_id = :enrolment and present = 0")
                .setParameter("missed", missed)
                .setParameter("enrolment", enrolment.id)
                .getResultList();
        if (absent.isEmpty()) {
            throw Refusal.conflict(
                    "not-missed",
                    "Nobody is noted as absent from that lesson. Note it first, ahead of the lesson or after.");
        }
    }

    /** Under the lock of the lesson's places alone two desks could do it in two lessons: then the index has the last word. */
    private void mustBeTheFirst(UUID enrolment, UUID missed) {
        entities.createNativeQuery("select id from booking where id = :enrolment for no key update", UUID.class)
                .setParameter("enrolment", enrolment)
                .getResultList();
        List<?> before = entities.createNativeQuery(
                        "select 1 from booking where make_up_for = :enrolment and missed_lesson = :missed and status = 'confirmed'")
                .setParameter("enrolment", enrolment)
                .setParameter("missed", missed)
                .getResultList();
        if (!before.isEmpty()) {
            throw Refusal.conflict("made-up-already", "Another lesson makes up for that one already.");
        }
    }

    private @Nullable UUID course(UUID session) {
        List<?> found = entities.createNativeQuery("select course_id from session where id = :session", UUID.class)
                .setParameter("session", session)
                .getResultList();
        return found.isEmpty() ? null : (UUID) found.get(0);
    }
}
