package org.goldenbridge.event.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.goldenbridge.event.access.Roles;
import org.goldenbridge.platform.http.IdempotencyKey;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who may do something with the places of a session: the desk of its centre. */
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

    /** Lets the request go on when the caller works at the desk of the session's centre. */
    void mustBeOf(UUID session) {
        caller.mustActFor(SessionTerms.of(entities, session).centreId(), Roles.desk());
    }

    /** The same for who answers for the centre's programme. */
    void mustManage(UUID session) {
        caller.mustActFor(SessionTerms.of(entities, session).centreId(), Roles.management());
    }

    /** The key under which this is done once. */
    IdempotencyKey key(String operation, UUID session, @Nullable String header, Object draft) {
        try {
            return IdempotencyKey.of(
                    caller.subject(), operation + " " + session, header, json.writeValueAsBytes(draft));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }
}
