package org.goldenbridge.catalogue.export;

import static io.restassured.RestAssured.given;
import static org.goldenbridge.catalogue.Network.book;
import static org.goldenbridge.catalogue.Network.but;
import static org.goldenbridge.catalogue.Network.centre;
import static org.goldenbridge.catalogue.Network.delete;
import static org.goldenbridge.catalogue.Network.entered;
import static org.goldenbridge.catalogue.Network.field;
import static org.goldenbridge.catalogue.Network.get;
import static org.goldenbridge.catalogue.Network.marc;
import static org.goldenbridge.catalogue.Network.post;
import static org.goldenbridge.catalogue.Network.record;
import static org.goldenbridge.catalogue.Network.tag;
import static org.goldenbridge.catalogue.Network.unique;
import static org.goldenbridge.catalogue.Network.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.catalogue.Network.TestCentre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marc4j.MarcStreamReader;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;

/** Records taken along, and read back by what they are for. */
@CatalogueServiceTest
class ExportTest {
    private static final String NOTE = "for-staff-only-4711";

    /** A book with a copy at its centre. */
    private static String road(TestCentre centre) {
        var id = entered(
                centre,
                record(
                        centre,
                        "book",
                        marc(
                                field("020", "  ", "a", "9785699120147"),
                                field("100", "1 ", "6", "880-01", "a", "Auezov, Mukhtar,", "d", "1897-1961."),
                                field(
                                        "245",
                                        "10",
                                        "6",
                                        "880-02",
                                        "a",
                                        "Abai zholy :",
                                        "b",
                                        "a novel & more /",
                                        "c",
                                        "M. Auezov."),
                                field("264", " 1", "a", "Almaty :", "b", "Zhazushy,", "c", "1942."),
                                field("300", "  ", "a", "400 p."),
                                field("650", " 0", "a", "Kazakh literature."),
                                field("852", "  ", "a", "Elsewhere"),
                                field("880", "1 ", "6", "100-01/(N", "a", "Әуезов, Мұхтар,", "d", "1897-1961."),
                                field("880", "10", "6", "245-02/(N", "a", "Абай жолы"))));
        post(
                        centre.cataloguer(),
                        "/v1/items",
                        with(
                                "recordId",
                                id,
                                "centreId",
                                centre.id(),
                                "barcode",
                                unique("B"),
                                "shelf",
                                "KAZ 1",
                                "condition",
                                "good",
                                "status",
                                "available",
                                "note",
                                NOTE))
                .statusCode(201);
        return id;
    }

