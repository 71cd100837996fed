package org.goldenbridge.catalogue.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/** While others write, and transactions stay open, a harvest and those after it hold what the database holds. */
@CatalogueServiceTest
class HarvestWhileWritingTest {
    private static final int WRITERS = 5;
    private static final int CHANGES = 40;

    /** A partner's copy of a shelf: of each record whether it is deleted, its title and how many items it has. */
    private static final class Copy {
        private final String query;
        private final Map<String, String> records = new TreeMap<>();
        private String from = "";

        Copy(String query) {
            this.query = query;
        }

        /** Harvests what has changed since the last time. */
        void harvest() {
            var begun = Answer.unchecked(query + from);
            if (begun.contains("\"noRecordsMatch\"")) {
                return;
            }
            var pages = Answer.list(query + from);
            pages.forEach(this::keep);
            from = "&from=" + pages.get(0).responseDate();
        }

        private void keep(Answer page) {
            page.elements(Answer.OAI, "record").forEach(record -> {
                var id = record.getElementsByTagNameNS(Answer.OAI, "identifier")
                        .item(0)
                        .getTextContent();
                records.put(id.substring(id.lastIndexOf(':') + 1), Answer.summary(record));
            });
        }
    }

    /** The opposite: a harvester that asks the table by the time at which a change was made. */
    private static final class NaiveCopy {
        private final Shelf shelf;
        private final Set<String> seen = new HashSet<>();
        private String last = "-infinity";

        NaiveCopy(Shelf shelf) {
            this.shelf = shelf;
        }

        void harvest() {
            var rows = Shelf.values("select id || ' ' || changed_at from record where centre_id = '"
                    + shelf.centre().id() + "' and changed_at >= '" + last + "' order by changed_at");
            for (var row : rows) {
                seen.add(row.substring(0, row.indexOf(' ')));
                last = row.substring(row.indexOf(' ') + 1);
            }
        }
    }

    @Test
    void aTransactionThatCommitsLateIsNotMissed() throws SQLException {
        var shelf = Shelf.open();
        var copy = new Copy(shelf.list("ListRecords", "marcxml"));
        var naive = new NaiveCopy(shelf);
        var late = Ids.next();
        try (var slow = TestPostgres.connect()) {
            slow.setAutoCommit(false);
            Shelf.execute(
                    slow, shelf.inserted(late, Shelf.marcxml("Late")), shelf.moved(late, false, "marcxml", "oai_dc"));
            var early = shelf.enter("Early");
            Shelf.settle();
            copy.harvest();
            naive.harvest();
            assertEquals(Set.of(early), copy.records.keySet());
            assertEquals(Set.of(early), naive.seen);
            slow.commit();
        }
        Shelf.settle();
        copy.harvest();
        naive.harvest();
        assertTrue(copy.records.containsKey(late.toString()));
        assertFalse(
                naive.seen.contains(late.toString()),
                "the negative control: whoever asks by the time of the change never sees it");
    }

    @Test
    void aHarvestAndThoseAfterItHoldWhatTheDatabaseHolds() throws Exception {
        var seed = Long.getLong("walk.seed", System.nanoTime());
        System.out.println("HarvestWhileWritingTest seed " + seed);
        var shelf = Shelf.open();
        shelf.writeMany(600); // so that lists have pages, and change between one and the next
        var known = new CopyOnWriteArrayList<>(Shelf.values(
                "select id from record where centre_id = '" + shelf.centre().id() + "'"));
        Shelf.settle();
        var pool = Executors.newFixedThreadPool(WRITERS);
        var writing = IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(nth -> pool.submit(() -> write(shelf, known, new Random(seed + nth))))
                .toList();
        pool.shutdown();
        var copies = List.of(
                new Copy(shelf.list("ListRecords", "marcxml")), new Copy("verb=ListRecords&metadataPrefix=marcxml"));
        int harvests = 0;
        while (writing.stream().anyMatch(writer -> !writer.isDone())) {
            copies.forEach(Copy::harvest);
            harvests++;
        }
        for (var writer : writing) {
            writer.get();
        }
        Shelf.settle();
        copies.forEach(Copy::harvest);
        assertTrue(harvests > 3, "harvested " + harvests + " times while others wrote");
        var expected = database("where centre_id = '" + shelf.centre().id() + "'");
        assertTrue(expected.size() > 600 && expected.containsValue("deleted"));
        assertEquals(expected, copies.get(0).records);
        assertEquals(expected, only(expected.keySet(), copies.get(1).records));
    }

    private static Map<String, String> only(Set<String> ids, Map<String, String> records) {
        var some = new TreeMap<>(records);
        some.keySet().retainAll(ids);
        return some;
    }

    /** What partners should have. */
    private static Map<String, String> database(String where) {
        var records = new TreeMap<String, String>();
        for (var row : Shelf.values("""
                select id || case when state <> 'active' then 'deleted'
                    else (xpath('//*[@tag="245"]/*/text()', marcxml::xml))[1] || ', '
                        || (select count(*) from item where record_id = r.id) end
                from record r %s""".formatted(where))) {
            records.put(row.substring(0, 36), row.substring(36));
        }
        return records;
    }

    /** Enters, edits, deletes, restores and holds, each in a transaction that stays open for a while. */
    private static Void write(Shelf shelf, List<String> known, Random random) throws SQLException {
        try (var connection = TestPostgres.connect()) {
            connection.setAutoCommit(false);
            for (int nth = 0; nth < CHANGES; nth++) {
                var id = random.nextInt(4) == 0 ? Ids.next() : UUID.fromString(known.get(random.nextInt(known.size())));
                var isNew = !known.contains(id.toString());
                var title = "Title " + random.nextInt(1_000_000);
                boolean deleted = !isNew && random.nextInt(3) == 0;
                if (isNew) {
                    Shelf.execute(connection, shelf.inserted(id, Shelf.marcxml(title)));
                } else {
                    Shelf.execute(
                            connection,
                            "update record set marcxml = '%s', state = '%s', changed_at = now() where id = '%s'"
                                    .formatted(Shelf.marcxml(title), deleted ? "deleted" : "active", id));
                }
                Shelf.execute(connection, shelf.moved(id, deleted, "marcxml", "oai_dc"));
                if (!deleted && random.nextInt(3) == 0) {
                    Shelf.execute(connection, item(shelf, id), shelf.moved(id, false, "marcxml"));
                }
                Shelf.execute(
                        connection, "select pg_sleep(" + (nth % 10 == 0 ? 0.7 : random.nextInt(30) / 1_000.0) + ")");
                connection.commit();
                known.add(id.toString());
            }
        }
        return null;
    }

    private static String item(Shelf shelf, UUID record) {
        return """
                insert into item (id, version, record_id, centre_id, barcode, shelf, condition, status, withdrawn)
                values ('%s', 0, '%s', '%s', '%s', 'A', 'good', 'available', false)""".formatted(Ids.next(), record, shelf.centre().id(), RestApi.unique("W"));
    }
}
