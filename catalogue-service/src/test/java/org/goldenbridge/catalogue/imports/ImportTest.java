package org.goldenbridge.catalogue.imports;

import static org.goldenbridge.catalogue.CatalogueFixtures.field;
import static org.goldenbridge.catalogue.CatalogueFixtures.marc;
import static org.goldenbridge.catalogue.CatalogueFixtures.record;
import static org.goldenbridge.catalogue.CatalogueFixtures.tag;
import static org.goldenbridge.catalogue.imports.Desk.fields;
import static org.goldenbridge.catalogue.imports.Marc.book;
import static org.goldenbridge.testing.RestApi.administrator;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.put;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.TestPostgres.count;
import static org.goldenbridge.testing.TestPostgres.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.goldenbridge.catalogue.CatalogueFixtures;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.JsonBody;
import org.goldenbridge.testing.RestApi;
import org.junit.jupiter.api.Test;

/** Files through the front door: planned, applied, undone, sent again. */
@CatalogueServiceTest
class ImportTest {
    private static void counts(JsonBody shown, Map<String, Integer> expected) {
        var counts = new java.util.TreeMap<>(shown.<String, Integer>getMap("counts"));
        counts.values().removeIf(count -> count == 0);
        assertEquals(new java.util.TreeMap<>(expected), counts);
    }