    private static byte[] export(String id, String format) {
        return given().get("/v1/records/" + id + "/export?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String text(String id, String format) {
        return new String(export(id, format), StandardCharsets.UTF_8);
    }

    private static byte[] result(TestCentre centre, String format) {
        return given().get("/v1/record-exports?centre=" + centre.id() + "&format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<Record> read(byte[] marc) {
        var reader = new MarcStreamReader(new ByteArrayInputStream(marc), "UTF-8");
        var records = new ArrayList<Record>();
        while (reader.hasNext()) {
            records.add(reader.next());
        }
        return records;
    }

    @Test
    void marc4jReadsTheMarcWithTheHoldingsOfToday() {
        var centre = centre();
        var id = road(centre);
        var record = read(export(id, "marc")).get(0);
        assertEquals(id, record.getControlNumber());
        assertEquals(
                "Abai zholy :",
                ((DataField) record.getVariableField("245")).getSubfield('a').getData());
        var held = record.getVariableFields("852").stream()
                .map(DataField.class::cast)
                .toList();
        assertEquals(1, held.size());
        assertEquals(centre.id(), held.get(0).getSubfield('b').getData());
        assertEquals("KAZ 1", held.get(0).getSubfield('c').getData());
    }

    @Test
    void marcxmlIsACollectionWithTheSameFields() throws Exception {
        var centre = centre();
        var id = road(centre);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(export(id, "marcxml")));
        assertEquals("collection", document.getDocumentElement().getLocalName());
        var records = document.getElementsByTagNameNS("http://www.loc.gov/MARC21/slim", "record");
        assertEquals(1, records.getLength());
        assertTrue(records.item(0).getTextContent().contains("a novel & more /"));
    }

    @Test
    void jsonHasTheDescriptionTheHoldingsAndTheMarc() {
        var centre = centre();
        var id = road(centre);
        get("/v1/records/" + id + "/export?format=json")
                .contentType("application/json")
                .body("[0].id", equalTo(id))
                .body("[0].description.title", containsString("Abai zholy"))
                .body("[0].holdings[0].centreId", equalTo(centre.id()))
                .body("[0].marc.controlFields[0].value", equalTo(id));
    }

    @Test
    void csvIsATableThatASpreadsheetReads() {
        var centre = centre();
        road(centre);
        var lines = new String(result(centre, "csv"), StandardCharsets.UTF_8).split("\r\n", -1);
        assertTrue(lines[0].startsWith("\uFEFFid,kind,title,"), lines[0]);
        assertEquals(3, lines.length);
        assertTrue(lines[1].contains("Abai zholy"), lines[1]);
        assertTrue(lines[1].contains("\"Auezov, Mukhtar"), lines[1]);
        assertTrue(lines[1].endsWith("," + centre.id() + ",1,1"), lines[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(1)"})
    void aTextThatASpreadsheetWouldRunStaysText(String text) {
        var centre = centre();
        entered(centre, record(centre, "book", marc(field("245", "00", "a", "Title"), field("520", "  ", "a", text))));
        var line = new String(result(centre, "csv"), StandardCharsets.UTF_8).split("\r\n", -1)[1];
        assertTrue(line.contains(",'" + text), line);
        assertFalse(line.contains("," + text), line);
    }

    @Test
    void aCitationIsOneLineAfterIso690() {
        var id = road(centre());
        assertEquals(
                "AUEZOV, Mukhtar. Abai zholy : a novel & more. Almaty: Zhazushy, 1942. 400 p. ISBN 9785699120147.\n",
                text(id, "citation"));
    }

    @Test
    void risAndBibtexAreWhatReferenceManagersTake() {
        var id = road(centre());
        var ris = text(id, "ris");
        assertTrue(ris.startsWith("TY  - BOOK\r\n"), ris);
        assertTrue(ris.contains("\r\nAU  - Auezov, Mukhtar\r\n"), ris);
        assertTrue(ris.endsWith("\r\nER  - \r\n\r\n"), ris);
        var bibtex = text(id, "bibtex");
        assertTrue(bibtex.startsWith("@book{gb-" + id), bibtex);
        assertTrue(bibtex.contains("a novel \\& more"), bibtex);
        assertTrue(bibtex.contains("author = {Auezov, Mukhtar}"), bibtex);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatStaffNoteIsInNoExport(ExportFormat format) {
        var centre = centre();
        road(centre);
        assertFalse(new String(result(centre, format.toString()), StandardCharsets.UTF_8).contains(NOTE));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aResultWithoutRecordsIsAnEmptyFile(ExportFormat format) {
        given().get("/v1/record-exports?q=" + unique("nothing") + "&format=" + format)
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"records." + format.extension + "\"");
    }

    @Test
    void aResultHoldsEverythingFoundAndNothingHiddenOrDeleted() {
        var centre = centre();
        for (var nth = 0; nth < 450; nth++) {
            entered(centre, book(centre, "Volume " + nth));
        }
        entered(centre, but(book(centre, "Secret"), "hidden", true));
        var deleted = "/v1/records/" + entered(centre, book(centre, "Gone"));
        delete(centre.cataloguer(), deleted, tag(deleted)).statusCode(204);
        var numbers = read(result(centre, "marc")).stream()
                .map(Record::getControlNumber)
                .distinct();
        assertEquals(450, numbers.count());
        get(deleted + "/export?format=marc").statusCode(404);
    }

    @Test
    void refusesWhatIsWrong() {
        var centre = centre();
        var id = entered(centre, book(centre, "Any"));
        for (var query : List.of("", "?format=pdf", "?format=", "?format=marc&format=csv", "?format=marc&page=2")) {
            given().get("/v1/records/" + id + "/export" + query).then().statusCode(400);
            given().get("/v1/record-exports" + query).then().statusCode(400);
        }
        get("/v1/records/0199a3c4-0000-7000-8000-000000000000/export?format=marc")
                .statusCode(404);
        given().get("/v1/record-exports?format=csv&kind=castle").then().statusCode(400);
    }
}
