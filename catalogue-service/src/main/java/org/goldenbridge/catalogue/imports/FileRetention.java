package org.goldenbridge.catalogue.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets the files of imports that are over: of one that was withdrawn or refused at once, of one that was applied after some
 * days, but for the records that could not be read. The plan stays, and with it all that undoing needs.
 */
@Singleton
class FileRetention {
    private static final Logger LOG = Logger.getLogger(FileRetention.class);

    /** What has waited so long for its file, or for the rest of it, gets none any more. */
    private static final String GIVE_UP = """
            update import set version = version + 1, state = 'withdrawn' where state = 'receiving' and created_at < ?""";

    private static final String OVER = """
            select id from import
            where file_forgotten_at is null and id > ?
              and (state in ('withdrawn', 'refused') or (state in ('applied', 'undone') and applied_at < ?))
            order by id limit 1""";

    private static final String LOCK = """
            select id from import where id = ? and file_forgotten_at is null for update skip locked""";

    private static final String FORGOTTEN = "update import set file_forgotten_at = ? where id = ?";

    private final Tables tables;
    private final FileStore files;
    private final Rows rows;
    private final Clock clock;
    private final Duration kept;

    /** @param days for how long the file of an applied import is kept, and an unfinished one waited for */
    FileRetention(
            Tables tables,
            FileStore files,
            Rows rows,
            Clock clock,
            @ConfigProperty(name = "goldenbridge.imports.keep-files-days", defaultValue = "90") int days) {
        this.tables = tables;
        this.files = files;
        this.rows = rows;
        this.clock = clock;
        this.kept = Duration.ofDays(days);
    }

    @Scheduled(every = "1h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        var now = clock.instant();
        tables.update(GIVE_UP, it -> it.add(utc(now.minus(kept))));
        var last = new UUID(0, 0);
        for (var next = over(last, now); next.isPresent(); next = over(last, now)) {
            last = next.get();
            forget(last, now);
        }
    }

    private Optional<UUID> over(UUID behind, Instant now) {
        return tables
                .list(OVER, it -> it.add(behind).add(utc(now.minus(kept))), row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    /** In a transaction of its own: one that fails is logged, and comes again in an hour. */
    private void forget(UUID id, Instant now) {
        try {
            QuarkusTransaction.requiringNew().timeout(600).run(() -> {
                if (tables.list(LOCK, it -> it.add(id), row -> row.getObject(1, UUID.class))
                        .isEmpty()) {
                    return; // another instance is at it, or has done it
                }
                files.clear(id, Import.required(id).isAppliedOrUndone() ? quarantine(id) : List.of());
                tables.update(FORGOTTEN, it -> it.add(utc(now)).add(id));
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "The file of import %s was not forgotten", id);
        }
    }

    private List<Integer> quarantine(UUID importId) {
        return rows.piecesOf(importId, Outcome.UNREADABLE, FileStore.PIECE);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
