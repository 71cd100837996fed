package org.goldenbridge.catalogue.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.FlushModeType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.goldenbridge.platform.problem.DatabaseFaults;
import org.jboss.logging.Logger;

/**
 * Goes on with imports, one at a time, batch by batch. Each batch is one transaction that holds what it writes and how far the
 * step has come, so that after a kill at any point another worker goes on behind the last whole batch.
 */
final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final String GIVEN_UP =
            "The record could not be taken for a reason that lies in it; the log of the service says more.";

    private final UUID id;
    private final int batchSize;
    private final Leases leases;
    private final FileStore files;
    private final Steps steps;
    private final Executor readers;

    /**
     * @param batchSize how many records are one transaction
     * @param readers where the next batch is read
     */
    Worker(UUID id, int batchSize, Leases leases, FileStore files, Steps steps, Executor readers) {
        this.id = id;
        this.batchSize = batchSize;
        this.leases = leases;
        this.files = files;
        this.steps = steps;
        this.readers = readers;
    }

    /** Goes on with whatever waits, until nothing does. */
    void work(BooleanSupplier isToStop) {
        for (var job = leases.take(id); job.isPresent(); job = leases.take(id)) {
            carryOut(job.get(), isToStop);
            if (isToStop.getAsBoolean()) {
                return;
            }
        }
    }

    private void carryOut(Job job, BooleanSupplier isToStop) {
        try {
            carryOut(job, steps.of(job.step()), isToStop);
        } catch (Leases.Lost e) {
            LOG.infof("%s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warnf(e, "Import %s waits at its step %s", job.importId(), job.step());
            leases.release(job);
        }
    }

    /** While one batch is written, the next one is read. */
    private <E> void carryOut(Job job, Step<E> step, BooleanSupplier isToStop) {
        var file = new FileReader(files);
        var at = job;
        var batch = step.next(at, file, batchSize);
        while (!batch.isEmpty()) {
            if (isToStop.getAsBoolean()) {
                leases.release(at);
                return;
            }
            var behind = step.behind(at, batch);
            var next = CompletableFuture.supplyAsync(() -> step.next(behind, file, batchSize), readers);
            at = write(at, step, batch);
            batch = next.join();
        }
        leases.finish(at);
    }

    private <E> Job write(Job job, Step<E> step, List<E> batch) {
        try {
            return commit(job, step, batch);
        } catch (Leases.Lost e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseFaults.isPassing(e)) {
                throw e;
            }
            LOG.warnf(
                    "Import %s: the batch behind %d fails and is taken one by one: %s",
                    job.importId(), job.row(), reason(e));
            return oneByOne(job, step, batch);
        }
    }

    private <E> Job commit(Job job, Step<E> step, List<E> batch) {
        return QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            // What a batch reads, it reads before it writes: a look through all that is loaded, before each question,
            // is spared.
            Import.getEntityManager().setFlushMode(FlushModeType.COMMIT);
            var moved = step.work(job, batch);
            leases.move(job, moved);
            return moved;
        });
    }

    /** A record that makes a batch fail must not stand in the way of the others for ever. */
    private <E> Job oneByOne(Job job, Step<E> step, List<E> batch) {
        var at = job;
        for (var one : batch) {
            at = alone(at, step, one);
        }
        return at;
    }

    private <E> Job alone(Job job, Step<E> step, E one) {
        try {
            return commit(job, step, List.of(one));
        } catch (Leases.Lost e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseFaults.isPassing(e)) {
                throw e;
            }
            LOG.errorf("Import %s: record %d is given up: %s", job.importId(), job.row() + 1, reason(e));
            return QuarkusTransaction.requiringNew().call(() -> {
                var moved = step.giveUp(job, one, GIVEN_UP);
                leases.move(job, moved);
                return moved;
            });
        }
    }

    /** What the database says of it, by its state: its message would show what the record holds. */
    private static String reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "SQLSTATE " + sql.getSQLState();
            }
        }
        return thrown.toString();
    }
}
