package org.goldenbridge.catalogue.imports;

import static org.goldenbridge.catalogue.imports.Desk.ask;
import static org.goldenbridge.catalogue.imports.Desk.change;
import static org.goldenbridge.catalogue.imports.Desk.fields;
import static org.goldenbridge.catalogue.imports.Marc.book;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goldenbridge.catalogue.CatalogueFixtures;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.goldenbridge.testing.RestApi;
import org.junit.jupiter.api.Test;

/**
 * Two sources deliver the same books under numbers of their own, changed, again, or as deleted; plans are applied at once, late
 * or never, and undone in any order; between them cataloguers edit, decide, delete, restore, merge and hold. After every step
 * all invariants hold, and what a person wrote stands until a person gives it away. Replay with {@code -Dseed}.
 */
@CatalogueServiceTest
class ImportWalkTest {
    private static final int STEPS = Integer.getInteger("walk.steps", Matrix.size(30, 200));
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int BOOKS = 8;

    /** Every step when the way to a breach is to be found. */
    private static final int CHECKED_EVERY = Matrix.size(10, 1);

    private final Random random = new Random(SEED);
    private final List<Desk> sources = new ArrayList<>();
    private final List<String> isbns = new ArrayList<>();

    /** Planned and not yet applied, with the desk whose it is. */
    private final Map<UUID, Desk> planned = new HashMap<>();

    private final Map<UUID, Desk> applied = new HashMap<>();
    private final Set<String> everSeen = new HashSet<>();

    /** What a cataloguer wrote into 300 of a record. */
    private final Map<String, String> byHand = new HashMap<>();

    /** What of that an import was given, by import. */
    private final Map<UUID, Map<String, String>> given = new HashMap<>();

    private String trace = "";

    @Test
    void whateverComesNothingIsLostAndNothingIsThereTwice() {
        System.out.println("ImportWalkTest seed=" + SEED + " walk.steps=" + STEPS);
        sources.add(Desk.open("6XX=add"));
        sources.add(sources.get(0).another("500=add", "520=replace"));
        for (int nth = 0; nth < BOOKS; nth++) {
            isbns.add(isbn());
        }
        deliver();
        for (int step = 0; step < STEPS; step++) {
            step();
            if (step % CHECKED_EVERY != 0) {
                continue;
            }
            try {
                ImportInvariants.hold(sources.get(0));
                nothingIsLost();
            } catch (AssertionError e) {
                throw new AssertionError("seed=" + SEED + " step " + step + ": " + trace + ": " + e.getMessage(), e);
            }
        }
        List.copyOf(planned.keySet()).forEach(this::apply);
        for (var source : sources) {
            var all = file(everyBook());
            var id = source.plan(all);
            source.apply(id);
            changesNothingAgain(source, all, id);
        }
        ImportInvariants.hold(sources.get(0));
        nothingIsLost();
    }

