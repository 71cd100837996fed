package org.goldenbridge.catalogue.export;

import static org.goldenbridge.catalogue.CatalogueFixtures.awaitFeeds;
import static org.goldenbridge.catalogue.CatalogueFixtures.book;
import static org.goldenbridge.catalogue.CatalogueFixtures.centre;
import static org.goldenbridge.catalogue.CatalogueFixtures.entered;
import static org.goldenbridge.catalogue.CatalogueFixtures.field;
import static org.goldenbridge.catalogue.CatalogueFixtures.marc;
import static org.goldenbridge.catalogue.CatalogueFixtures.record;
import static org.goldenbridge.catalogue.CatalogueFixtures.tag;
import static org.goldenbridge.testing.RestApi.but;
import static org.goldenbridge.testing.RestApi.delete;
import static org.goldenbridge.testing.RestApi.get;
import static org.goldenbridge.testing.RestApi.post;
import static org.goldenbridge.testing.RestApi.unique;
import static org.goldenbridge.testing.RestApi.with;
import static org.goldenbridge.testing.TestRequest.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.goldenbridge.catalogue.CatalogueFixtures.TestCentre;
import org.goldenbridge.catalogue.CatalogueServiceTest;
import org.goldenbridge.catalogue.marc.MarcXml;
import org.goldenbridge.testing.Eventually;
import org.goldenbridge.testing.TestPostgres;
import org.goldenbridge.testing.TestRequest;
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
                .statusCode(200)
                .asByteArray();
    }

    private static String text(String id, String format) {
        return new String(export(id, format), StandardCharsets.UTF_8);
    }

    private static byte[] result(TestCentre centre, String format) {
        return given().get("/v1/record-exports?centre=" + centre.id() + "&format=" + format)
                .statusCode(200)
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

    /** One catalogue says one thing, by whichever door it is asked. */
    @Test
    void marcxmlIsWhatPartnersHarvest() {
        var centre = centre();
        var id = road(centre);
        awaitFeeds();
        var harvest = "/oai?verb=GetRecord&metadataPrefix=marcxml&identifier=";
        var namespace = ConfigProvider.getConfig().getValue("goldenbridge.oai.namespace-identifier", String.class);
        var harvested = given().get(harvest + "oai:" + namespace + ":" + id).asString();
        assertEquals(MarcXml.read(text(id, "marcxml")), MarcXml.read(harvested));
    }

    @Test
    void jsonHasTheDescriptionTheHoldingsAndTheMarc() {
        var centre = centre();
        var id = road(centre);
        get("/v1/records/" + id + "/export?format=json")
                .contentType("application/json")
                .body("[0].id", equalTo(id))
                .body("[0].title", containsString("Abai zholy"))
                .body("[0].titles.role", contains("main", "alternate-script"))
                .body("[0].names[0].otherForms", contains("Әуезов, Мұхтар"))
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
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"records." + format.extension + "\"");
    }

    @Test
    void aResultHoldsEverythingFoundAndNothingHiddenOrDeleted() throws SQLException {
        var centre = centre();
        var first = entered(centre, book(centre, "Volume"));
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into record select (jsonb_populate_record(r, jsonb_build_object(
                        'id', copy.id, 'marcxml', replace(r.marcxml, r.id::text, copy.id::text)))).*
                    from record r, (select uuidv7() as id from generate_series(2, 450)) copy where r.id = '%s'""".formatted(first));
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
    void whatIsTooLongForIso2709IsLeftOutThereAndNamed() throws SQLException {
        var centre = centre();
        var fits = entered(centre, book(centre, "Fits"));
        var tooLong = entered(centre, book(centre, "Too long"));
        try (var connection = TestPostgres.connect();
                var statement = connection.createStatement()) { // no cataloguer can enter it; an import of MARCXML may
            statement.execute(
                    "update record set marcxml = replace(marcxml, '</record>', '<datafield tag=\"520\" ind1=\" \""
                            + " ind2=\" \"><subfield code=\"a\">" + "long ".repeat(2_000)
                            + "</subfield></datafield></record>') where id = '" + tooLong + "'");
        }
        var answer = given().get("/v1/record-exports?format=marc&centre=" + centre.id())
                .statusCode(200)
                .header("Left-Out", tooLong);
        assertEquals(
                List.of(fits),
                read(answer.asByteArray()).stream()
                        .map(Record::getControlNumber)
                        .toList());
        get("/v1/records/" + tooLong + "/export?format=marc")
                .statusCode(422)
                .body("type", equalTo("/problems/too-long-for-marc"));
        get("/v1/records/" + tooLong + "/export?format=marcxml").statusCode(200);
        given().get("/v1/record-exports?format=marcxml&centre=" + centre.id())
                .statusCode(200)
                .header("Left-Out", nullValue());
    }

    @Test
    void aMergedRecordIsExportedWhereItWent() {
        var centre = centre();
        var from = entered(centre, book(centre, "Double"));
        var into = entered(centre, book(centre, "Original"));
        post(centre.cataloguer(), "/v1/records/" + from + "/merge", "*", Map.of("into", into))
                .statusCode(200);
        given().followRedirects(false)
                .get("/v1/records/" + from + "/export?format=csv")
                .statusCode(308)
                .header("Location", endsWith("/v1/records/" + into + "/export?format=csv"));
        assertEquals(1, read(result(centre, "marc")).size());
    }

    /** Readers that do not read hold the places there are, and no more; when they go, the next one gets in. */
    @Test
    void slowReadersDoNotTakeEveryConnection() throws Exception {
        var centre = centre();
        var notes = IntStream.range(0, 8)
                .mapToObj(nth -> field("500", "  ", "a", "x".repeat(9_900)))
                .toList();
        var fields = new ArrayList<>(notes);
        fields.add(field("245", "00", "a", "Long"));
        for (var nth = 0; nth < 120; nth++) {
            entered(centre, record(centre, "book", but(marc(), "dataFields", fields)));
        }
        var path = "/v1/record-exports?format=json&centre=" + centre.id();
        var slow = new ArrayList<Socket>();
        try {
            Eventually.isTrue("no place is free", () -> {
                try {
                    slow.add(askedAndNotRead(path));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return given().get("/v1/record-exports?format=csv&q=nothing").statusCode() == 503;
            });
            given().get("/v1/record-exports?format=csv&q=nothing")
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/busy"));
            get("/v1/records?centre=" + centre.id() + "&limit=1").statusCode(200);
            given().head("/v1/record-exports?format=csv&q=nothing");
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        Eventually.isTrue(
                "places are free again",
                () -> given().get("/v1/record-exports?format=csv&q=nothing").statusCode() == 200);
    }

    private static Socket askedAndNotRead(String path) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", TestRequest.port()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getInputStream().read();
        return socket;
    }

    @Test
    void refusesWhatIsWrong() {
        var centre = centre();
        var id = entered(centre, book(centre, "Any"));
        for (var query : List.of("", "?format=pdf", "?format=", "?format=marc&format=csv", "?format=marc&page=2")) {
            given().get("/v1/records/" + id + "/export" + query).statusCode(400);
            given().get("/v1/record-exports" + query).statusCode(400);
        }
        get("/v1/records/0199a3c4-0000-7000-8000-000000000000/export?format=marc")
                .statusCode(404);
        given().get("/v1/record-exports?format=csv&kind=castle").statusCode(400);
    }
}
