package org.goldenbridge.event.course;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When the lessons of a course take place.
 *
 * @param count how many there are that are not cancelled
 * @param startsAt when the first begins; null while there is none
 * @param endsAt when the last ends
 * @param zone IANA zone of the centre
 */
record Lessons(
        UUID courseId,
        int count,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String zone) {
    /** Those of each course. */
    static Map<UUID, Lessons> of(EntityManager entities, List<UUID> courses) {
        List<?> rows = entities.createNativeQuery("""
                        select t.id, cast((select count(*) from session s
                                           where s.course_id = t.id and s.status = 'scheduled') as integer),
                               t.starts_at, t.ends_at, t.zone
                        from opportunity_terms t where t.id = any(:courses) and t.kind = 'course'""", Lessons.class)
                .setParameter("courses", courses.toArray(UUID[]::new))
                .getResultList();
        return rows.stream().map(Lessons.class::cast).collect(Collectors.toMap(Lessons::courseId, lessons -> lessons));
    }

    static Lessons of(EntityManager entities, UUID course) {
        return Objects.requireNonNull(of(entities, List.of(course)).get(course));
    }
}
