package org.goldenbridge.event.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a calendar is of, where the public may know of it. A centre or a space that was withdrawn keeps its calendar: an address
 * that is gone would leave its last sessions with the subscribers, who are to see that they are cancelled.
 */
@Singleton
class Subjects {
    private final EntityManager entities;
    private final ObjectMapper json;

    Subjects(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    Subject centre(String id) {
        return find(
                Subject.Kind.CENTRE,
                id,
                "select cast(name as text), cast(null as text), zone, cast(null as uuid) from centre where id = :id");
    }

    Subject space(UUID id) {
        return find(Subject.Kind.SPACE, id, """
                select cast(s.name as text), cast(c.name as text), c.zone, cast(null as uuid)
                from space s join centre c on c.id = s.centre_id where s.id = :id""");
    }

    Subject programme(UUID id) {
        return find(Subject.Kind.PROGRAMME, id, """
                select cast(p.title as text), cast(null as text), c.zone, cast(null as uuid)
                from programme p left join centre c on c.id = p.centre_id
                where p.id = :id and p.announced_at is not null""");
    }

    Subject course(UUID id) {
        return find(Subject.Kind.COURSE, id, """
                select cast(e.title as text), cast(null as text), c.zone, e.id
                from course co join event e on e.id = co.event_id join centre c on c.id = e.centre_id
                where co.id = :id and e.announced_at is not null""");
    }

    Subject event(UUID id) {
        return find(Subject.Kind.EVENT, id, """
                select cast(e.title as text), cast(null as text), c.zone, e.id
                from event e join centre c on c.id = e.centre_id
                where e.id = :id and e.announced_at is not null""");
    }

    private Subject find(Subject.Kind kind, Object id, String sql) {
        List<?> found = entities.createNativeQuery(sql).setParameter("id", id).getResultList();
        if (found.isEmpty()) {
            throw Refusal.notFound("There is no such " + kind.word() + " for the public.");
        }
        var row = (Object[]) found.get(0);
        return new Subject(
                kind,
                id.toString(),
                Objects.requireNonNull(text(row[0])),
                text(row[1]),
                row[2] == null ? null : ZoneId.of((String) row[2]),
                (UUID) row[3]);
    }

    private @Nullable LocalizedText text(@Nullable Object column) {
        try {
            return column == null ? null : json.readValue((String) column, LocalizedText.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What we wrote ourselves can be read", e);
        }
    }
}
