package org.goldenbridge.catalogue.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The worker of one more instance of the service, on the same database, at whose work a test looks and in which it steps in. */
final class Instance {
    /** Moments of a worker at which something can happen to it. */
    enum Moment {
        /** It reads a batch, outside of any transaction. */
        READS,
        /** Its transaction has begun, and nothing is written. */
        BEGINS,
        /** All of the batch is written; the lease has yet to be compared. */
        HAS_WRITTEN,
        /** The step has moved on; what comes is the commit. */
        HAS_MOVED
    }

    /** What happens at these moments. */
    interface Event {
        void at(Moment moment, UUID worker);
    }

    /** The instance is gone at once, as by kill -9: nothing is released, nobody is told. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Worker worker;
    private final Event event;
    private boolean isDead;

    Instance(int batchSize, Leases leases, FileStore files, Steps steps, Event event) {
        this.event = event;
        worker = new Worker(
                UUID.randomUUID(), batchSize, new Watched(leases), files, new WatchedSteps(steps), Runnable::run);
    }

    /** Goes on with whatever waits, until nothing does. */
    void work() {
        worker.work(() -> false);
    }

    private void reaches(Moment moment, UUID me) {
        mustLive();
        try {
            event.at(moment, me);
        } catch (Killed e) {
            isDead = true;
            throw e;
        }
    }

    /** Who is dead does not even clear up. */
    private void mustLive() {
        if (isDead) {
            throw new Killed();
        }
    }

    private final class Watched extends Leases {
        private final Leases real;

        Watched(Leases real) {
            super(null, null, null, 0);
            this.real = real;
        }

        @Override
        Optional<Job> take(UUID me) {
            mustLive();
            return real.take(me);
        }

        @Override
        void move(Job from, Job to) {
            mustLive();
            real.move(from, to);
            reaches(Moment.HAS_MOVED, from.worker());
        }

        @Override
        void finish(Job job) {
            mustLive();
            real.finish(job);
        }

        @Override
        void release(Job job) {
            mustLive();
            real.release(job);
        }
    }

    private final class WatchedSteps extends Steps {
        private final Steps real;

        WatchedSteps(Steps real) {
            super(null, null, null);
            this.real = real;
        }

        @Override
        Step<?> of(ImportState state) {
            return new WatchedStep<>(real.of(state));
        }
    }

    private final class WatchedStep<E> implements Step<E> {
        private final Step<E> real;

        WatchedStep(Step<E> real) {
            this.real = real;
        }

        @Override
        public List<E> next(Job job, FileReader file, int atMost) {
            reaches(Moment.READS, job.worker());
            return real.next(job, file, atMost);
        }

        @Override
        public Job behind(Job job, List<E> batch) {
            return real.behind(job, batch);
        }

        @Override
        public Job work(Job job, List<E> batch) {
            reaches(Moment.BEGINS, job.worker());
            var moved = real.work(job, batch);
            reaches(Moment.HAS_WRITTEN, job.worker());
            return moved;
        }

        @Override
        public Job giveUp(Job job, E one, String sentence) {
            mustLive();
            return real.giveUp(job, one, sentence);
        }
    }
}
