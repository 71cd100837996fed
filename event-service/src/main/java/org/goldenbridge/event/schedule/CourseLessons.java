package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.goldenbridge.event.course.CourseCancelled;
import org.goldenbridge.event.course.CourseResized;
import org.goldenbridge.event.course.CourseRestored;

/**
 * Lets the lessons of a course follow it, in the same transaction; the course is locked by then. First their spaces are
 * locked, then all lessons, then rooms and teachers, equipment, and places one by one.
 */
@ApplicationScoped
class CourseLessons {
    private final Planning planning;
    private final Claims claims;
    private final Stocks stocks;

    @Inject
    CourseLessons(Planning planning, Claims claims, Stocks stocks) {
        this.planning = planning;
        this.claims = claims;
        this.stocks = stocks;
    }

    void resize(@Observes CourseResized resized) {
        var limit = resized.course().limit(null);
        List<Session> lessons = Session.<Session>find(
                        "courseId = ?1 and status = ?2 and endsAt > ?3 order by id",
                        resized.course().id(),
                        SessionStatus.SCHEDULED,
                        resized.at())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        lessons.forEach(lesson -> planning.resize(lesson, limit, resized.at()));
    }

    void cancel(@Observes CourseCancelled cancelled) {
        Session.lockSpaces("s.courseId = :ids", cancelled.courseId());
        List<Session> lessons = Session.<Session>find(
                        "courseId = ?1 and status = ?2 and endsAt > ?3 order by id",
                        cancelled.courseId(),
                        SessionStatus.SCHEDULED,
                        cancelled.at())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        claims.lock(Claims.wanted(lessons));
        stocks.lock(lessons);
        var reason = new Cancellation(cancelled.reason());
        planning.endAll(lessons, reason, cancelled.at());
    }

    /** Lessons that would have begun by now stay cancelled. */
    void restore(@Observes CourseRestored restored) {
        Session.lockSpaces("s.courseId = :ids", restored.courseId());
        List<Session> lessons = Session.<Session>find(
                        "courseId = ?1 and status = ?2 and cancelledAt = ?3 and startsAt > ?4 order by id",
                        restored.courseId(),
                        SessionStatus.CANCELLED,
                        restored.cancelledAt(),
                        restored.at())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        claims.lock(Claims.wanted(lessons));
        stocks.lock(lessons);
        lessons.forEach(lesson -> planning.revive(lesson, restored.at()));
    }
}
