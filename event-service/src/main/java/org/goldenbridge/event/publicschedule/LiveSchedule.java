package org.goldenbridge.event.publicschedule;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.platform.limit.StreamPlaces;
import org.goldenbridge.platform.problem.Refusal;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who listen what has changed, in the order of the changes. One thread does all of it, so that whoever joins is told
 * what they missed before anything newer, and each message is written once for all who hear it.
 */
@Singleton
class LiveSchedule {
    private static final Logger LOG = Logger.getLogger(LiveSchedule.class);
    /** As the last change that was heard: it is not known which that was. */
    static final long LONG_AGO = -1;

    private static final int MOST_MISSED = 1_000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ScheduleChanges changes;
    private final ChangeRows rows;
    private final AgroalDataSource database;
    private final LiveMessages messages;
    private final NowAndNext nowAndNext;
    private final Clock clock;
    private final StreamPlaces places;
    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final Set<LiveListener> listeners = new LinkedHashSet<>();
    private final Map<String, NowAndNext.State> shown = new HashMap<>();
    private final Set<String> changedCentres = new HashSet<>();
    private volatile boolean running = true;
    private long told;
    private Instant lastHeartbeat = Instant.EPOCH;

    LiveSchedule(
            ScheduleChanges changes,
            ChangeRows rows,
            AgroalDataSource database,
            LiveMessages messages,
            NowAndNext nowAndNext,
            Clock clock,
            @ConfigProperty(name = "goldenbridge.live.listeners", defaultValue = "5000") int most,
            @ConfigProperty(name = "goldenbridge.live.listeners-of-one", defaultValue = "50") int mostOfOne) {
        this.changes = changes;
        this.rows = rows;
        this.database = database;
        this.messages = messages;
        this.nowAndNext = nowAndNext;
        this.clock = clock;
        places = new StreamPlaces(mostOfOne, most);
    }

    /** Before the changes are followed, so that none is missed. */
    void start(@Observes @Priority(1) StartupEvent event) {
        changes.tell((batch, through) -> work.add(() -> tell(batch, through)));
        var thread = new Thread(this::workWhileRunning, "live-schedule");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        work.add(() -> listeners.forEach(LiveListener::close));
    }

    /**
     * Takes a listener in, who is first told what was missed.
     *
     * @param since the number of the last change that was heard; null for who has heard nothing yet
     * @throws Refusal 503 {@code busy} when too many listen at this instance, or too many of one caller
     */
    void join(LiveListener listener, @Nullable Long since) {
        if (!places.take(listener.caller())) {
            throw Refusal.unavailable("busy", "Too many listen here. Try again, or read the schedule instead.", 10);
        }
        listener.send(messages.heartbeat()); // the head of the answer is written by the thread of the request
        work.add(() -> takeIn(listener, since));
    }

    private void workWhileRunning() {
        while (running || !work.isEmpty()) {
            try {
                var next = work.poll(200, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
                if (work.isEmpty()) {
                    lookAtTheClock();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Those who listen are told later: %s", e);
            }
        }
    }

    private void takeIn(LiveListener listener, @Nullable Long since) {
        listeners.add(listener); // whatever becomes of it, its place is given back
        if (since != null && (since < 0 || since > told)) {
            listener.send(messages.reload(told)); // nothing is known of what was heard
        } else if (since != null && since < told) {
            try (var connection = database.getConnection()) {
                var missed = rows.between(connection, since, told, MOST_MISSED + 1);
                if (missed.stream().anyMatch(change -> change.session() == null)) {
                    listener.send(messages.reload(told)); // which tells of all the others as well
                } else {
                    tell(missed, Set.of(listener));
                }
            } catch (SQLException e) {
                LOG.warnf("One who listens is sent away and comes again: %s", e.getMessage());
                listener.close();
            }
        }
        listener.send(messages.hello(told));
    }

    private void tell(List<ScheduleChange> batch, long through) {
        tell(batch, listeners);
        told = through;
        for (var change : batch) {
            var session = change.session();
            if (session == null) {
                changedCentres.addAll(shown.keySet());
            } else {
                changedCentres.add(session.centreId());
            }
        }
    }

    private void tell(List<ScheduleChange> batch, Set<LiveListener> to) {
        if (to.isEmpty()) {
            return;
        }
        if (batch.size() > MOST_MISSED) {
            var reload =
                    messages.reload(Math.max(told, batch.get(batch.size() - 1).number()));
            to.forEach(listener -> listener.send(reload));
            return;
        }
        for (var change : batch) {
            var session = change.session();
            var message = messages.of(change);
            for (var listener : to) {
                if (listener.hears(session == null ? null : session.centreId())) {
                    listener.send(message);
                }
            }
        }
    }

    /** What is on changes with the clock alone; and lines that nobody holds any more are seen when something is sent. */
    private void lookAtTheClock() {
        var now = clock.instant();
        if (now.isAfter(lastHeartbeat.plus(HEARTBEAT))) {
            lastHeartbeat = now;
            var heartbeat = messages.heartbeat();
            listeners.forEach(listener -> listener.send(heartbeat));
        }
        listeners.removeIf(listener -> {
            if (listener.isGone()) {
                places.giveBack(listener.caller());
                return true;
            }
            return false;
        });
        var centres = new HashSet<String>();
        listeners.forEach(listener -> centres.addAll(listener.centres()));
        shown.keySet().retainAll(centres);
        for (var centre : centres) {
            tellWhatIsOn(centre, now);
        }
        changedCentres.clear();
    }

    private void tellWhatIsOn(String centre, Instant now) {
        var before = shown.get(centre);
        var state = before != null && now.isBefore(before.until()) && !changedCentres.contains(centre)
                ? before
                : nowAndNext.at(centre, now);
        var isNews = before == null || !before.shown().equals(state.shown());
        shown.put(centre, state);
        var written = new HashMap<String, OutboundSseEvent>(); // once for each language
        for (var listener : listeners) {
            if (listener.centres().contains(centre) && (listener.told.add(centre) || isNews)) {
                var language = listener.language();
                listener.send(written.computeIfAbsent(
                        language.chain(),
                        chain -> messages.nowAndNext(state.shown().in(language))));
            }
        }
    }
}
