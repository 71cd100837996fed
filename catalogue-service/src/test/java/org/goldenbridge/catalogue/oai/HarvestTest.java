package org.goldenbridge.catalogue.oai;

import static org.goldenbridge.catalogue.CatalogueFixtures.field;
import static org.goldenbridge.catalogue.CatalogueFixtures.marc;
import static org.goldenbridge.testing.TestRequest.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.testing.RestApi;
import org.goldenbridge.testing.TestPostgres;
import org.junit.jupiter.api.Test;

/** What a harvester gets of the changes of the catalogue (OAI-PMH 2.0, 2.5 to 2.7). */
@CatalogueServiceTest
class HarvestTest {
    private static Answer.Header header(Shelf shelf, String prefix) {
        return Answer.get(shelf.list("ListIdentifiers", prefix)).header();
    }

    @Test
    void aRecordComesInEachFormat() {
        var shelf = Shelf.open();
        var id = shelf.enter(
                "book",
                marc(
                        field("100", "1 ", "6", "880-01", "a", "Auezov, Mukhtar"),
                        field("245", "10", "a", "Abai zholy <i> & \"path\""),
                        field("880", "1 ", "6", "100-01", "a", "Әуезов, Мұхтар")));
        Shelf.settle();
        var marcxml = Answer.get(shelf.list("ListRecords", "marcxml"));
        assertEquals(Shelf.identifier(id), marcxml.header().identifier());
        assertEquals(List.of(shelf.set(), "kind:book"), marcxml.header().sets());
        assertFalse(marcxml.header().deleted());
        assertEquals(List.of("$aAbai zholy <i> & \"path\""), marcxml.marc("245"));
        assertEquals(List.of("$6100-01 $aӘуезов, Мұхтар"), marcxml.marc("880"));
        var dc = Answer.get(shelf.list("ListRecords", "oai_dc"));
        assertEquals(List.of("Abai zholy <i> & \"path\""), dc.texts(Answer.DC, "title"));
        assertTrue(dc.texts(Answer.DC, "creator").containsAll(List.of("Auezov, Mukhtar", "Әуезов, Мұхтар")));
        assertEquals(marcxml.header(), Shelf.read(id, "marcxml").header());
        assertEquals(
                List.of("$aAbai zholy <i> & \"path\""),
                Shelf.read(id, "marcxml").marc("245"));
        assertEquals(marcxml.header(), header(shelf, "marcxml"));
        assertEquals("", marcxml.token());
        assertEquals(List.of(), marcxml.elements(Answer.OAI, "resumptionToken"));
    }

    @Test
    void fromAndUntilAreSecondsOrDaysAndBothCount() {
        var shelf = Shelf.open();
        var first = shelf.enter("First");
        Shelf.settle();
        var second = shelf.enter("Second");
        Shelf.settle();
        var third = shelf.enter("Third");
        Shelf.settle();
        var list = shelf.list("ListIdentifiers", "oai_dc");
        var stamps = Answer.get(list).headers().stream()
                .map(Answer.Header::datestamp)
                .toList();
        assertEquals(3, stamps.stream().distinct().count());
        assertEquals(List.of(first, second, third), ids(list));
        assertEquals(List.of(second, third), ids(list + "&from=" + stamps.get(1)));
        assertEquals(List.of(first, second), ids(list + "&until=" + stamps.get(1)));
        assertEquals(List.of(second), ids(list + "&from=" + stamps.get(1) + "&until=" + stamps.get(1)));
        var between = stamps.get(0).replaceFirst("[0-9]{2}Z$", "59Z");
        assertTrue(between.compareTo(stamps.get(0)) >= 0);
        assertFalse(ids(list + "&until=" + between).isEmpty());
        var days = stamps.stream().map(stamp -> stamp.substring(0, 10)).toList();
        assertEquals(List.of(first, second, third), ids(list + "&from=" + days.get(0) + "&until=" + days.get(2)));
        assertEquals(List.of(first, second, third), ids(list + "&from=" + days.get(0)));
        var dayBefore = LocalDate.parse(days.get(0)).minusDays(1);
        assertEquals("noRecordsMatch", Answer.get(list + "&until=" + dayBefore).error());
        var dayAfter = LocalDate.parse(days.get(2)).plusDays(1);
        assertEquals("noRecordsMatch", Answer.get(list + "&from=" + dayAfter).error());
    }

    private static List<String> ids(String query) {
        return Answer.get(query).headers().stream()
                .map(header -> header.identifier().substring(header.identifier().lastIndexOf(':') + 1))
                .toList();
    }

