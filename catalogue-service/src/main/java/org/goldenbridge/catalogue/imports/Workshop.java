package org.goldenbridge.catalogue.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps this instance's worker at work: each second for what other instances left, and at once for what begins here. */
@ApplicationScoped
class Workshop {
    private final Worker worker;
    private final Executor executor;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** A step came due; it may have while the worker was about to leave and no longer looked. */
    private final AtomicBoolean signalled = new AtomicBoolean();

    /** @param batchSize how many records are one transaction */
    @Inject
    Workshop(
            Leases leases,
            FileStore files,
            Steps steps,
            ScheduledExecutorService executor,
            @ConfigProperty(name = "goldenbridge.imports.batch-size", defaultValue = "500") int batchSize) {
        this.worker = new Worker(UUID.randomUUID(), batchSize, leases, files, steps, executor);
        this.executor = executor;
    }

    @Scheduled(identity = "imports", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        do {
            if (!oneAtATime.tryLock()) {
                return; // whoever holds the lock looks for work again before they leave
            }
            try {
                signalled.set(false);
                worker.work(stopping::get);
            } finally {
                oneAtATime.unlock();
            }
        } while (signalled.get());
    }

    void workAtOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) StepIsDue due) {
        signalled.set(true);
        executor.execute(this::work);
    }

    /** The batch that goes on is finished; what is left waits for another instance, or for this one's return. */
    void stop(@Observes ShutdownEvent event) {
        stopping.set(true);
    }
}
