package org.goldenbridge.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Random;
import org.goldenbridge.acceptance.network.Cataloguer;
import org.goldenbridge.acceptance.network.Database;
import org.goldenbridge.acceptance.network.Desk;
import org.goldenbridge.acceptance.network.OnStage;
import org.goldenbridge.acceptance.network.Stage;
import org.goldenbridge.acceptance.network.SyntheticRecords;
import org.goldenbridge.local.ServiceProcess;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever works on an import is killed in the middle of each step, and another instance goes on from there. */
@ExtendWith(OnStage.class)
@Order(9)
class KilledImportIT {
    private static final int RECORDS = 12_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage;
    private final Database database;
    private final ServiceProcess first;
    private final ServiceProcess second;

    KilledImportIT(Stage stage, Desk desk) {
        this.stage = desk.stage();
        database = stage.database();
        first = stage.network().service("catalogue-service", 0);
        second = stage.network().service("catalogue-service", 1);
    }

    @Test
    void killedWhilePlanningWhileApplyingAndWhileUndoingItIsDoneOnceAndWhole() {
        var seed = System.nanoTime();
        System.out.println("KilledImportIT seed " + seed);
        var random = new Random(seed);
        try {
            for (var instance : stage.network().instances("catalogue-service")) {
                instance.withEnvironment("GOLDENBRIDGE_IMPORTS_LEASE_SECONDS", "4"); // nobody waits half a minute here
            }
            first.stop();
            first.start();
            first.awaitReady(PATIENCE);
            var atFirst = new Cataloguer(stage, first.address());
            atFirst.source("killed");
            var id = atFirst.send(
                    "killed",
                    "killed.mrc",
                    BodyPublishers.ofInputStream(() -> new SyntheticRecords(1_000_000, RECORDS, 4)));

            killInTheMiddle(first, id, "planning", random);
            second.start();
            second.awaitReady(PATIENCE);
            var atSecond = new Cataloguer(stage, second.address());
            atSecond.await(id, "planned", PATIENCE);
            assertEquals(RECORDS, rows(id, "outcome = 'new'"));
            assertEquals(RECORDS, rows(id, "true"));

            atSecond.apply(id);
            killInTheMiddle(second, id, "applying", random);
            first.start();
            first.awaitReady(PATIENCE);
            atFirst.await(id, "applied", PATIENCE);
            assertEquals(RECORDS, records("active"));
            assertEquals(
                    RECORDS,
                    database.number("select count(*) from catalogue.record_source where source_id = 'killed'"));
            assertEquals(RECORDS, changes(id));
            feedsHoldEveryRecordOnce();

            atFirst.client()
                    .post("/v1/imports/" + id + "/undoing", java.util.Map.of())
                    .expect(202);
            killInTheMiddle(first, id, "undoing", random);
            second.start();
            second.awaitReady(PATIENCE);
            atSecond.await(id, "undone", PATIENCE);
            assertEquals(0, records("active"));
            assertEquals(RECORDS, records("deleted"));
            assertEquals(2 * RECORDS, changes(id));
            feedsHoldEveryRecordOnce();
        } finally {
            stage.heal();
            second.stop();
        }
    }

    /** Kills whoever works on the import once it has come a random part of the way, before it is through. */
    private void killInTheMiddle(ServiceProcess worker, String id, String step, Random random) {
        var from = 1 + random.nextInt(RECORDS / 2);
        Eventually.within(PATIENCE, "it is in the middle of " + step, () -> {
            var row = database.rows("select state, row from catalogue.import where id = ?::uuid", id)
                    .get(0);
            return row.get("state").equals(step) && ((Number) row.get("row")).longValue() >= from;
        });
        worker.kill();
        assertEquals(
                step,
                database.rows("select state from catalogue.import where id = ?::uuid", id)
                        .get(0)
                        .get("state"),
                "it was through before it could be killed: nothing was tested");
    }

    private long rows(String id, String condition) {
        return database.number(
                "select count(*) from catalogue.import_row where import_id = ?::uuid and " + condition, id);
    }

    private long records(String state) {
        return database.number("""
                select count(*) from catalogue.record r join catalogue.record_source s on s.record_id = r.id
                where s.source_id = 'killed' and r.state = ?""", state);
    }

    private long changes(String id) {
        return database.number("select count(*) from catalogue.record_change where import_id = ?::uuid", id);
    }

    private void feedsHoldEveryRecordOnce() {
        Eventually.within(
                PATIENCE, "everything is told", () -> database.number("select count(*) from catalogue.outbox") == 0);
        for (var feed : new String[] {"marcxml", "oai_dc"}) {
            assertEquals(0, database.number("""
                    select count(*) from catalogue.record r left join catalogue.feed_item f
                    on f.feed = ? and f.item = r.id::text
                    where f.item is null or f.deleted <> (r.state <> 'active' or r.hidden)""", feed));
        }
    }
}