    @Test
    void aChangeComesInTheNextHarvestAndNothingElse() {
        var shelf = Shelf.open();
        shelf.enter("Stays");
        var id = shelf.enter("Before");
        Shelf.settle();
        var list = shelf.list("ListRecords", "marcxml");
        var harvested = Answer.get(list);
        assertEquals(2, harvested.headers().size());
        var next = list + "&from=" + harvested.responseDate();
        assertEquals("noRecordsMatch", Answer.get(next).error());
        shelf.edit(id, "After");
        Shelf.settle();
        assertEquals(List.of("$aAfter"), Answer.get(next).marc("245"));
        assertEquals(Shelf.identifier(id), Answer.get(next).header().identifier());
    }

    @Test
    void whatIsHiddenOrDeletedStaysAsDeletedAndComesBack() {
        var shelf = Shelf.open();
        var id = shelf.enter("A secret title");
        Shelf.settle();
        var before = header(shelf, "oai_dc");
        shelf.hide(id, "A secret title");
        Shelf.settle();
        assertGone(shelf, id);
        shelf.edit(id, "A public title");
        Shelf.settle();
        assertFalse(header(shelf, "marcxml").deleted());
        assertFalse(Shelf.read(id, "oai_dc").header().deleted());
        shelf.delete(id);
        Shelf.settle();
        assertGone(shelf, id);
        assertTrue(header(shelf, "oai_dc").datestamp().compareTo(before.datestamp()) > 0);
        shelf.restore(id);
        Shelf.settle();
        assertFalse(header(shelf, "oai_dc").deleted());
    }

    private static void assertGone(Shelf shelf, String id) {
        for (var prefix : List.of("oai_dc", "marcxml")) {
            for (var answer : List.of(
                    Answer.get(shelf.list("ListRecords", prefix)),
                    Answer.get(shelf.list("ListIdentifiers", prefix)),
                    Shelf.read(id, prefix))) {
                assertTrue(answer.header().deleted(), answer.text);
                assertEquals(List.of(shelf.set(), "kind:book"), answer.header().sets());
                assertEquals(List.of(), answer.elements(Answer.OAI, "metadata"));
                assertFalse(answer.text.contains("title"), answer.text);
            }
        }
        assertEquals(
                2,
                Answer.get("verb=ListMetadataFormats&identifier=" + Shelf.identifier(id))
                        .elements(Answer.OAI, "metadataFormat")
                        .size());
    }

    @Test
    void whatWasHiddenAMomentAgoIsNotGivenAwayWhateverTheFeedSays() {
        var shelf = Shelf.open();
        var id = shelf.enter("A secret title");
        Shelf.settle();
        Shelf.run("update record set hidden = true where id = '" + id + "'");
        assertGone(shelf, id);
    }

    @Test
    void aRecordThatLeavesASetIsDeletedThereAndNowhereElse() {
        var from = Shelf.open();
        var to = Shelf.open();
        var id = from.enter("Moves");
        Shelf.settle();
        from.giveTo(to, id, "Moves");
        Shelf.settle();
        for (var prefix : List.of("oai_dc", "marcxml")) {
            assertTrue(header(from, prefix).deleted());
            assertEquals(List.of(from.set()), header(from, prefix).sets());
            assertFalse(header(to, prefix).deleted());
            assertFalse(Shelf.read(id, prefix).header().deleted());
            assertEquals(
                    List.of(to.set(), "kind:book"),
                    Shelf.read(id, prefix).header().sets());
        }
    }

    @Test
    void aRecordThatWasMergedIsDeletedAndTheOtherHasItsItems() {
        var shelf = Shelf.open();
        var twin = shelf.enter("Twin");
        shelf.hold(twin, "C 1");
        var stays = shelf.enter("Twin");
        Shelf.settle();
        shelf.merge(twin, stays);
        Shelf.settle();
        assertTrue(Shelf.read(twin, "oai_dc").header().deleted());
        assertTrue(Shelf.read(twin, "marcxml").header().deleted());
        assertEquals(1, Shelf.read(stays, "marcxml").marc("852").size());
    }

    @Test
    void theParentsOfTheSetsHoldEveryRecord() {
        var shelf = Shelf.open();
        var since = Answer.get("verb=ListIdentifiers&metadataPrefix=oai_dc").responseDate();
        var rare = shelf.enter("rare-book", marc(field("245", "00", "a", "A rare book")));
        var film = shelf.enter("film", filmed());
        Shelf.settle();
        var list = "verb=ListIdentifiers&metadataPrefix=oai_dc&from=" + since;
        for (var set : List.of("", "&set=centre", "&set=kind", "&set=" + shelf.set())) {
            assertTrue(ids(list + set).containsAll(List.of(rare, film)), set);
        }
        assertTrue(ids(list + "&set=kind:book").contains(rare));
        assertTrue(ids(list + "&set=kind:book:rare-book").contains(rare));
        assertFalse(ids(list + "&set=kind:book").contains(film));
        assertTrue(ids(list + "&set=kind:film").contains(film));
        var known = Answer.get("verb=ListSets").texts(Answer.OAI, "setSpec");
        assertTrue(known.containsAll(Shelf.read(rare, "oai_dc").header().sets()));
        assertEquals(
                List.of(shelf.set(), "kind:book", "kind:book:rare-book"),
                Shelf.read(rare, "oai_dc").header().sets());
    }

