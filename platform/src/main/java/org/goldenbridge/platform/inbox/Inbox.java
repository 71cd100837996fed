package org.goldenbridge.platform.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.goldenbridge.platform.problem.DatabaseFaults;
import org.goldenbridge.platform.tracing.TraceParent;
import org.jboss.logging.Logger;

/**
 * Takes facts in, each once, in the handler's own transaction. A passing fault (the database is away) is tried again
 * without end while the consumer waits. Any other failure of a handler may come of what happened at the same moment (an
 * optimistic lock, a transaction that ran out of time), and is tried again {@value #MOST_TRIES} times at most. What can never
 * be understood, or fails each time, is thrown, so that the channel puts it among the dead letters; a type nobody here uses is
 * passed over.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int MOST_TRIES = 6;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final ObjectReader tolerant;
    private final FactSchemas schemas;
    private final AtomicLong deadLetters = new AtomicLong();
    private volatile boolean stopping;

    @Inject
    Inbox(EntityManager entities, ObjectMapper json, FactSchemas schemas) {
        this.entities = entities;
        this.json = json;
        // An added optional field is a compatible change: a consumer reads past what it does not know.
        this.tolerant = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.schemas = schemas;
    }

    /**
     * From here on a handler may fail because the service is being taken down around it. Such a fact is not poison: it is
     * left unacknowledged and read again at the next start.
     */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Hands the fact to the handler of its type, in a transaction that also remembers its id.
     *
     * @param handlers for each type that is used, what is to be done; it decides by the aggregate's version whether the
     *     fact is news
     * @throws RuntimeException when the message can never be understood
     */
    public void receive(ConsumerRecord<String, byte[]> message, Map<String, Consumer<CloudEvent>> handlers) {
        var traceparent = message.headers().lastHeader("traceparent");
        TraceParent.begin(traceparent == null ? null : new String(traceparent.value(), StandardCharsets.US_ASCII));
        try {
            var event = read(message);
            var handler = handlers.get(event.type());
            if (handler == null) {
                LOG.debugf("Passing over %s", event.type());
                return;
            }
            var faults = schemas.faultsOfData(event.type(), event.json());
            if (!faults.isEmpty()) {
                throw new PoisonFact("its data breaks the schema of " + event.type() + " at " + faults);
            }
            handle(event, handler);
        } catch (RuntimeException e) {
            deadLetters.incrementAndGet();
            LOG.errorf(
                    "To the dead letters: %s partition %d offset %d. %s",
                    message.topic(), message.partition(), message.offset(), e.getMessage());
            throw e;
        }
    }

    /** How many messages went to the dead letters since the start. */
    long deadLetters() {
        return deadLetters.get();
    }

    private CloudEvent read(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || message.key().isEmpty()) {
            throw new PoisonFact("it has no key");
        }
        if (message.value() == null) {
            throw new PoisonFact("it has no value");
        }
        JsonNode event;
        try {
            event = json.readTree(message.value());
        } catch (IOException e) {
            throw new PoisonFact("it is not JSON");
        }
        var faults = schemas.faultsOfEnvelope(event);
        if (!faults.isEmpty()) {
            throw new PoisonFact("its envelope breaks the schema of CloudEvents at " + faults);
        }
        try {
            return new CloudEvent(
                    event.get("id").asText(),
                    event.get("source").asText(),
                    event.get("type").asText(),
                    event.get("subject").asText(),
                    OffsetDateTime.parse(event.get("time").asText()).toInstant(),
                    event.get("data"),
                    tolerant);
        } catch (DateTimeParseException e) {
            throw new PoisonFact("its time is not a time");
        }
    }

    private void handle(CloudEvent event, Consumer<CloudEvent> handler) {
        int failed = 0;
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (isFirstTime(event)) {
                        handler.accept(event);
                    }
                });
                return;
            } catch (RuntimeException e) {
                if (!stopping && !DatabaseFaults.isPassing(e) && (e instanceof PoisonFact || ++failed == MOST_TRIES)) {
                    throw e;
                }
                LOG.warnf("A fact waits, and those behind it, for a fault to pass: %s", e);
                sleep(pause);
            }
        }
    }

    private boolean isFirstTime(CloudEvent event) {
        return entities.createNativeQuery("insert into inbox (event_id) values (:id) on conflict do nothing")
                        .setParameter("id", event.source() + "#" + event.id())
                        .executeUpdate()
                == 1;
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a fact waited; it is read again at the next start", e);
        }
    }
}
