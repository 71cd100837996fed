package org.goldenbridge.event.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what to which session or course and when; append-only, and without the names of visitors. */
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
        record(at, actor, action, opportunity, null, detail);
    }

    /** The same of a booking. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            Instant at, String actor, String action, UUID opportunity, @Nullable UUID booking, Map<String, ?> detail) {
        try {
            entities.createNativeQuery("""
                            insert into audit (at, actor, action, opportunity_id, booking_id, detail)
                            values (:at, :actor, :action, :opportunity, :booking, cast(:detail as jsonb))""")
                    .setParameter("at", at)
                    .setParameter("actor", actor)
                    .setParameter("action", action)
                    .setParameter("opportunity", opportunity)
                    .setParameter("booking", booking)
                    .setParameter("detail", json.writeValueAsString(detail))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The detail of an audit entry must be writable as JSON", e);
        }
    }
}