    private static String isbn() {
        var digits = "978%09d".formatted(System.nanoTime() % 1_000_000_000L);
        int sum = 0;
        for (int nth = 0; nth < 12; nth++) {
            sum += (digits.charAt(nth) - '0') * (nth % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    @Test
    void aPlanChangesNothingAndApplyingTakesItOver() {
        var desk = Desk.open();
        var id = desk.plan(Marc.file(book("a1", "Абай жолы"), book("a2", "Қан мен тер")));
        counts(desk.read(id), Map.of("new", 2));
        assertEquals(2, desk.read(id).getInt("records"));
        assertEquals(0, count("select 1 from record_source where source_id = '%s'".formatted(desk.source)));
        desk.get("/v1/imports/" + id + "/rows")
                .body("items.outcome", contains("new", "new"))
                .body("items.title", contains("Абай жолы", "Қан мен тер"))
                .body("items.sourceRecordId", contains("a1", "a2"))
                .body("items[0].recordId", nullValue());
        counts(desk.apply(id), Map.of("new", 2, "applied", 2));
        var record = desk.recordOf("a1");
        RestApi.get("/v1/records/" + record)
                .body("title", equalTo("Абай жолы"))
                .body("centreId", equalTo(desk.centre))
                .body("kind", equalTo("book"));
        assertEquals(List.of("## $a(TEST)a1"), fields(record, "035"));
        desk.get("/v1/imports/" + id + "/rows/1")
                .body("recordId", equalTo(record))
                .body("result", equalTo("applied"));
        assertEquals(desk.centre + "-cataloguer", desk.read(id).getString("appliedBy"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var desk = Desk.open();
        var file =
                Marc.file(book("a1", "Абай жолы"), book("a2", "Қан мен тер").field("880", "10$6245-00$aQan men ter"));
        desk.apply(desk.plan(file));
        var before = value(
                "select string_agg(concat(id, version, marcxml), ',' order by id) from record where centre_id = '%s'"
                        .formatted(desk.centre));
        var again = desk.plan(file);
        counts(desk.read(again), Map.of("same", 2));
        counts(desk.apply(again), Map.of("same", 2));
        assertEquals(
                before,
                value(
                        "select string_agg(concat(id, version, marcxml), ',' order by id) from record where centre_id = '%s'"
                                .formatted(desk.centre)));
    }

    @Test
    void whatSaysTheSameInOtherBytesIsTheSame() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Абай жолы").field("005", "20260101000000.0"))));
        var again = desk.plan(Marc.collection(book("a1", "Абай жолы").field("005", "20261231000000.0")));
        counts(desk.read(again), Map.of("same", 1));
        counts(desk.apply(again), Map.of("same", 1));
        assertEquals("0", value("select version from record where id = '%s'".formatted(desk.recordOf("a1"))));
    }

    @Test
    void aChangedRecordIsShownFieldByFieldAndUndone() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Абай жолы").field("520", "##$aOld."))));
        var record = desk.recordOf("a1");
        var before = value("select marcxml from record where id = '%s'".formatted(record));
        var id = desk.plan(Marc.file(book("a1", "Абай жолы").field("520", "##$aNew."), book("a2", "Көшпенділер")));
        counts(desk.read(id), Map.of("changed", 1, "new", 1));
        desk.get("/v1/imports/" + id + "/rows/1")
                .body("matchedBy", equalTo("source-id"))
                .body("recordId", equalTo(record))
                .body("changes", hasSize(1))
                .body("changes[0].tag", equalTo("520"))
                .body("changes[0].before", contains("## $aOld."))
                .body("changes[0].after", contains("## $aNew."))
                .body("changes[0].kept", equalTo(false));
        counts(desk.apply(id), Map.of("changed", 1, "new", 1, "applied", 2));
        assertEquals(List.of("## $aNew."), fields(record, "520"));
        var brought = desk.recordOf("a2");
        counts(desk.undo(id), Map.of("changed", 1, "new", 1, "undone", 2));
        assertEquals(List.of("## $aOld."), fields(record, "520"));
        assertEquals(
                before.replaceAll("tag=\"005\">[^<]*", ""),
                value("select marcxml from record where id = '%s'".formatted(record))
                        .replaceAll("tag=\"005\">[^<]*", ""));
        assertEquals("deleted", value("select state from record where id = '%s'".formatted(brought)));
        assertEquals("2", value("select version from record where id = '%s'".formatted(record)));
        assertEquals(
                "imported imported import-undone",
                value("select string_agg(action, ' ' order by version) from record_change where record_id = '%s'"
                        .formatted(record)));
    }

    @Test
    void whatWasUndoneComesBackAsTheSameRecord() {
        var desk = Desk.open();
        var file = Marc.file(book("a1", "Абай жолы"));
        var first = desk.plan(file);
        desk.apply(first);
        var record = desk.recordOf("a1");
        desk.undo(first);
        var again = desk.plan(file);
        counts(desk.read(again), Map.of("new", 1));
        counts(desk.apply(again), Map.of("new", 1, "applied", 1));
        assertEquals(record, desk.recordOf("a1"));
        assertEquals("active", value("select state from record where id = '%s'".formatted(record)));
        desk.undo(again);
        assertEquals("deleted", value("select state from record where id = '%s'".formatted(record)));
    }

    @Test
    void aFieldThatACataloguerEditedIsKeptAndShownAsAConflict() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai zholy").field("520", "##$aOld."))));
        var record = desk.recordOf("a1");
        desk.edit(record, "245", "10$aАбай жолы");
        var id = desk.plan(Marc.file(book("a1", "Abai jolu").field("520", "##$aNew.")));
        counts(desk.read(id), Map.of("conflict", 1));
        desk.get("/v1/imports/" + id + "/rows?outcome=conflict")
                .body("items[0].changes[tag=245].kept", equalTo(true))
                .body("items[0].changes[tag=245].before", contains("10 $aАбай жолы"))
                .body("items[0].changes[tag=245].after", contains("10 $aAbai jolu"))
                .body("items[0].changes[tag=520].kept", equalTo(false));
        counts(desk.apply(id), Map.of("conflict", 1, "applied", 1));
        assertEquals(List.of("10 $aАбай жолы"), fields(record, "245"));
        assertEquals(List.of("## $aNew."), fields(record, "520"));
    }

    @Test
    void aPersonCanDecideForTheSource() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai zholy"))));
        var record = desk.recordOf("a1");
        desk.edit(record, "245", "10$aАбай жолы");
        var id = desk.plan(Marc.file(book("a1", "Abai jolu"), book("a2", "Another")));
        var rows = "/v1/imports/" + id + "/rows/";
        put(desk.cataloguer(), rows + "2/decision", "*", Map.of("decision", "take"))
                .statusCode(409)
                .body("type", endsWith("nothing-to-decide"));
        put(desk.cataloguer(), rows + "3/decision", "*", Map.of("decision", "take"))
                .statusCode(404);
        put(desk.cataloguer(), rows + "1/decision", "*", Map.of("decision", "perhaps"))
                .statusCode(400);
        put(desk.cataloguer(), rows + "1/decision", "*", Map.of("decision", "take"))
                .statusCode(200)
                .body("decision", equalTo("take"));
        counts(desk.apply(id), Map.of("conflict", 1, "new", 1, "applied", 2));
        assertEquals(List.of("10 $aAbai jolu"), fields(record, "245"));
        put(desk.cataloguer(), rows + "1/decision", "*", Map.of("decision", "keep"))
                .statusCode(409)
                .body("type", endsWith("wrong-state"));
        // the title is the source's again: it may change it without asking
        var next = desk.plan(Marc.file(book("a1", "Abai joly")));
        counts(desk.read(next), Map.of("changed", 1));
    }

    @Test
    void aConflictInWhichNothingIsTakenIsSkippedAndNotAskedAgain() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai zholy"))));
        desk.edit(desk.recordOf("a1"), "245", "10$aАбай жолы");
        var file = Marc.file(book("a1", "Abai jolu"));
        var id = desk.plan(file);
        counts(desk.apply(id), Map.of("conflict", 1, "skipped", 1));
        counts(desk.read(desk.plan(file)), Map.of("same", 1));
    }

