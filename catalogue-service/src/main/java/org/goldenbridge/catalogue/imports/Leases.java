package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to it that one worker at a time goes on with an import, and that it is another one when the first is gone. A lease runs
 * by the database's clock and is renewed by every batch. A worker that was paused, and has lost its lease without knowing,
 * writes nothing: every batch ends with a comparison of who works and how far the step has come, in its own transaction.
 */
@Singleton
class Leases {
    private static final String TAKE = """
            update import set worker = ?, leased_until = clock_timestamp() + ? * interval '1 second'
            where id = (select id from import
                        where state in ('planning', 'applying', 'undoing')
                          and (leased_until is null or leased_until < clock_timestamp())
                        order by created_at limit 1 for update skip locked)
            returning id""";

    private static final String MOVE = """
            update import set version = version + 1, position = ?, row = ?, rows = ?, counts = ?::jsonb,
                   leased_until = clock_timestamp() + ? * interval '1 second'
            where id = ? and worker = ? and row = ? and state = ?""";

    private static final String FINISH = """
            update import set version = version + 1, state = '%s', %s = ?, worker = null, leased_until = null
            where id = ? and worker = ? and row = ? and state = ?""";

    private static final String RELEASE = """
            update import set leased_until = clock_timestamp() + interval '2 seconds' where id = ? and worker = ?""";

    private final Tables tables;
    private final ObjectMapper json;
    private final Clock clock;
    private final int seconds;

    /** @param seconds how long a lease is good for; far longer than a batch takes, or workers would take it from each other */
    Leases(
            Tables tables,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "goldenbridge.imports.lease-seconds", defaultValue = "30") int seconds) {
        this.tables = tables;
        this.json = json;
        this.clock = clock;
        this.seconds = seconds;
    }

    /** The lease was lost: another worker goes on, or a person has withdrawn the import. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(Job job) {
            super("Import " + job.importId() + " goes on without worker " + job.worker());
        }
    }

    /** A step that nobody works on, for this worker from now on. */
    Optional<Job> take(UUID worker) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        tables
                                .list(TAKE, it -> it.add(worker).add(seconds), row -> row.getObject(1, UUID.class))
                                .stream()
                                .findFirst()
                                .map(taken -> Job.of(Import.required(taken), worker)));
    }

    /**
     * Moves the step on, in the caller's transaction, which holds what the batch wrote.
     *
     * @throws Lost when the worker no longer has the lease, or the step is elsewhere
     */
    void move(Job from, Job to) {
        var counts = write(to.counts());
        mustBeOne(
                tables.update(
                        MOVE,
                        it -> it.add(to.position())
                                .add(to.row())
                                .add(to.rows())
                                .add(counts)
                                .add(seconds)
                                .add(from.importId())
                                .add(from.worker())
                                .add(from.row())
                                .add(from.step().toString())),
                from);
    }

    private String write(Counts counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts can be written as JSON", e);
        }
    }

    /** What became of the closing comparison of a batch. */
    void mustBeOne(int moved, Job job) {
        if (moved != 1) {
            throw new Lost(job);
        }
    }

    /** The step is done. */
    void finish(Job job) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var finish = switch (job.step()) {
            case PLANNING -> FINISH.formatted("planned", "planned_at");
            case APPLYING -> FINISH.formatted("applied", "applied_at");
            case UNDOING -> FINISH.formatted("undone", "undone_at");
            default -> throw new IllegalStateException(job.step() + " is no step");
        };
        mustBeOne(
                tables.update(
                        finish,
                        it -> it.add(now)
                                .add(job.importId())
                                .add(job.worker())
                                .add(job.row())
                                .add(job.step().toString())),
                job);
    }

    /** Lets another worker, or this one after a breath, go on: what stood against the step is expected to pass. */
    void release(Job job) {
        tables.update(RELEASE, it -> it.add(job.importId()).add(job.worker()));
    }
}
