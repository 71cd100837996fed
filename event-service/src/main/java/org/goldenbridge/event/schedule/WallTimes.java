package org.goldenbridge.event.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Which instant a wall time is, and what follows when that changes: a country gives itself another zone, the Java runtime
 * learns of it with its next update, and what was planned for 18:00 must be at 18:00 again.
 */
@ApplicationScoped
public class WallTimes {
    private static final Logger LOG = Logger.getLogger(WallTimes.class);
    private static final int BATCH = 100;

    private final WallTimeCorrection correction;
    private final EntityManager entities;
    private final Clock clock;
    private volatile Progress progress = new Progress(0, 0);

    @Inject
    WallTimes(WallTimeCorrection correction, EntityManager entities, Clock clock) {
        this.correction = correction;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * How far the last correction came.
     *
     * @param moved sessions that are at their wall time again
     * @param failed sessions that are not, and are tried again within the hour
     */
    record Progress(int moved, int failed) {
        Progress and(Progress other) {
            return new Progress(moved + other.moved, failed + other.failed);
        }
    }

    /**
     * The instant of a wall time. One that clocks leap over moves forward by what they leap; one that happens twice is the
     * first (RFC 5545, 3.3.5).
     */
    public static Instant instant(LocalDateTime wall, ZoneId zone) {
        return wall.atZone(zone).toInstant();
    }

    /** Beside the start: the sessions of a large centre take a while, and stand as they were until then. */
    void atStart(@Observes StartupEvent start) {
        var thread = new Thread(this::correct, "wall-times");
        thread.setDaemon(true);
        thread.start();
    }

    @Scheduled(every = "1h", delayed = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void correct() {
        try {
            materialiseAgain(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("Sessions of series could not be looked through for their wall times", e);
        }
    }

    Progress progress() {
        return progress;
    }

    /**
     * Moves every session of a series that is not over and no longer begins at its wall time by the zone rules known
     * now. What finds its room taken then is flagged as clashing, for a person to look at. Sessions that were edited by
     * themselves stay: which wall time was meant for them is not known. Batches commit by themselves, and the others go on
     * when one fails.
     *
     * @return how many were moved
     */
    public int materialiseAgain(Instant now) {
        var all = new Progress(0, 0);
        // A centre at a time, for no room belongs to two.
        var drifted = QuarkusTransaction.requiringNew().call(() -> drifted(now));
        for (var sessions : drifted.values()) {
            all = all.and(correct(sessions, now));
        }
        progress = all;
        if (all.moved() + all.failed() > 0) {
            LOG.infof("Put back to their wall times: %d sessions; not yet: %d", all.moved(), all.failed());
        }
        return all.moved();
    }

    private Progress correct(List<UUID> sessions, Instant now) {
        var done = new Progress(0, 0);
        for (int from = 0; from < sessions.size(); from += BATCH) {
            done = done.and(putBack(sessions.subList(from, Math.min(from + BATCH, sessions.size())), now));
        }
        // What clashed with a session of a later batch may have its room by now.
        if (sessions.size() > BATCH) {
            try {
                correction.claimAgain(sessions);
            } catch (RuntimeException e) {
                LOG.warn("Sessions at their wall time again stay flagged as clashing, until a person looks", e);
            }
        }
        return done;
    }

    /** A batch that fails is halved, so that one session does not keep the others from their time. */
    private Progress putBack(List<UUID> batch, Instant now) {
        try {
            return new Progress(correction.putBack(batch, now), 0);
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                LOG.errorf(e, "Session %s could not be put back to its wall time", batch.get(0));
                return new Progress(0, 1);
            }
            int half = batch.size() / 2;
            return putBack(batch.subList(0, half), now).and(putBack(batch.subList(half, batch.size()), now));
        }
    }

    /** A session that begins at another time than its wall time says. */
    private record Drifted(UUID id, String centre, Instant startsAt, Instant wanted) {
        boolean isEarly() {
            return startsAt.isBefore(wanted);
        }
    }

    /** By centre, in an order in which each finds that its neighbour has left already: from the last on where they move on. */
    private Map<String, List<UUID>> drifted(Instant now) {
        @SuppressWarnings("unchecked")
        var ahead = (List<Tuple>) entities.createNativeQuery("""
                        select id as id, centre_id as centre, cast(series_start as text) as wall, zone as zone,
                               starts_at as starts_at
                        from session
                        where series_id is not null and not series_override and status = 'scheduled'
                          and ends_at > :now""", Tuple.class)
                .setParameter("now", now)
                .getResultList();
        var drifted = new ArrayList<Drifted>();
        for (var row : ahead) {
            try {
                var wanted = instant(
                        LocalDateTime.parse(row.get("wall", String.class).replace(' ', 'T')),
                        ZoneId.of(row.get("zone", String.class)));
                var session = new Drifted(
                        row.get("id", UUID.class),
                        row.get("centre", String.class),
                        row.get("starts_at", Instant.class),
                        wanted);
                if (!session.startsAt().equals(wanted)) {
                    drifted.add(session);
                }
            } catch (DateTimeException e) {
                LOG.errorf("Session %s has no wall time that is known: %s", row.get("id"), e.getMessage());
            }
        }
        Function<Drifted, Long> neighboursFirst = session -> session.isEarly()
                ? -session.startsAt().getEpochSecond()
                : session.startsAt().getEpochSecond();
        return drifted.stream()
                .sorted(Comparator.comparing(Drifted::isEarly)
                        .thenComparing(neighboursFirst)
                        .thenComparing(Drifted::id))
                .collect(Collectors.groupingBy(
                        Drifted::centre, TreeMap::new, Collectors.mapping(Drifted::id, Collectors.toList())));
    }
}
