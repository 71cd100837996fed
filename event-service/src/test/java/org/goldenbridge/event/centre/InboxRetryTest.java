package org.goldenbridge.event.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.goldenbridge.event.EventServiceTest;
import org.goldenbridge.platform.inbox.CloudEvent;
import org.goldenbridge.platform.inbox.Inbox;
import org.goldenbridge.testing.Facts;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which failures of a handler are tried again, and how often. */
@EventServiceTest
@DisplayName("E09 a failure of the moment does not send a message to the dead letters")
class InboxRetryTest {
    private static final String TYPE = "org.goldenbridge.space.changed.v1";

    @Inject
    Inbox inbox;

    static Stream<RuntimeException> failuresOfTheMoment() {
        return Stream.of(
                new OptimisticLockException("somebody else was quicker"),
                new IllegalStateException(new StaleObjectStateException("Session", 1)),
                new IllegalStateException(new RollbackException("ARJUNA016102: The transaction is not active!")),
                new IllegalStateException("Enlisted connection used without active transaction"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheMoment")
    void triesAFailureOfTheMomentAgain(RuntimeException failure) {
        var tries = new AtomicInteger();
        receive(event -> {
            if (tries.incrementAndGet() < 3) {
                throw failure;
            }
        });
        assertEquals(3, tries.get());
    }

    @Test
    void givesUpWhenItFailsEachTime() {
        var tries = new AtomicInteger();
        assertThrows(
                OptimisticLockException.class,
                () -> receive(event -> {
                    tries.incrementAndGet();
                    throw new OptimisticLockException("each time");
                }));
        assertEquals(6, tries.get());
    }

    @Test
    void doesNotTryAgainWhatCanNeverBeUnderstood() {
        var tries = new AtomicInteger();
        assertThrows(
                RuntimeException.class,
                () -> receive(event -> {
                    tries.incrementAndGet();
                    event.data(Unreadable.class);
                }));
        assertEquals(1, tries.get());
    }

    private record Unreadable(int centreId) {}

    private void receive(Consumer<CloudEvent> handler) {
        var fact = Facts.fact(TYPE, "hall", Facts.example(TYPE)).getBytes(StandardCharsets.UTF_8);
        inbox.receive(new ConsumerRecord<>("centre.spaces", 0, 0, "hall", fact), Map.of(TYPE, handler));
    }
}
