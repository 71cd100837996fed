package org.goldenbridge.catalogue.imports;

import static org.goldenbridge.catalogue.imports.Desk.ask;
import static org.goldenbridge.catalogue.imports.Desk.change;
import static org.goldenbridge.catalogue.imports.Desk.fields;
import static org.goldenbridge.catalogue.imports.Marc.book;
import static org.goldenbridge.testing.Concurrently.together;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.catalogue.imports.Instance.Moment;
import org.goldenbridge.catalogue.record.Cataloguing;
import org.goldenbridge.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several instances of the service work on the same imports, are paused, robbed of their leases and killed, and people work in
 * between. Each race has its control: with the one comparison or lock left out that decides it, the same course does damage,
 * and the damage is seen. Replay with {@code -Dseed}.
 */
@CatalogueServiceTest
class ImportRaceTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Inject
    Scheduler scheduler;

    @Inject
    Leases leases;

    @Inject
    FileStore files;

    @Inject
    Steps steps;

    @Inject
    Tables tables;

    @Inject
    Rows rows;

    @Inject
    Cataloguing cataloguing;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** The service under test is one instance more; it looks away, so that only those of the test work. */
    @BeforeEach
    void pause() {
        scheduler.pause("imports");
    }

    @AfterEach
    void resume() {
        scheduler.resume("imports");
    }

    private Instance instance(int batchSize, Instance.Event event) {
        return new Instance(batchSize, leases, files, steps, event);
    }

    private static Marc[] books(int many, String title) {
        return IntStream.range(0, many)
                .mapToObj(nth -> book("a" + nth, title + " " + nth))
                .toArray(Marc[]::new);
    }

    /** An import whose file has come; no instance has been told. */
    private UUID sent(Desk desk, byte[] file) {
        var id = desk.begin();
        var attempt = UUID.randomUUID();
        change("update import set upload = '%s' where id = '%s'".formatted(attempt, id));
        files.append(id, attempt, 0, file);
        change("update import set state = 'planning', format = 'iso-2709', bytes = %d where id = '%s'"
                .formatted(file.length, id));
        return id;
    }

    /** A planned import; no instance has been told. */
    private UUID planned(Desk desk, byte[] file) {
        var id = sent(desk, file);
        instance(500, (moment, worker) -> {}).work();
        assertEquals("planned", state(id));
        return id;
    }

    /** Lets the next step begin, as a person would at an instance that goes down at once. */
    private static void due(UUID id, String step) {
        change(
                "update import set state = '%s', position = 0, row = 0, applied_by = 'a', undone_by = 'a' where id = '%s'"
                        .formatted(step, id));
    }

    private static String state(UUID id) {
        return ask("select state from import where id = '%s'".formatted(id)).get(0);
    }

    /** As if the worker had been paused for longer than its lease is good for. */
    private static void leaseRunsOut(UUID id) {
        change("update import set leased_until = clock_timestamp() - interval '1 second' where id = '%s'"
                .formatted(id));
    }

    // Two workers at once.

    @Test
    void twoWorkersThatTakeItFromEachOtherDoEveryRecordOnce() throws Exception {
        System.out.println("ImportRaceTest seed=" + SEED);
        var desk = Desk.open();
        var id = sent(desk, Marc.file(books(60, "Wanted by two")));
        var lost = new AtomicInteger();
        for (var step : List.of("planning", "applying", "undoing")) {
            due(id, step);
            lost.addAndGet(contend(id, step));
        }
        assertTrue(lost.get() > 0, "somebody loses the lease while at work: " + lost);
        assertEquals("{new=60, undone=60}", desk.counts(id));
        assertEquals(60, count("select 1 from record where centre_id = '%s' and version = 1".formatted(desk.centre)));
        ImportInvariants.hold(desk);
    }

    /** Of two workers one gets the lease, however often they ask, until it runs out: the control is what happens then. */
    @Test
    void ofTwoWorkersOneHasTheLeaseUntilItRunsOut() {
        var desk = Desk.open();
        var id = sent(desk, Marc.file(books(1, "Wanted by two")));
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        assertTrue(takes(first).contains(id));
        assertEquals(List.of(), takes(second).stream().filter(id::equals).toList());
        assertEquals(first, worker(id));
        leaseRunsOut(id);
        assertTrue(takes(second).contains(id));
        assertEquals(second, worker(id));
        leaseRunsOut(id);
        instance(4, (moment, worker) -> {}).work();
        assertEquals("planned", state(id));
    }

    /** All that a worker gets, as it asks on; never more often than there could be imports here. */
    private List<UUID> takes(UUID worker) {
        var taken = new ArrayList<UUID>();
        for (var job = leases.take(worker); job.isPresent() && taken.size() < 50; job = leases.take(worker)) {
            taken.add(job.get().importId());
        }
        return taken;
    }

    /** Two at once on one step; how many batches were written and not kept, since the other had taken over. */
    private int contend(UUID id, String step) throws Exception {
        var written = new AtomicInteger();
        var workers = new ArrayList<Callable<Integer>>();
        for (int nth = 0; nth < 2; nth++) {
            var random = new Random(SEED + nth);
            var worker = instance(4, (moment, me) -> {
                if (moment == Moment.BEGINS && random.nextInt(3) == 0) {
                    leaseRunsOut(id);
                    Eventually.isTrue("the other has taken over, or all is done", () -> !me.equals(worker(id)));
                } else if (moment == Moment.HAS_WRITTEN) {
                    written.incrementAndGet();
                } else if (moment == Moment.HAS_MOVED) {
                    written.decrementAndGet();
                }
            });
            workers.add(() -> {
                Eventually.isTrue("the step is over", () -> {
                    worker.work();
                    return !state(id).equals(step);
                });
                return 0;
            });
        }
        together(workers);
        return written.get();
    }

    private static UUID worker(UUID id) {
        var worker = ask("select worker::text from import where id = '%s'".formatted(id))
                .get(0);
        return worker == null ? null : UUID.fromString(worker);
    }

    /** One begins a batch and is paused; another takes over and does all of it; then the first wakes up. */
    private Desk oneWakesUpLate(Leases ofTheFirst) {
        var desk = Desk.open();
        var id = planned(desk, Marc.file(books(20, "Done by another")));
        due(id, "applying");
        var isPaused = new AtomicBoolean();
        var first = new Instance(8, ofTheFirst, files, steps, (moment, worker) -> {
            if (moment == Moment.BEGINS && isPaused.compareAndSet(false, true)) {
                leaseRunsOut(id);
                instance(8, (its, other) -> {}).work();
                assertEquals("applied", state(id));
            }
        });
        first.work();
        return desk;
    }

    @Test
    void aWorkerThatWakesUpLateWritesNothing() {
        ImportInvariants.hold(oneWakesUpLate(leases));
    }

    /** Who works, and how far the step has come, is not compared. */
    private final class NaiveLeases extends Leases {
        NaiveLeases() {
            super(tables, json, clock, 30);
        }

        @Override
        void move(Job from, Job to) {
            tables.update(
                    "update import set position = ?, row = ? where id = ?",
                    it -> it.add(to.position()).add(to.row()).add(to.importId()));
        }
    }

    @Test
    void withoutTheComparisonOfTheLeaseItWouldOverstep() {
        var desk = oneWakesUpLate(new NaiveLeases());
        assertThrows(AssertionError.class, () -> ImportInvariants.hold(desk));
    }

    // Killed workers.

    /** Kills every worker at a moment of chance until the import is planned, applied and undone; tells how many died. */
    private int killAgainAndAgain(UUID id, Leases ofThem) {
        var random = new Random(SEED);
        int killed = 0;
        for (var step : List.of("planning", "applying", "undoing")) {
            due(id, step);
            while (state(id).equals(step)) {
                var left = new AtomicInteger(random.nextInt(9));
                var mortal = new Instance(5, ofThem, files, steps, (moment, worker) -> {
                    if (left.getAndDecrement() == 0) {
                        throw new Instance.Killed();
                    }
                });
                try {
                    mortal.work();
                } catch (Instance.Killed e) {
                    killed++;
                }
                leaseRunsOut(id);
            }
        }
        return killed;
    }

    @Test
    void whateverMomentAWorkerIsKilledAtAnotherGoesOn() {
        System.out.println("ImportRaceTest seed=" + SEED);
        var desk = Desk.open();
        var id = sent(desk, Marc.file(books(60, "By mortals")));
        int killed = killAgainAndAgain(id, leases);
        assertTrue(killed > 10, killed + " died");
        assertEquals("{new=60, undone=60}", desk.counts(id));
        assertEquals(60, count("select 1 from record where centre_id = '%s' and version = 1".formatted(desk.centre)));
        ImportInvariants.hold(desk);
    }

    @Test
    void ifTheStepMovedOnInATransactionOfItsOwnRecordsWouldBeLost() {
        var desk = Desk.open();
        var id = sent(desk, Marc.file(books(20, "By mortals")));
        var apart = new Leases(tables, json, clock, 30) {
            @Override
            void move(Job from, Job to) {
                QuarkusTransaction.requiringNew().run(() -> super.move(from, to));
            }
        };
        var mortal = new Instance(5, apart, files, steps, (moment, worker) -> {
            if (moment == Moment.HAS_MOVED) {
                throw new Instance.Killed();
            }
        });
        assertThrows(Instance.Killed.class, mortal::work);
        leaseRunsOut(id);
        instance(5, (moment, worker) -> {}).work();
        assertThrows(AssertionError.class, () -> ImportInvariants.hold(desk));
    }

    // Two imports of one source.

    @Test
    void ofTwoImportsOfOneSourceOneIsOvertakenRecordByRecord() throws Exception {
        var desk = Desk.open();
        var file = Marc.file(books(60, "Wanted twice"));
        var imports = List.of(planned(desk, file), planned(desk, file));
        imports.forEach(each -> due(each, "applying"));
        together(List.<Callable<Integer>>of(worked(instance(3, this::looks)), worked(instance(3, this::looks))));
        imports.forEach(each -> assertEquals("applied", state(each)));
        assertEquals(List.of("60 applied overtaken"), ask("""
                        select count(*) || ' ' || results from (
                            select string_agg(result, ' ' order by result) as results from import_row
                            where import_id in ('%s', '%s') group by nth) as both_of_a_record group by results""".formatted(imports.get(0), imports.get(1))));
        assertEquals(60, count("select 1 from record where centre_id = '%s'".formatted(desk.centre)));
        ImportInvariants.hold(desk);
    }

    /** Nothing steps in. */
    private void looks(Moment moment, UUID worker) {}

    private static Callable<Integer> worked(Instance instance) {
        return () -> {
            instance.work();
            return 0;
        };
    }

    /** Two that apply look at the links before either writes any: nobody has locked the source. */
    private final class NaiveLinks extends Links {
        private final CyclicBarrier both = new CyclicBarrier(2);

        NaiveLinks() {
            super(tables);
        }

        @Override
        void lock(String sourceId) {
            // left out
        }

        @Override
        Map<String, Link> find(String sourceId, Collection<String> sourceRecordIds) {
            var found = super.find(sourceId, sourceRecordIds);
            try {
                both.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return found;
        }
    }

    @Test
    void withoutTheLockOnTheSourceRecordsWouldComeTwice() throws Exception {
        var desk = Desk.open();
        var file = Marc.file(books(5, "Wanted twice"));
        List.of(planned(desk, file), planned(desk, file)).forEach(each -> due(each, "applying"));
        var careless = new Steps(null, new Applying(rows, new NaiveLinks(), cataloguing, clock), null);
        together(List.<Callable<Integer>>of(
                worked(new Instance(50, leases, files, careless, this::looks)),
                worked(new Instance(50, leases, files, careless, this::looks))));
        assertEquals(10, count("select 1 from record where centre_id = '%s'".formatted(desk.centre)));
        assertThrows(AssertionError.class, () -> ImportInvariants.hold(desk));
    }

    // People who work at the same time.

    @Test
    void noEditIsLostWhileAnImportIsApplied() throws Exception {
        System.out.println("ImportRaceTest seed=" + SEED);
        int many = 24;
        var desk = Desk.open();
        var first = planned(desk, Marc.file(books(many, "Old title")));
        due(first, "applying");
        instance(500, this::looks).work();
        var records = IntStream.range(0, many)
                .mapToObj(nth -> desk.recordOf("a" + nth))
                .toList();
        var id = planned(desk, Marc.file(books(many, "New title")));
        due(id, "applying");

        var edited = new AtomicInteger();
        var batches = new AtomicInteger();
        var worker = instance(2, (moment, me) -> {
            if (moment == Moment.BEGINS) {
                int before = Math.min(batches.getAndAdd(2), many);
                Eventually.isTrue("the cataloguers keep up", () -> edited.get() >= before);
            }
        });
        var order = new ArrayList<>(records);
        Collections.shuffle(order, new Random(SEED));
        together(List.of(
                worked(worker),
                () -> editEach(desk, order.subList(0, many / 2), edited),
                () -> editEach(desk, order.subList(many / 2, many), edited)));

        assertEquals("applied", state(id));
        var results = desk.rows(id);
        var seen = new ArrayList<String>();
        for (int nth = 0; nth < many; nth++) {
            var result = results.getString("items[" + nth + "].result");
            seen.add(result);
            assertEquals(List.of("## $aby hand"), fields(records.get(nth), "300"), "the edit stands");
            assertEquals(
                    List.of("10 $a" + (result.equals("applied") ? "New" : "Old") + " title " + nth),
                    fields(records.get(nth), "245"));
            assertEquals(
                    result.equals("applied") ? "2" : "1",
                    ask("select version from record where id = '%s'".formatted(records.get(nth)))
                            .get(0));
        }
        assertTrue(seen.contains("applied") && seen.contains("overtaken"), "both came first at times: " + seen);
        ImportInvariants.hold(desk);
    }

    /** A cataloguer who is overtaken looks at the record again, and edits that. */
    private static int editEach(Desk desk, List<String> records, AtomicInteger edited) {
        for (var record : records) {
            Eventually.isTrue("the record is edited", () -> {
                int status = desk.tryToEdit(record, "300", "##$aby hand").statusCode();
                assertTrue(status == 200 || status == 412, "answered " + status);
                return status == 200;
            });
            edited.incrementAndGet();
        }
        return records.size();
    }

    @Test
    void withoutTheComparisonOfVersionsAnEditWouldBeTakenOver() {
        var desk = Desk.open();
        due(planned(desk, Marc.file(books(1, "Old title"))), "applying");
        instance(500, this::looks).work();
        var id = planned(desk, Marc.file(books(1, "New title")));
        desk.edit(desk.recordOf("a0"), "300", "##$aby hand");
        change("update import_row set record_version = record_version + 1 where import_id = '%s'".formatted(id));
        due(id, "applying");
        instance(500, this::looks).work();
        assertEquals("{applied=1, changed=1}", desk.counts(id));
    }
}
