package org.goldenbridge.event.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what to which session, course, event or programme and when; append-only, and without the names of visitors. */
@ApplicationScoped
public class Audit {
    private final EntityManager entities;
    private final ObjectMapper json;

    @Inject
    Audit(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** Writes an entry in the transaction of the change itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Instant at, String actor, String action, UUID opportunity, Map<String, ?> detail) {
        write(at, actor, action, new Subject(opportunity, null, null, null), detail);
    }

    /** The same of many sessions or courses, each with its own detail, in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(Instant at, String actor, String action, Map<UUID, ? extends Map<String, ?>> details) {
        var ids = new ArrayList<UUID>(details.keySet());
        entities.createNativeQuery("""
                        insert into audit (at, actor, action, opportunity_id, detail)
                        select :at, :actor, :action, id, cast(detail as jsonb)
                        from unnest(cast(:ids as uuid[]), cast(:details as text[])) as done (id, detail)""")
                .setParameter("at", at)
                .setParameter("actor", actor)
                .setParameter("action", action)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter(
                        "details",
                        ids.stream().map(id -> write(details.get(id))).toArray(String[]::new))
                .executeUpdate();
    }

    private String write(@Nullable Map<String, ?> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The detail of an audit entry must be writable as JSON", e);
        }
    }

    /** The same of a booking. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Instant at, String actor, String action, UUID opportunity, UUID booking, Map<String, ?> detail) {
        write(at, actor, action, new Subject(opportunity, booking, null, null), detail);
    }

    /** The same of an event. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordOfEvent(Instant at, String actor, String action, UUID event, Map<String, ?> detail) {
        write(at, actor, action, new Subject(null, null, event, null), detail);
    }

    /** The same of a programme. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordOfProgramme(Instant at, String actor, String action, UUID programme, Map<String, ?> detail) {
        write(at, actor, action, new Subject(null, null, null, programme), detail);
    }

    /** What something was done to: one of them, or what is booked and a booking of it. */
    private record Subject(
            @Nullable UUID opportunity,
            @Nullable UUID booking,
            @Nullable UUID event,
            @Nullable UUID programme) {}

    private void write(Instant at, String actor, String action, Subject subject, Map<String, ?> detail) {
        entities.createNativeQuery("""
                            insert into audit (at, actor, action, opportunity_id, booking_id, event_id, programme_id, detail)
                            values (:at, :actor, :action, :opportunity, :booking, :event, :programme, cast(:detail as jsonb))""")
                .setParameter("at", at)
                .setParameter("actor", actor)
                .setParameter("action", action)
                .setParameter("opportunity", subject.opportunity())
                .setParameter("booking", subject.booking())
                .setParameter("event", subject.event())
                .setParameter("programme", subject.programme())
                .setParameter("detail", write(detail))
                .executeUpdate();
    }
}