    @Test
    void recognisesByIsbnAndFillsOnlyWhatIsMissing() {
        var desk = Desk.open();
        var isbn = isbn();
        var title = unique("Abai");
        desk.apply(desk.plan(
                Marc.file(book("a1", title).field("020", "##$a" + isbn).field("300", "##$a300 p."))));
        var record = desk.recordOf("a1");
        var other = desk.another();
        var id = other.plan(Marc.file(book("b1", "Another transcription " + title)
                .field("020", "##$a" + isbn)
                .field("300", "##$a301 pages")
                .field("520", "##$aA novel.")));
        other.get("/v1/imports/" + id + "/rows/1")
                .body("outcome", equalTo("changed"))
                .body("matchedBy", equalTo("isbn"))
                .body("recordId", equalTo(record))
                .body("changes.tag", contains("035", "520"));
        other.apply(id);
        assertEquals(List.of("## $a300 p."), fields(record, "300"));
        assertEquals(List.of("## $aA novel."), fields(record, "520"));
        assertEquals(record, other.recordOf("b1"));
        // also when it comes again, for the record is another source's: it fills, and does not replace
        var again = other.plan(Marc.file(
                book("b1", "A third transcription").field("020", "##$a" + isbn).field("505", "0#$aContents.")));
        other.get("/v1/imports/" + again + "/rows/1")
                .body("matchedBy", equalTo("source-id"))
                .body("changes.tag", contains("505"));
        other.apply(again);
        other.undo(again);
        // undoing takes back that it was recognised
        counts(other.undo(id), Map.of("changed", 1, "kept", 1));
    }

    @Test
    void undoingForgetsWhatWasRecognised() {
        var desk = Desk.open();
        var isbn = isbn();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai").field("020", "##$a" + isbn))));
        var other = desk.another();
        var id = other.plan(
                Marc.file(book("b1", "Abai").field("020", "##$a" + isbn).field("520", "##$aNew.")));
        other.apply(id);
        counts(other.undo(id), Map.of("changed", 1, "undone", 1));
        assertEquals(0, count("select 1 from record_source where source_id = '%s'".formatted(other.source)));
        assertEquals(List.of(), fields(desk.recordOf("a1"), "520"));
    }

