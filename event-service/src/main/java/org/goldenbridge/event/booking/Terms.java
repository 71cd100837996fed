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
 * @param country of its centre (ISO 3166-1 alpha-2)
 */
record Terms(
        UUID id,
        String kind,
        String centreId,
        String status,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String zone,
        @Nullable String country) {
    /** Those of a session or course. */
    static Terms of(EntityManager entities, Opportunity.Kind kind, UUID id) {
        List<?> rows = entities.createNativeQuery("""
                        select t.id, t.kind, t.centre_id, t.status, t.starts_at, t.ends_at, t.zone, c.country
                        from opportunity_terms t join centre c on c.id = t.centre_id
                        where t.id = :id and t.kind = :kind""", Terms.class)
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

    /** By what a contact is known at its centre. */
    String contactKey(String contact) {
        return ContactKey.of(contact, country == null ? ContactKey.NO_COUNTRY : country);
    }

    Instant start() {
        return Objects.requireNonNull(startsAt);
    }

    private Instant end() {
        return Objects.requireNonNull(endsAt);
    }
}
