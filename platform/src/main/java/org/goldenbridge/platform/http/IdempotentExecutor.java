package org.goldenbridge.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Does under an idempotency key what makes one thing, once: whoever repeats the request is led to the same thing. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class IdempotentExecutor {
    private final EntityManager entities;
    private final Caller caller;
    private final ObjectMapper json;

    @Inject
    IdempotentExecutor(EntityManager entities, Caller caller, ObjectMapper json) {
        this.entities = entities;
        this.caller = caller;
        this.json = json;
    }

    /**
     * The same where a client may send a key and need not: without one the work is done each time.
     *
     * @param operation what is asked
     * @param header the Idempotency-Key of the request
     * @param draft what was sent
     * @throws Refusal also 400 when the key is not in its form
     */
    public UUID make(String operation, @Nullable String header, Object draft, Supplier<UUID> work) {
        return header == null
                ? work.get()
                : make(IdempotencyKey.of(caller.subject(), operation, header, body(draft)), work);
    }

    private byte[] body(Object draft) {
        try {
            return json.writeValueAsBytes(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }

    /**
     * Does the work, or finds what came of it before; in the caller's transaction, so that a refusal leaves no key behind.
     *
     * @return the identifier of what was made
     * @throws Refusal 409 while the same request is in progress; 422 when the key was used for another request
     */
    public UUID make(IdempotencyKey key, Supplier<UUID> work) {
        var free = (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
                .setParameter("lock", key.lock())
                .getSingleResult();
        if (!free) {
            throw Refusal.conflict("in-progress", "The same request is still being worked on. Repeat it in a moment.");
        }
        var known = known(key);
        if (known.isEmpty()) {
            var made = work.get();
            entities.createNativeQuery("""
                            insert into idempotency_key (caller, operation, key, body_hash, answer)
                            values (:caller, :operation, :key, :hash, :answer)""")
                    .setParameter("caller", key.caller())
                    .setParameter("operation", key.operation())
                    .setParameter("key", key.key())
                    .setParameter("hash", key.bodyHash())
                    .setParameter("answer", made.toString())
                    .executeUpdate();
            return made;
        }
        if (!known.get(0)[0].equals(key.bodyHash())) {
            throw Refusal.unprocessable(
                    "idempotency-key-reused", "This Idempotency-Key was used for another request. Choose a new one.");
        }
        return UUID.fromString((String) known.get(0)[1]);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> known(IdempotencyKey key) {
        return entities.createNativeQuery("""
                        select body_hash, answer from idempotency_key
                        where caller = :caller and operation = :operation and key = :key""")
                .setParameter("caller", key.caller())
                .setParameter("operation", key.operation())
                .setParameter("key", key.key())
                .getResultList();
    }
}