    private void step() {
        var records = records("true");
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> deliver();
            case 3 -> keepForLater();
            case 4 -> any(planned.keySet()).ifPresent(this::apply);
            case 5, 6 -> any(applied.keySet()).ifPresent(this::undo);
            case 7, 8, 9 -> any(records("state = 'active'")).ifPresent(this::edit);
            case 10 -> any(records).ifPresent(record -> send("DELETE", "/v1/records/" + record, ""));
            case 11 -> any(records).ifPresent(record -> send("POST", "/v1/records/" + record + "/restoration", "{}"));
            case 12 -> any(records).ifPresent(from -> any(records).ifPresent(into -> merge(from, into)));
            default -> any(records).ifPresent(this::holdOrLetGo);
        }
    }

    private <T> Optional<T> any(Collection<T> all) {
        var sorted = all.stream().sorted(Comparator.comparing(String::valueOf)).toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(random.nextInt(sorted.size())));
    }

    /** The records of the centre, in the order in which they came. */
    private List<String> records(String condition) {
        return ask("select id from record where centre_id = '%s' and %s order by id"
                .formatted(sources.get(0).centre, condition));
    }

    private Desk anySource() {
        return sources.get(random.nextInt(sources.size()));
    }

    // Imports.

    private List<Integer> someBooks() {
        return everyBook().stream().filter(nth -> random.nextInt(3) > 0).toList();
    }

    private static List<Integer> everyBook() {
        return IntStream.range(0, BOOKS).boxed().toList();
    }

    private byte[] file(List<Integer> books) {
        var records = new ArrayList<Marc>();
        for (var nth : books) {
            var record = book("n" + nth, "Book " + nth + " " + random.nextInt(3))
                    .field("020", "##$a" + isbns.get(nth))
                    .field("300", "##$a" + random.nextInt(3) + " p.");
            if (random.nextBoolean()) {
                record.field("520", "##$aAbout " + random.nextInt(3));
            }
            if (random.nextBoolean()) {
                record.field("650", "#0$aSubject " + random.nextInt(3));
            }
            records.add(random.nextInt(12) == 0 ? record.leader("dam a") : record);
        }
        return Marc.file(records.toArray(Marc[]::new));
    }

    private void deliver() {
        var source = anySource();
        var file = file(someBooks());
        var id = source.plan(file);
        planned.put(id, source);
        decide(id, source);
        apply(id);
        if (random.nextInt(3) == 0) {
            changesNothingAgain(source, file, id);
        }
    }

    /**
     * What was just taken is all known when it comes again; what a person is asked about, a person is still asked about. A row that
     * an earlier one of its file overtook was not taken: it says so, and comes anew.
     */
    private void changesNothingAgain(Desk source, byte[] file, UUID taken) {
        var again = source.plan(file);
        assertEquals(
                List.of(),
                ask("""
                select concat_ws(' ', a.nth, a.outcome, a.source_record_id, a.record_id, a.changes, a.remarks, 'was', t.outcome,
                                 t.record_id, t.decision, t.result, t.remarks)
                from import_row a join import_row t using (nth)
                where a.outcome in ('new', 'changed') and t.result is distinct from 'overtaken' and a.import_id = '%s'
                and t.import_id = '%s'""".formatted(again, taken)),
                "seed=" + SEED + " " + trace + ": comes again in " + again);
    }

    private void keepForLater() {
        var source = anySource();
        var id = source.plan(file(someBooks()));
        planned.put(id, source);
        decide(id, source);
    }

    private void decide(UUID id, Desk source) {
        for (var nth : ask(
                "select nth from import_row where import_id = '%s' and outcome = 'conflict' and changes is not null order by nth"
                        .formatted(id))) {
            if (random.nextBoolean()) {
                RestApi.put(
                                source.cataloguer(),
                                "/v1/imports/" + id + "/rows/" + nth + "/decision",
                                "*",
                                Map.of("decision", random.nextBoolean() ? "take" : "keep"))
                        .statusCode(200);
            }
        }
    }

    private void apply(UUID id) {
        var source = planned.remove(id);
        trace = "apply " + id;
        source.apply(id);
        applied.put(id, source);
        var taken = new HashMap<String, String>();
        for (var record : ask("""
                select record_id from import_row, jsonb_array_elements(changes) as change
                where import_id = '%s' and decision = 'take' and result = 'applied' and change ->> 'tag' = '300'""".formatted(id))) {
            var was = byHand.remove(record);
            if (was != null) {
                taken.put(record, was);
            }
        }
        given.put(id, taken);
    }

    private void undo(UUID id) {
        trace = "undo " + id;
        applied.remove(id).undo(id);
        var back = ask(
                "select coalesce(record_id, brought_id) from import_row where import_id = '%s' and result = 'undone'"
                        .formatted(id));
        given.get(id).forEach((record, was) -> {
            if (back.contains(record)) {
                byHand.put(record, was);
            }
        });
    }

    // People.

    private void edit(String record) {
        trace = "edit " + record;
        var text = "by hand " + random.nextInt(1_000);
        sources.get(0).edit(record, "300", "##$a" + text);
        byHand.put(record, text);
    }

    private void merge(String from, String into) {
        send("POST", "/v1/records/" + from + "/merge", Map.of("into", into));
    }

    private void holdOrLetGo(String record) {
        var items = ask("select id from item where record_id = '%s' and not withdrawn".formatted(record));
        if (items.isEmpty()) {
            send(
                    "POST",
                    "/v1/items",
                    CatalogueFixtures.item(
                            new CatalogueFixtures.TestCentre(sources.get(0).centre), record, unique("IW-")));
        } else {
            send("DELETE", "/v1/items/" + items.get(0), "");
        }
    }

    /** It is done, or refused for a reason. */
    private void send(String method, String path, Object body) {
        trace = method + " " + path + " " + body;
        int status = RestApi.as(administrator())
                .contentType("application/json")
                .header("If-Match", "*")
                .followRedirects(false)
                .body(body)
                .request(method, path)
                .statusCode();
        assertTrue(List.of(200, 201, 204, 409, 422).contains(status), "seed=" + SEED + " " + trace + ": " + status);
    }

    private void nothingIsLost() {
        var now = records("true");
        everSeen.addAll(now);
        assertEquals(everSeen.size(), now.size(), "every record that there ever was is known");
        byHand.forEach((record, text) ->
                assertEquals(List.of("## $a" + text), fields(record, "300"), "what a person wrote into " + record));
        for (var source : sources) {
            assertTrue(
                    count("select 1 from record_source where source_id = '%s'".formatted(source.source)) <= BOOKS,
                    "one link for each number");
        }
    }

    private static String isbn() {
        var digits = "978%09d".formatted(System.nanoTime() % 1_000_000_000L);
        int sum = 0;
        for (int nth = 0; nth < 12; nth++) {
            sum += (digits.charAt(nth) - '0') * (nth % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** The negative control: each kind of damage is seen. */
    @Test
    void theInvariantsSeeDamage() {
        var desk = Desk.open();
        var id = desk.plan(Marc.file(book("a1", "One"), book("a2", "Two")));
        desk.apply(id);
        ImportInvariants.hold(desk);
        for (var damage : List.of(
                "delete from kept where nth = 2",
                "update kept set position = 0",
                "update kept set result = 'overtaken' where nth = 1",
                "update kept set result_version = 1 where nth = 1",
                "update kept set brought_id = (select brought_id from kept where nth = 1)")) {
            change("create table whole as select * from import_row where import_id = '%s'".formatted(id));
            change("create table kept as select * from whole");
            change(damage);
            put(id, "kept");
            assertThrows(AssertionError.class, () -> ImportInvariants.hold(desk), damage);
            put(id, "whole");
            change("drop table kept, whole");
            ImportInvariants.hold(desk);
        }
        change("update record_source set source_record_id = 'lost' where source_id = '%s' and source_record_id = 'a1'"
                .formatted(desk.source));
        assertThrows(AssertionError.class, () -> ImportInvariants.hold(desk));
    }

    private static void put(UUID id, String rows) {
        change("delete from import_row where import_id = '%s'".formatted(id));
        change("insert into import_row select * from " + rows);
    }
}
