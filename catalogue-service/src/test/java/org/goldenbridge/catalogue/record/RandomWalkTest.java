package org.goldenbridge.catalogue.record;

import static org.goldenbridge.catalogue.CatalogueFixtures.centre;
import static org.goldenbridge.catalogue.CatalogueFixtures.field;
import static org.goldenbridge.catalogue.CatalogueFixtures.item;
import static org.goldenbridge.catalogue.CatalogueFixtures.marc;
import static org.goldenbridge.catalogue.CatalogueFixtures.record;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.as;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.goldenbridge.catalogue.CatalogueFixtures.TestCentre;
import org.goldenbridge.catalogue.CatalogueInvariants;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.Exhaustive.Matrix;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestResponse;
import org.junit.jupiter.api.Test;

/**
 * Anything in any order: records and items are entered, edited, deleted, restored, merged, moved and withdrawn at random. One
 * walk is foretold step by step by a model; another is many at once. Replay with {@code -Dwalk.seed}.
 */
@CatalogueServiceTest
class RandomWalkTest {
    private static final int STEPS = Integer.getInteger("walk.steps", Matrix.size(250, 2_000));
    private static final long SEED = Long.getLong("walk.seed", System.nanoTime());

    /** What a record should be like in one of its versions. */
    private record Version(String title, String kind, String centre, String state, boolean hidden) {}

    private static final class Known {
        final List<Version> versions = new ArrayList<>();
        String mergedInto;

        Version now() {
            return versions.get(versions.size() - 1);
        }

        boolean stands() {
            return now().state().equals("active");
        }
    }

    private static final class Copy {
        String record;
        String centre;
        String barcode;
        boolean withdrawn;
        int version;
    }

    private final Map<String, Known> records = new HashMap<>();
    private final Map<String, Copy> items = new HashMap<>();
    private final List<TestCentre> centres = new ArrayList<>();
    private final List<String> barcodes = new ArrayList<>();
    private Random random;

