package org.goldenbridge.event.publicschedule;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.goldenbridge.platform.outbox.ChangeNumbers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the change feeds at this instance, so that it is known at once which of the prepared answers are no longer true. What
 * is prepared is never older than the last look, and looks are a tenth of a second apart; when the database cannot be asked, or
 * the numbering of changes stands still, nothing prepared counts as fresh after a second.
 */
@Singleton
class ScheduleChanges {
    private static final Logger LOG = Logger.getLogger(ScheduleChanges.class);
    private static final long POLL_MILLIS = 100;
    private static final long AWAIT_MILLIS = 20;
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    /** So many of the last changes are remembered; an answer that is older is made again. */
    private static final int REMEMBERED = 4_000;

    private final ChangeRows rows;
    private final ChangeNumbers numbers;
    private final FeedConnection connection;
    private final ConcurrentNavigableMap<Long, List<ScheduleChange>> recent = new ConcurrentSkipListMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile long number;

    /** Before which nothing is remembered. */
    private volatile long floor;

    private volatile long lookedAt;
    private volatile boolean running = true;
    private boolean hasBegun;
    private @Nullable Thread thread;

    /** Held by whoever looks; what is looked at goes on from one to the next. */
    private final ReentrantLock looking = new ReentrantLock();

    ScheduleChanges(ChangeRows rows, ChangeNumbers numbers, FeedConnection connection) {
        this.rows = rows;
        this.numbers = numbers;
        this.connection = connection;
    }

    void start(@Observes StartupEvent event) {
        lookedAt = System.nanoTime() - FRESH_NANOS;
        var follower = new Thread(this::lookWhileRunning, "schedule-changes");
        follower.setDaemon(true);
        follower.start();
        thread = follower;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.join(1_000);
        }
        connection.close();
    }

    /** Is told of changes. */
    @FunctionalInterface
    interface Listener {
        /** These have come, in their order, and with them all up to that number. */
        void changed(List<ScheduleChange> changes, long through);
    }

    /** Everything up to this number is known here. */
    long number() {
        return number;
    }

    /** Whether what is known here is at most a second old. */
    boolean isFresh() {
        return System.nanoTime() - lookedAt < FRESH_NANOS;
    }

    /** Whether the changes since that number are remembered. */
    boolean reachesBack(long since) {
        return since >= floor;
    }

    /** The changes after that number, up to the one known now. */
    Iterable<List<ScheduleChange>> after(long since) {
        return recent.tailMap(since, false).values();
    }

    /** All changes after that number in their order; nothing where they are not known here, all of them or now. */
    Optional<List<ScheduleChange>> followedSince(long since) {
        if (!isFresh() || since > number || !reachesBack(since)) {
            return Optional.empty();
        }
        var followed = recent.tailMap(since, false).values().stream()
                .flatMap(List::stream)
                .toList();
        return reachesBack(since) ? Optional.of(followed) : Optional.empty(); // forgotten while it was looked through
    }

    /** From now on is told of changes, a batch at a time in their order, by the thread that looks: it must not wait. */
    void tell(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Looks until what was written with that change number is known.
     *
     * @param written as the answer to a write says it
     * @return whether it is known; otherwise the relay did not get to it in two seconds
     */
    boolean awaitWrite(long written) throws SQLException, InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (!numbers.areNumberedThrough(written)) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            Thread.sleep(AWAIT_MILLIS);
        }
        if (!looking.tryLock(2, TimeUnit.SECONDS)) {
            return false; // somebody looks, and the database does not answer
        }
        try {
            look();
        } finally {
            looking.unlock();
        }
        return true;
    }

    private void lookWhileRunning() {
        while (running) {
            try {
                looking.lock();
                try {
                    look();
                } finally {
                    looking.unlock();
                }
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warnf("The schedule is read from the database until its changes can be followed again: %s", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(running ? 500 : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only with the lock. */
    private void look() throws SQLException {
        var begun = System.nanoTime();
        try {
            var numbering = rows.numbering(connection.open());
            var last = numbering.last();
            if (!hasBegun) {
                floor = last; // what was before this instance began is in no answer of its own
                hasBegun = true;
                listeners.forEach(listener -> listener.changed(List.of(), numbering.last()));
            } else if (last > number) {
                // To the very end: what was moved on since has no place before it any more.
                var changes = rows.between(connection.open(), number, Long.MAX_VALUE, REMEMBERED + 1);
                last = changes.isEmpty()
                        ? last
                        : Math.max(last, changes.get(changes.size() - 1).number());
                remember(changes, last);
            }
            number = last;
            if (numbering.keepsUp()) {
                lookedAt = begun;
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void remember(List<ScheduleChange> changes, long last) {
        if (changes.size() > REMEMBERED) {
            floor = last; // first, so that nobody takes what is gone for nothing
            recent.clear();
        } else {
            for (var change : changes) {
                recent.merge(change.number(), List.of(change), ScheduleChanges::both);
            }
            while (recent.size() > REMEMBERED) {
                floor = recent.firstKey();
                recent.pollFirstEntry();
            }
        }
        for (var listener : listeners) {
            listener.changed(changes, last);
        }
    }

    private static List<ScheduleChange> both(List<ScheduleChange> some, List<ScheduleChange> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