    @Test
    void recognisesByIssnAndByTitle() {
        var desk = Desk.open();
        var title = unique("The long road of the steppe");
        desk.apply(desk.plan(Marc.file(
                book("s1", unique("Journal")).leader("nas a").field("022", "##$a0317-8471"),
                book("t1", title).of(2001).field("100", "1#$aAuezov, Mukhtar"))));
        var other = desk.another();
        var id = other.plan(Marc.file(
                book("x1", unique("A Journal")).leader("nas a").field("022", "##$a03178471"),
                book("x2", title.toUpperCase(java.util.Locale.ROOT) + " /")
                        .of(2001)
                        .field("100", "1#$aAuezov, M. O."),
                // of another kind, of another year: not the same
                book("x3", title).of(2001).leader("ngm a").field("100", "1#$aAuezov, Mukhtar"),
                book("x4", title).of(2002).field("100", "1#$aAuezov, Mukhtar")));
        other.get("/v1/imports/" + id + "/rows")
                .body("items.matchedBy", contains("issn", "title", null, null))
                .body("items[0].recordId", equalTo(desk.recordOf("s1")))
                .body("items[1].recordId", equalTo(desk.recordOf("t1")))
                .body("items[2].outcome", equalTo("new"))
                .body("items[3].outcome", equalTo("new"));
    }

    @Test
    void editionsWithIsbnsOfTheirOwnAreNotTheSameForAllTheirTitles() {
        var desk = Desk.open();
        var title = unique("The long road of the steppe");
        desk.apply(desk.plan(Marc.file(book("t1", title).of(2001).field("020", "##$a9785020000001"))));
        var id = desk.another().plan(Marc.file(book("x1", title).of(2001).field("020", "##$a" + isbn())));
        desk.get("/v1/imports/" + id + "/rows").body("items.outcome", contains("new"));
    }

    @Test
    void whatCouldBeAnyOfSeveralIsAConflict() {
        var desk = Desk.open();
        var isbn = isbn();
        desk.apply(desk.plan(Marc.file(
                book("a1", "One").field("020", "##$a" + isbn), book("a2", "Two").field("020", "##$a" + isbn))));
        var other = desk.another();
        var id = other.plan(Marc.file(book("b1", "One").field("020", "##$a" + isbn)));
        other.get("/v1/imports/" + id + "/rows")
                .body("items[0].outcome", equalTo("conflict"))
                .body("items[0].remarks[0]", containsString(desk.recordOf("a1")))
                .body("items[0].remarks[0]", containsString(desk.recordOf("a2")));
        counts(other.apply(id), Map.of("conflict", 1, "skipped", 1));
    }

    @Test
    void aNumberTwiceInOneFileIsAConflict() {
        var desk = Desk.open();
        var first = book("a1", "First");
        var id = desk.plan(Marc.file(first, book("a2", "Between"), book("a1", "Second")));
        counts(desk.read(id), Map.of("new", 2, "conflict", 1));
        desk.get("/v1/imports/" + id + "/rows/3").body("remarks[0]", containsString("at byte 0"));
        desk.apply(id);
        assertEquals(List.of("10 $aFirst"), fields(desk.recordOf("a1"), "245"));
    }

    @Test
    void twoOfOneFileThatWouldBeTheSameRecordAreNot() {
        var desk = Desk.open();
        var isbn = isbn();
        desk.apply(desk.plan(Marc.file(book("a1", "One").field("020", "##$a" + isbn))));
        var other = desk.another();
        var id = other.plan(Marc.file(
                book("b1", "One").field("020", "##$a" + isbn),
                book("b2", "One more").field("020", "##$a" + isbn)));
        other.get("/v1/imports/" + id + "/rows").body("items.outcome", contains("changed", "conflict"));
    }

    @Test
    void recordsWithoutANumberAreKnownByWhatTheySay() {
        var desk = Desk.open();
        var file = Marc.file(
                book("x", unique("Nameless")).without("001"),
                book("x", unique("Namelos")).without("001"));
        var id = desk.plan(file);
        assertTrue(desk.rows(id).getString("items[0].sourceRecordId").startsWith("sha256:"));
        desk.apply(id);
        counts(desk.read(desk.plan(file)), Map.of("same", 2));
    }

