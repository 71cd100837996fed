package org.goldenbridge.event.booking;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a session or course says about who may have places of it.
 *
 * @param kind {@code session} or {@code course}
 * @param centreId whose desk gives them
 * @param status {@code scheduled} or {@code cancelled}
 * @param startsAt when it begins, a course with its first lesson; null while it has none
 * @param endsAt when it is over, a course with its last lesson
 * @param zone IANA zone of its place
 * @param minimumAge in years, at the start
 */
record Terms(
        UUID id,
        String kind,
        String centreId,
        String status,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String zone,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge) {
    /** Those of a session or course. */
    static Terms of(EntityManager entities, Opportunity.Kind kind, UUID id) {
        List<?> rows = entities.createNativeQuery("""
                        select id, kind, centre_id, status, starts_at, ends_at, zone, minimum_age, maximum_age
                        from opportunity_terms where id = :id and kind = :kind""", Terms.class)
                .setParameter("id", id)
                .setParameter("kind", kind.toString())
                .getResultList();
        if (rows.isEmpty()) {
            throw Refusal.notFound("There is no such " + kind + ".");
        }
        return (Terms) rows.get(0);
    }

    /** Until when a visitor's data is kept for it. */
    Instant keepUntil() {
        return end().atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    Instant start() {
        return Objects.requireNonNull(startsAt);
    }

    private Instant end() {
        return Objects.requireNonNull(endsAt);
    }

    /** Places can be given until it is over. */
    void mustBeOpen(Instant now) {
        if (status.equals("cancelled")) {
            throw cancelled(kind);
        }
        if (endsAt == null) {
            throw noLessons();
        }
        if (!endsAt.isAfter(now)) {
            throw over(kind);
        }
    }

    /** Places can be promised until it begins. */
    void mustBeAhead(Instant now) {
        mustBeOpen(now);
        if (!start().isAfter(now)) {
            throw Refusal.conflict(kind + "-begun", "The " + kind + " has begun; book whoever is there.");
        }
    }

    /**
     * Lets those on who are of the age.
     *
     * @param ages in years, one for each place; a course with an age range must know them
     * @throws Refusal 422 {@code ages-needed} or {@code age-out-of-range}
     */
    void mustAdmit(@Nullable List<Integer> ages) {
        var ranged = minimumAge != null || maximumAge != null;
        if (ages == null) {
            if (ranged && kind.equals("course")) {
                throw agesNeeded();
            }
            return;
        }
        if (ages.stream()
                .anyMatch(
                        age -> (minimumAge != null && age < minimumAge) || (maximumAge != null && age > maximumAge))) {
            throw ageOutOfRange();
        }
    }

    static Refusal cancelled(String kind) {
        return Refusal.conflict(kind + "-cancelled", "The " + kind + " is cancelled.");
    }

    static Refusal over(String kind) {
        return Refusal.conflict(kind + "-over", "The " + kind + " is over.");
    }

    static Refusal noLessons() {
        return Refusal.conflict("no-lessons", "The course has no lessons yet. Plan them first.");
    }

    static Refusal agesNeeded() {
        return Refusal.unprocessable("ages-needed", "The course is for certain ages. Say how old everybody is.")
                .at("/ages", "must have the age of everybody, in years on the day of the first lesson");
    }

    static Refusal ageOutOfRange() {
        return Refusal.unprocessable("age-out-of-range", "Somebody is too young or too old for it: see its ages.")
                .at("/ages", "must lie between the event's minimumAge and maximumAge");
    }
}
