package org.goldenbridge.event.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.IdempotencyKey;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who may do something with the places of a session or course: the desk of its centre. */
@ApplicationScoped
class DeskAccess {
    private final Caller caller;
    private final EntityManager entities;
    private final ObjectMapper json;

    @Inject
    DeskAccess(Caller caller, EntityManager entities, ObjectMapper json) {
        this.caller = caller;
        this.entities = entities;
        this.json = json;
    }

    /** Who asks, by a stable name that is not the person's. */
    String subject() {
        return caller.subject();
    }

    /** For whom the caller works at the desk. */
    List<String> units() {
        return caller.units(Roles.desk());
    }

    /** The session, when the caller works at the desk of its centre. */
    Opportunity session(UUID id) {
        return own(Opportunity.Kind.SESSION, id, Roles.desk());
    }

    /** The course, when the caller works at the desk of its centre. */
    Opportunity course(UUID id) {
        return own(Opportunity.Kind.COURSE, id, Roles.desk());
    }

    /** Lets the request go on when the caller works at the desk of its centre. */
    void mustBeOf(Opportunity opportunity) {
        own(opportunity.kind, opportunity.id, Roles.desk());
    }

    /** The same for who answers for the centre's programme. */
    void mustManage(Opportunity opportunity) {
        own(opportunity.kind, opportunity.id, Roles.management());
    }

    private Opportunity own(Opportunity.Kind kind, UUID id, String... roles) {
        caller.mustActFor(Terms.of(entities, kind, id).centreId(), roles);
        return entities.find(Opportunity.class, id);
    }

    /** The key under which this is done once. */
    IdempotencyKey key(String operation, UUID id, @Nullable String header, Object draft) {
        try {
            return IdempotencyKey.of(caller.subject(), operation + " " + id, header, json.writeValueAsBytes(draft));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }
}