    @Test
    void whatTheSourceDeletesIsDeletedAndCanComeAgain() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai"), book("a2", "Held"), book("a3", "Edited"))));
        var record = desk.recordOf("a1");
        hold(desk, desk.recordOf("a2"));
        desk.edit(desk.recordOf("a3"), "245", "10$aEdited by hand");
        var id = desk.plan(Marc.file(
                book("a1", "Abai").leader("dam a"),
                book("a2", "Held").leader("dam a"),
                book("a3", "Edited").leader("dam a"),
                book("a4", "Unknown").leader("dam a")));
        desk.get("/v1/imports/" + id + "/rows")
                .body("items.outcome", contains("changed", "conflict", "conflict", "same"));
        counts(desk.apply(id), Map.of("changed", 1, "conflict", 2, "same", 1, "applied", 1, "skipped", 2));
        assertEquals("deleted", value("select state from record where id = '%s'".formatted(record)));
        var again = desk.plan(Marc.file(book("a1", "Abai")));
        counts(desk.apply(again), Map.of("new", 1, "applied", 1));
        assertEquals("active", value("select state from record where id = '%s'".formatted(record)));
        assertEquals(record, desk.recordOf("a1"));
    }

    /** An item, as the item desk would enter it. */
    private static void hold(Desk desk, String record) {
        Desk.change("""
                insert into item (id, version, record_id, centre_id, barcode, shelf, condition, status, withdrawn)
                values (gen_random_uuid(), 0, '%s', '%s', '%s', 'A', 'good', 'available', false)""".formatted(record, desk.centre, unique("B")));
    }

    @Test
    void whatAPersonDeletedStaysDeleted() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai"))));
        var record = desk.recordOf("a1");
        delete(administrator(), "/v1/records/" + record, tag("/v1/records/" + record))
                .statusCode(204);
        var id = desk.plan(Marc.file(book("a1", "Abai, new")));
        desk.get("/v1/imports/" + id + "/rows/1")
                .body("outcome", equalTo("conflict"))
                .body("remarks[0]", containsString("deleted by hand"));
        counts(desk.apply(id), Map.of("conflict", 1, "skipped", 1));
        assertEquals("deleted", value("select state from record where id = '%s'".formatted(record)));
    }

    @Test
    void whatSomebodyWorkedOnIsNotUndone() {
        var desk = Desk.open();
        var id = desk.plan(Marc.file(book("a1", "Edited"), book("a2", "Held"), book("a3", "Untouched")));
        desk.apply(id);
        desk.edit(desk.recordOf("a1"), "245", "10$aEdited by hand");
        hold(desk, desk.recordOf("a2"));
        counts(desk.undo(id), Map.of("new", 3, "undone", 1, "kept", 2));
        desk.get("/v1/imports/" + id + "/rows?result=kept")
                .body("items.remarks[0][0]", containsString("changed after"))
                .body("items.remarks[1][0]", containsString("items"));
        assertEquals(
                "active active deleted",
                value(
                        "select string_agg(r.state, ' ' order by s.source_record_id) from record r join record_source s on s.record_id = r.id where s.source_id = '%s'"
                                .formatted(desk.source)));
    }

    @Test
    void whatChangedAfterThePlanIsLeftAloneAndSaid() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai"), book("a2", "Other"))));
        var id = desk.plan(Marc.file(book("a1", "Abai, new"), book("a2", "Other, new")));
        desk.edit(desk.recordOf("a1"), "300", "##$aby hand");
        counts(desk.apply(id), Map.of("changed", 2, "overtaken", 1, "applied", 1));
        assertEquals(List.of("10 $aAbai"), fields(desk.recordOf("a1"), "245"));
        desk.get("/v1/imports/" + id + "/rows?result=overtaken").body("items.remarks[0]", hasSize(1));
    }

    @Test
    void twoPlansOfOneFileTakeItOverOnce() {
        var desk = Desk.open();
        var file = Marc.file(book("a1", "Abai"), book("a2", "Other"));
        var one = desk.plan(file);
        var two = desk.plan(file);
        counts(desk.apply(one), Map.of("new", 2, "applied", 2));
        counts(desk.apply(two), Map.of("new", 2, "overtaken", 2));
        assertEquals(2, count("select 1 from record where centre_id = '%s'".formatted(desk.centre)));
        counts(desk.undo(two), Map.of("new", 2, "overtaken", 2));
        assertEquals(
                2, count("select 1 from record where centre_id = '%s' and state = 'active'".formatted(desk.centre)));
    }

    @Test
    void undoingWhatWasOvertakenLeavesTheLinksOfTheOther() {
        var desk = Desk.open();
        var isbn = isbn();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai").field("020", "##$a" + isbn))));
        var other = desk.another();
        var file = Marc.file(book("b1", "Abai").field("020", "##$a" + isbn).field("520", "##$aNew."));
        var one = other.plan(file);
        var two = other.plan(file);
        other.apply(one);
        counts(other.apply(two), Map.of("changed", 1, "overtaken", 1));
        other.undo(two);
        assertEquals(desk.recordOf("a1"), other.recordOf("b1"));
    }

    @Test
    void ofTwoNumbersThatAMergeMadeOneRecordTheFormerCounts() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai"), book("a2", "Abai, the double"))));
        var record = desk.recordOf("a1");
        post(administrator(), "/v1/records/" + desk.recordOf("a2") + "/merge", "*", Map.of("into", record))
                .statusCode(200);
        assertEquals(record, desk.recordOf("a2"));
        var file = Marc.file(book("a1", "Abai, new"), book("a2", "Abai, the new double"));
        var id = desk.plan(file);
        counts(desk.apply(id), Map.of("changed", 1, "same", 1, "applied", 1));
        desk.get("/v1/imports/" + id + "/rows/2").body("remarks[0]", containsString("another number"));
        assertEquals(List.of("10 $aAbai, new"), fields(record, "245"));
        counts(desk.read(desk.plan(file)), Map.of("same", 2));
        counts(desk.apply(desk.plan(Marc.file(book("a2", "Abai").leader("dam a")))), Map.of("same", 1));
        assertEquals("active", value("select state from record where id = '%s'".formatted(record)));
    }

    @Test
    void whatAnotherSourceDeletesStays() {
        var desk = Desk.open();
        var isbn = isbn();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai").field("020", "##$a" + isbn))));
        var other = desk.another();
        other.apply(other.plan(
                Marc.file(book("b1", "Abai").field("020", "##$a" + isbn).field("520", "##$aNew."))));
        var id = other.plan(Marc.file(book("b1", "Abai").leader("dam a")));
        counts(other.apply(id), Map.of("same", 1));
        other.get("/v1/imports/" + id + "/rows/1").body("remarks[0]", containsString("did not come from there"));
        assertEquals("active", value("select state from record where id = '%s'".formatted(desk.recordOf("a1"))));
    }

    @Test
    void whatComesBackKeepsWhatACataloguerEdited() {
        var desk = Desk.open();
        desk.apply(desk.plan(Marc.file(book("a1", "Abai"))));
        var record = desk.recordOf("a1");
        desk.edit(record, "245", "10$aАбай жолы");
        var id = desk.plan(Marc.file(book("a1", "Abai").leader("dam a")));
        put(desk.cataloguer(), "/v1/imports/" + id + "/rows/1/decision", "*", Map.of("decision", "take"))
                .statusCode(200);
        desk.apply(id);
        assertEquals("deleted", value("select state from record where id = '%s'".formatted(record)));
        desk.apply(desk.plan(Marc.file(book("a1", "Abai").field("520", "##$aNew."))));
        assertEquals("active", value("select state from record where id = '%s'".formatted(record)));
        assertEquals(List.of("10 $aАбай жолы"), fields(record, "245"));
        assertEquals(List.of("## $aNew."), fields(record, "520"));
    }

    @Test
    void whatIsUnreadableIsNamedAndKeptByteForByte() {
        var desk = Desk.open();
        var whole = book("a1", "Whole").iso();
        var broken = "00026nam a2200025   4500 this is no directory\u001E\u001D"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        var id = desk.plan(Marc.file(whole, broken, book("a2", "Behind it").iso()));
        counts(desk.read(id), Map.of("new", 2, "unreadable", 1));
        desk.get("/v1/imports/" + id + "/rows?outcome=unreadable")
                .body("items", hasSize(1))
                .body("items[0].nth", equalTo(2))
                .body("items[0].position", equalTo(whole.length))
                .body("items[0].length", equalTo(broken.length))
                .body("items[0].remarks[0]", notNullValue());
        var original = desk.get("/v1/imports/" + id + "/rows/2/original")
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Disposition", containsString("attachment"))
                .asByteArray();
        assertArrayEquals(broken, original);
        counts(desk.apply(id), Map.of("new", 2, "unreadable", 1, "applied", 2, "skipped", 1));
    }

    @Test
    void anImportCanBeWithdrawnUntilItIsApplied() {
        var desk = Desk.open();
        var id = desk.plan(Marc.file(book("a1", "Abai")));
        RestApi.as(desk.cataloguer()).delete("/v1/imports/" + id).statusCode(204);
        post(desk.cataloguer(), "/v1/imports/" + id + "/application", "")
                .statusCode(409)
                .body("type", endsWith("wrong-state"))
                .body("state", equalTo("withdrawn"));
        RestApi.as(desk.cataloguer()).delete("/v1/imports/" + id).statusCode(409);
        desk.get("/v1/imports/" + id + "/rows/1").statusCode(200);
        desk.get("/v1/imports/" + id + "/rows/1/original").statusCode(404);
        assertEquals(0, count("select 1 from import_chunk where import_id = '%s'".formatted(id)));
        var waiting = desk.begin();
        post(desk.cataloguer(), "/v1/imports/" + waiting + "/application", "")
                .statusCode(409)
                .body("detail", containsString("Send its file first"));
        post(desk.cataloguer(), "/v1/imports/" + waiting + "/undoing", "").statusCode(409);
    }

    @Test
    void theRulesOfTheSourceSayWhatItMayChange() {
        var desk = Desk.open("6XX=add", "520=keep", "300=fill");
        desk.apply(desk.plan(Marc.file(book("a1", "Abai")
                .field("300", "##$a1 p.")
                .field("520", "##$aOld.")
                .field("650", "#0$aNovels")
                .field("990", "##$alocal"))));
        var record = desk.recordOf("a1");
        desk.apply(desk.plan(Marc.file(book("a1", "Abai zholy")
                .field("300", "##$a2 p.")
                .field("520", "##$aNew.")
                .field("650", "#0$aKazakhstan")
                .field("990", "##$anot local"))));
        assertEquals(List.of("10 $aAbai zholy"), fields(record, "245"));
        assertEquals(List.of("## $a1 p."), fields(record, "300"));
        assertEquals(List.of("## $aOld."), fields(record, "520"));
        assertEquals(List.of("#0 $aNovels", "#0 $aKazakhstan"), fields(record, "650"));
        assertEquals(List.of("## $alocal"), fields(record, "990"));
    }

    @Test
    void aHandMadeRecordIsFilledAndNotWrittenOver() {
        var desk = Desk.open();
        var centre = new CatalogueFixtures.TestCentre(desk.centre);
        var isbn = isbn();
        var made = CatalogueFixtures.entered(
                centre,
                record(centre, "book", marc(field("020", "  ", "a", isbn), field("245", "00", "a", "By hand"))));
        var id = desk.plan(
                Marc.file(book("a1", "By machine").field("020", "##$a" + isbn).field("520", "##$aNew.")));
        desk.get("/v1/imports/" + id + "/rows/1")
                .body("outcome", equalTo("changed"))
                .body("recordId", equalTo(made));
        desk.apply(id);
        assertEquals(List.of("00 $aBy hand"), fields(made, "245"));
        assertEquals(List.of("## $aNew."), fields(made, "520"));
    }
}