    private void setOut(long seed, int many) {
        random = new Random(seed);
        for (int nth = 0; nth < 2; nth++) {
            centres.add(centre());
        }
        for (int nth = 0; nth < many; nth++) {
            barcodes.add(unique("WALK-"));
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String anyRecord() {
        return any(records.keySet().stream().sorted().toList());
    }

    private boolean isHeld(String record) {
        return items.values().stream().anyMatch(copy -> copy.record.equals(record) && !copy.withdrawn);
    }

    private boolean isTaken(String barcode, Copy by) {
        return items.values().stream().anyMatch(copy -> copy != by && copy.barcode.equals(barcode) && !copy.withdrawn);
    }

    private static TestResponse send(String method, String path, Object body) {
        return as(administrator())
                .contentType(MediaType.APPLICATION_JSON)
                .header("If-Match", "*")
                .body(body)
                .request(method, path);
    }

    private Map<String, Object> draft(Version version) {
        var leader = switch (version.kind()) {
            case "film" -> "00000ngm a2200000 i 4500";
            default -> "00000nam a2200000 i 4500";
        };
        return but(
                record(
                        new TestCentre(version.centre()),
                        version.kind(),
                        but(marc(field("245", "00", "a", version.title())), "leader", leader)),
                "hidden",
                version.hidden());
    }

    private Version anyVersion() {
        return new Version(
                "Title " + random.nextInt(5),
                any(List.of("book", "rare-book", "film")),
                any(centres).id(),
                "active",
                random.nextInt(4) == 0);
    }

    @Test
    void everyStepIsWhatTheModelForetells() {
        System.out.println("walk.seed=" + SEED + " walk.steps=" + STEPS);
        setOut(SEED, 6);
        enter();
        enter();
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        records.forEach(RandomWalkTest::matches);
        items.forEach(RandomWalkTest::matches);
        assertEquals(
                items.size(),
                count("select 1 from item where centre_id in ('"
                        + centres.get(0).id() + "', '" + centres.get(1).id() + "')"),
                "no item is lost");
        CatalogueInvariants.hold(centres.stream().map(TestCentre::id).toList());
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0 -> enter();
            case 1, 2 -> edit(anyRecord(), anyVersion());
            case 3 -> delete(anyRecord());
            case 4 -> restore(anyRecord());
            case 5 -> merge(anyRecord(), anyRecord());
            case 6, 7 -> enterItem(anyRecord(), any(barcodes), any(centres));
            case 8 -> editItem(anyRecord(), any(barcodes), any(centres));
            default -> withdrawItem();
        }
    }

    private void enter() {
        var version = anyVersion();
        var answer = send("POST", "/v1/records", draft(version));
        assertEquals(201, answer.statusCode(), answer.asString());
        var known = new Known();
        known.versions.add(version);
        records.put(answer.path("id"), known);
    }

    private void edit(String id, Version version) {
        var known = records.get(id);
        var answer = send("PUT", "/v1/records/" + id, draft(version));
        assertEquals(known.stands() ? 200 : 409, answer.statusCode(), answer.asString());
        if (known.stands() && !known.now().equals(version)) {
            known.versions.add(version);
        }
    }

    private void becomes(Known known, String state) {
        var was = known.now();
        known.versions.add(new Version(was.title(), was.kind(), was.centre(), state, was.hidden()));
    }

    private void delete(String id) {
        var known = records.get(id);
        boolean can = known.stands() && !isHeld(id);
        var answer = send("DELETE", "/v1/records/" + id, "");
        assertEquals(can ? 204 : 409, answer.statusCode(), answer.asString());
        if (can) {
            becomes(known, "deleted");
        }
    }

    private void restore(String id) {
        var known = records.get(id);
        boolean can = known.now().state().equals("deleted");
        var answer = send("POST", "/v1/records/" + id + "/restoration", "{}");
        assertEquals(can ? 200 : 409, answer.statusCode(), answer.asString());
        if (can) {
            becomes(known, "active");
        }
    }

    private void merge(String from, String into) {
        var answer = send("POST", "/v1/records/" + from + "/merge", Map.of("into", into));
        if (from.equals(into)) {
            assertEquals(422, answer.statusCode(), answer.asString());
            return;
        }
        boolean can = records.get(from).stands() && records.get(into).stands();
        assertEquals(can ? 200 : 409, answer.statusCode(), answer.asString());
        if (can) {
            becomes(records.get(from), "merged");
            records.get(from).mergedInto = into;
            becomes(records.get(into), "active");
            items.values().stream()
                    .filter(copy -> copy.record.equals(from) && !copy.withdrawn)
                    .forEach(copy -> {
                        copy.record = into;
                        copy.version++;
                    });
        }
    }

    private void enterItem(String record, String barcode, TestCentre centre) {
        int expected = !records.get(record).stands() ? 422 : isTaken(barcode, null) ? 409 : 201;
        var answer = send("POST", "/v1/items", item(centre, record, barcode));
        assertEquals(expected, answer.statusCode(), answer.asString());
        if (expected == 201) {
            var copy = new Copy();
            copy.record = record;
            copy.centre = centre.id();
            copy.barcode = barcode;
            items.put(answer.path("id"), copy);
        }
    }

    private void editItem(String record, String barcode, TestCentre centre) {
        if (items.isEmpty()) {
            return;
        }
        var id = any(items.keySet().stream().sorted().toList());
        var copy = items.get(id);
        var isSame = copy.record.equals(record) && copy.barcode.equals(barcode) && copy.centre.equals(centre.id());
        int expected = 200;
        if (!copy.record.equals(record) && !records.get(record).stands()) {
            expected = 422;
        } else if (copy.withdrawn || (!copy.barcode.equals(barcode) && isTaken(barcode, copy))) {
            expected = 409;
        }
        var answer = send("PUT", "/v1/items/" + id, item(centre, record, barcode));
        assertEquals(expected, answer.statusCode(), answer.asString());
        if (expected == 200 && !isSame) {
            copy.record = record;
            copy.barcode = barcode;
            copy.centre = centre.id();
            copy.version++;
        }
    }

    private void withdrawItem() {
        if (items.isEmpty()) {
            return;
        }
        var id = any(items.keySet().stream().sorted().toList());
        var copy = items.get(id);
        var answer = send("DELETE", "/v1/items/" + id, "");
        assertEquals(copy.withdrawn ? 409 : 204, answer.statusCode(), answer.asString());
        if (!copy.withdrawn) {
            copy.withdrawn = true;
            copy.version++;
        }
    }

    /** Each version, given whole by the history, is what it was. */
    private static void matches(String id, Known known) {
        for (int version = 0; version < known.versions.size(); version++) {
            var was = as(administrator())
                    .get("/v1/records/" + id + "/history/" + version)
                    .statusCode(200)
                    .json();
            assertEquals(
                    known.versions.get(version),
                    new Version(
                            was.getString("marc.dataFields[tag=245].subfields[0].value"),
                            was.getString("kind"),
                            was.getString("centreId"),
                            was.getString("state"),
                            was.getBoolean("hidden")),
                    id + " in version " + version);
        }
        as(administrator())
                .get("/v1/records/" + id + "/history/" + known.versions.size())
                .statusCode(404);
        if (known.mergedInto != null) {
            var answer = given().bearer(administrator()).followRedirects(false).get("/v1/records/" + id);
            assertEquals(308, answer.statusCode());
        }
    }

    private static void matches(String id, Copy copy) {
        var shown = as(administrator()).get("/v1/items/" + id).statusCode(200);
        assertEquals(copy.record, shown.path("recordId"));
        assertEquals(copy.centre, shown.path("centreId"));
        assertEquals(copy.barcode, shown.path("barcode"));
        assertEquals(copy.withdrawn, shown.<Boolean>path("withdrawn"));
        assertEquals("\"" + copy.version + ".en.staff.gzip\"", shown.header("ETag"));
    }

    /** Nobody foretells who comes first; whatever happens, nothing breaks and nobody waits in a circle. */
    @Test
    void manyAtOnceBreakNothing() throws Exception {
        System.out.println("walk.seed=" + SEED + " (many at once)");
        setOut(SEED, 4);
        for (int nth = 0; nth < 5; nth++) {
            enter();
        }
        var ids = records.keySet().stream().sorted().toList();
        var threads = Executors.newFixedThreadPool(4);
        try {
            var walks = new ArrayList<Callable<Map<Integer, Integer>>>();
            for (int nth = 0; nth < 4; nth++) {
                long seed = SEED + nth;
                walks.add(() -> carelessWalk(new Random(seed), ids));
            }
            var statuses = new HashMap<Integer, Integer>();
            for (var walk : threads.invokeAll(walks)) {
                walk.get().forEach((status, times) -> statuses.merge(status, times, Integer::sum));
            }
            System.out.println("statuses " + statuses);
            assertTrue(List.of(200, 201, 204, 409, 412, 422).containsAll(statuses.keySet()), statuses.toString());
        } finally {
            threads.shutdown();
        }
        CatalogueInvariants.hold(centres.stream().map(TestCentre::id).toList());
    }

    private Map<Integer, Integer> carelessWalk(Random chance, List<String> ids) {
        var statuses = new HashMap<Integer, Integer>();
        var entered = new ArrayList<String>();
        for (int step = 0; step < 50; step++) {
            var record = ids.get(chance.nextInt(ids.size()));
            var other = ids.get(chance.nextInt(ids.size()));
            var barcode = barcodes.get(chance.nextInt(barcodes.size()));
            var holder = centres.get(chance.nextInt(centres.size()));
            var own = entered.isEmpty() ? null : entered.get(chance.nextInt(entered.size()));
            var answer = switch (chance.nextInt(12)) {
                case 0 -> send("DELETE", "/v1/records/" + record, "");
                case 1, 2 -> send("POST", "/v1/records/" + record + "/restoration", "{}");
                case 3 ->
                    step > 40
                            ? send("POST", "/v1/records/" + record + "/merge", Map.of("into", other))
                            : send("PUT", "/v1/records/" + record, draft(careless(chance)));
                case 4, 5 -> send("PUT", "/v1/records/" + record, draft(careless(chance)));
                case 6, 7 -> send("POST", "/v1/items", item(holder, record, barcode));
                case 8, 9 ->
                    send(
                            own == null ? "POST" : "PUT",
                            "/v1/items" + (own == null ? "" : "/" + own),
                            item(holder, record, barcode));
                default ->
                    own == null
                            ? send("POST", "/v1/items", item(holder, record, barcode))
                            : send("DELETE", "/v1/items/" + own, "");
            };
            if (answer.statusCode() == 201) {
                entered.add(answer.path("id"));
            }
            statuses.merge(answer.statusCode(), 1, Integer::sum);
        }
        return statuses;
    }

    private Version careless(Random chance) {
        return new Version(
                "Title " + chance.nextInt(5),
                List.of("book", "rare-book", "film").get(chance.nextInt(3)),
                centres.get(chance.nextInt(centres.size())).id(),
                "active",
                chance.nextInt(4) == 0);
    }

    /** The negative control: each kind of damage is seen. */
    @Test
    void theInvariantsSeeDamage() throws Exception {
        setOut(1, 2);
        enter();
        var id = anyRecord();
        var keeper = List.of(centres.get(0).id(), centres.get(1).id());
        CatalogueInvariants.hold(keeper);
        for (var damage : List.of(
                "delete from record_change where record_id = '%s'",
                "update record set version = version + 1 where id = '%s'",
                "update record set sets = '{}' where id = '%s'",
                "update record set hidden = not hidden where id = '%s'",
                "update feed_item set deleted = not deleted where item = '%s' and feed = 'oai_dc'",
                "update feed_item set deleted = not deleted where item = '%s' and feed like 'marcxml/kind%%'",
                "delete from feed_item where item = '%s' and feed = 'marcxml'")) {
            try (var connection = TestPostgres.connect();
                    var statement = connection.createStatement()) {
                statement.execute("create table kept_record as select * from record where id = '" + id + "'");
                statement.execute(
                        "create table kept_change as select * from record_change where record_id = '" + id + "'");
                statement.execute("create table kept_feed as select * from feed_item where item = '" + id + "'");
                statement.execute(damage.formatted(id));
                assertThrows(AssertionError.class, () -> CatalogueInvariants.hold(keeper), damage);
                statement.execute("update record r set version = k.version, sets = k.sets, hidden = k.hidden"
                        + " from kept_record k where r.id = k.id");
                statement.execute("insert into record_change select * from kept_change on conflict do nothing");
                statement.execute("delete from feed_item where item = '" + id + "'");
                statement.execute("insert into feed_item select * from kept_feed");
                statement.execute("drop table kept_record, kept_change, kept_feed");
            }
            CatalogueInvariants.hold(keeper);
        }
    }
}