    private static java.util.Map<String, Object> filmed() {
        var film = marc(field("245", "00", "a", "Strong Partner"));
        return RestApi.but(film, "leader", "00000ngm a2200000 i 4500");
    }

    @Test
    void aChangeOfAnItemMovesOnlyTheFormatThatShowsIt() {
        var shelf = Shelf.open();
        var id = shelf.enter("Held");
        Shelf.settle();
        var before = Shelf.read(id, "oai_dc").header();
        var item = shelf.hold(id, "Room 3 & 4");
        Shelf.settle();
        var barcode = TestPostgres.value("select barcode from item where id = '" + item + "'");
        var answer = Shelf.read(id, "marcxml");
        assertEquals(
                List.of("$aKZ-GB $b" + shelf.centre().id() + " $cRoom 3 & 4 $p" + barcode + " $qgood"),
                answer.marc("852"));
        assertEquals(List.of("$javailable $p" + barcode), answer.marc("876"));
        assertFalse(answer.text.contains("for staff"), "the note stays inside");
        assertNotEquals(before, answer.header());
        assertEquals(before, Shelf.read(id, "oai_dc").header());
        assertFalse(Shelf.read(id, "oai_dc").text.contains(barcode));
        shelf.withdraw(item);
        Shelf.settle();
        assertEquals(List.of(), Shelf.read(id, "marcxml").marc("852"));
        assertEquals(List.of(), Shelf.read(id, "marcxml").marc("876"));
        assertEquals(before, Shelf.read(id, "oai_dc").header());
    }

    @Test
    void anItemBringsARecordIntoTheSetOfItsCentre() {
        var keeper = Shelf.open();
        var holder = Shelf.open();
        var id = keeper.enter("Held elsewhere");
        Shelf.settle();
        var item = holder.hold(id, "B 1");
        Shelf.settle();
        for (var prefix : List.of("oai_dc", "marcxml")) {
            assertFalse(header(holder, prefix).deleted());
            assertTrue(header(holder, prefix).sets().containsAll(List.of(keeper.set(), holder.set())));
        }
        holder.withdraw(item);
        Shelf.settle();
        for (var prefix : List.of("oai_dc", "marcxml")) {
            assertTrue(header(holder, prefix).deleted());
            assertFalse(header(keeper, prefix).deleted());
        }
    }

    @Test
    void aRecordThatCannotBeWrittenIsLeftOutAndReported() {
        var shelf = Shelf.open();
        shelf.enter("First");
        var broken = shelf.write(Shelf.marcxml("cut").replace("</record>", ""));
        var illegal = shelf.write(Shelf.marcxml("illegal \u0001 character"));
        shelf.enter("Last");
        Shelf.settle();
        assertEquals(
                List.of("$aFirst", "$aLast"),
                Answer.get(shelf.list("ListRecords", "marcxml")).marc("245"));
        assertEquals(
                List.of("First", "Last"),
                Answer.get(shelf.list("ListRecords", "oai_dc")).texts(Answer.DC, "title"));
        assertEquals(
                4,
                Answer.get(shelf.list("ListIdentifiers", "marcxml")).headers().size());
        assertEquals("cannotDisseminateFormat", Shelf.read(broken, "marcxml").error());
        assertEquals("cannotDisseminateFormat", Shelf.read(illegal, "oai_dc").error());
        var report = given().get("/q/health/well").asString();
        assertTrue(report.contains(broken) && report.contains(illegal), report);
        Shelf.run(
                "update record set marcxml = '" + Shelf.marcxml("Mended") + "' where id = '" + broken + "'",
                shelf.moved(UUID.fromString(broken), false, "marcxml", "oai_dc"));
        Shelf.settle();
        assertEquals(List.of("$aMended"), Shelf.read(broken, "marcxml").marc("245"));
        assertEquals(List.of("Mended"), Shelf.read(broken, "oai_dc").texts(Answer.DC, "title"));
        report = given().get("/q/health/well").asString();
        assertTrue(!report.contains(broken) && report.contains(illegal), report);
    }

    @Test
    void aListOfNothingButBrokenRecordsIsEmpty() {
        var shelf = Shelf.open();
        shelf.write("broken");
        Shelf.settle();
        assertEquals(
                "noRecordsMatch",
                Answer.get(shelf.list("ListRecords", "marcxml")).error());
        assertEquals(
                1,
                Answer.get(shelf.list("ListIdentifiers", "marcxml")).headers().size());
    }
}
