package org.goldenbridge.event.desk;

import static org.goldenbridge.event.EventFixtures.beijing;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.goldenbridge.event.EventServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@EventServiceTest
class RosterFilesTest {
    private static final String FORMULA = "=HYPERLINK(\"http://example.org\";\"Li\")";

    private static SessionAtDesk withGuests() {
        var session = SessionAtDesk.of(beijing(4), 4);
        session.book("Айгүл Серік +7 701 555 12 34", 2).statusCode(200);
        session.book(FORMULA + " li@example.org", 1).statusCode(200);
        session.book("王小明 xiaoming@example.org", 1).statusCode(200);
        session.book("Late Comer late@example.org", 1, Map.of("wait", "true")).statusCode(200);
        return session;
    }

    @Test
    void writesTheRosterWithCommas() {
        var session = withGuests();
        var csv = session.get("/roster.csv")
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv;charset=UTF-8"))
                .header("Content-Disposition", matchesPattern("attachment; filename=\"roster-[0-9-]+\\.csv\""))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .asByteArray();
        var text = new String(csv, StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "\uFEFF\"Name\",\"Contact\",\"Places\",\"Came\",\"State\",\"Language\"",
                        "\"'=HYPERLINK(\"\"http://example.org\"\";\"\"Li\"\")\",\"li@example.org\",1,\"\",\"Booked in\",\"English\"",
                        "\"Айгүл Серік\",\"'+7 701 555 12 34\",2,\"\",\"Booked in\",\"Kazakh\"",
                        "\"王小明\",\"xiaoming@example.org\",1,\"\",\"Booked in\",\"Chinese\"",
                        "\"Late Comer\",\"late@example.org\",1,\"\",\"Waiting list 1\",\"English\""),
                text.lines().toList());
    }

    @Test
    void writesAWorkbookInWhichNothingIsRun() throws Exception {
        var session = withGuests();
        var parts = parts(session.get("/roster.xlsx")
                .statusCode(200)
                .header("Content-Type", equalTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header("Content-Disposition", matchesPattern("attachment; filename=\"roster-[0-9-]+\\.xlsx\""))
                .asByteArray());
        assertEquals(
                List.of(
                        List.of("Name", "Contact", "Places", "Came", "State", "Language"),
                        List.of(FORMULA, "li@example.org", "1", "Booked in", "English"),
                        List.of("Айгүл Серік", "+7 701 555 12 34", "2", "Booked in", "Kazakh"),
                        List.of("王小明", "xiaoming@example.org", "1", "Booked in", "Chinese")),
                rows(parts, "xl/worksheets/sheet1.xml"));
        assertEquals(
                List.of("Late Comer", "late@example.org", "1", "Waiting list 1", "English"),
                rows(parts, "xl/worksheets/sheet2.xml").get(1));
        for (var part : parts.values()) {
            assertEquals(0, part.getElementsByTagName("f").getLength());
        }
        assertFalse(parts.keySet().stream().anyMatch(name -> name.contains("externalLink") || name.contains("vba")));
    }

    @Test
    void writesThePriceWhereThereIsOneAndHowManyCame() {
        var session = SessionAtDesk.ofToday(9);
        session.book("Li Ming li@example.org", 2).statusCode(200);
        session.send(session.actions("/payment").get(0), Map.of("paid", "true")).statusCode(200);
        session.send(session.actions("/attendance/[^/\"]*").get(0), Map.of("present", "1"))
                .statusCode(200);
        session.get("/roster.csv")
                .body(containsString("\"Price\",\"Paid\""))
                .body(containsString(
                        "\"Li Ming\",\"li@example.org\",2,1,\"Booked in\",\"English\",\"CN¥161\",\"Yes\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en", "zh-Hans", "fr", "ar"})
    void speaksTheLanguageOfWhoAsks(String language) throws Exception {
        var session = withGuests();
        var parts = parts(session.get("staff", "/roster.xlsx", language)
                .statusCode(200)
                .header("Content-Language", language)
                .asByteArray());
        assertEquals(6, rows(parts, "xl/worksheets/sheet1.xml").get(0).size());
        var view = (Element) parts.get("xl/worksheets/sheet1.xml")
                .getElementsByTagName("sheetView")
                .item(0);
        assertEquals(language.equals("ar"), view.getAttribute("rightToLeft").matches("1|true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/roster.csv", "/roster.xlsx"})
    void isForTheDeskOfItsCentreAlone(String file) {
        var session = withGuests();
        new SessionAtDesk(beijing(5), session.id()).get(file).statusCode(403).body(not(containsString("xiaoming")));
        session.get("/roster.pdf").statusCode(404);
    }

    private static Map<String, Document> parts(byte[] workbook) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var parts = new HashMap<String, Document>();
        var file = Files.createTempFile("roster", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), factory.newDocumentBuilder().parse(zip.getInputStream(entry)));
            }
        } finally {
            Files.delete(file);
        }
        assertTrue(parts.containsKey("xl/workbook.xml"), parts.keySet().toString());
        return parts;
    }

    /** What stands in the cells of a sheet that are not empty, row by row. */
    private static List<List<String>> rows(Map<String, Document> parts, String sheet) {
        var shared = elements(parts.get("xl/sharedStrings.xml").getDocumentElement(), "si").stream()
                .map(Element::getTextContent)
                .toList();
        return elements(parts.get(sheet).getDocumentElement(), "row").stream()
                .map(row -> elements(row, "c").stream()
                        .filter(cell -> cell.getElementsByTagName("v").getLength() > 0)
                        .map(cell -> cell.getAttribute("t").equals("s")
                                ? shared.get(Integer.parseInt(cell.getTextContent()))
                                : cell.getTextContent())
                        .toList())
                .toList();
    }

    private static List<Element> elements(Element of, String name) {
        var found = of.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(nth -> (Element) found.item(nth))
                .toList();
    }
}
