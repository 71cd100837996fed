package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarcXmlReaderTest {
    private static final String LEADER = "<leader>00000nam a2200000   4500</leader>";

    private static Reading read(String xml) {
        return MarcXmlReader.read(xml.getBytes(StandardCharsets.UTF_8), Encoding.UTF_8);
    }

    private static Reading.Readable readable(String xml) {
        return Raw.readable(read(xml));
    }

    private static String field(String text) {
        return "<datafield tag='245' ind1='0' ind2='0'><subfield code='a'>" + text + "</subfield></datafield>";
    }

    private static String title(Reading.Readable reading) {
        return reading.record().field("245").flatMap(field -> field.first('a')).orElseThrow();
    }

    @Test
    void readsARecordOfAnyPrefixAndIgnoresWhatItDoesNotKnow() {
        var reading = readable(
                "<m:record xmlns:m='urn:x' type='Bibliographic' other='1'><identifier>x</identifier>\n<m:leader>"
                        + "00714cam a2200205 a 4500</m:leader><m:controlfield tag='001' x='y'> 12 </m:controlfield>"
                        + "<m:datafield ind2='0' ind1='1' tag='245'>\n<m:subfield code='a'>A &amp; <![CDATA[<B>]]></m:subfield>\n"
                        + "<m:subfield code='b'/></m:datafield></m:record>");

        assertEquals(
                new MarcRecord(
                        "00000cam a2200000 a 4500",
                        List.of(new ControlField("001", " 12 ")),
                        List.of(DataField.of("245", '1', '0', "a", "A & <B>", "b", ""))),
                reading.record());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void readsWhatTheCatalogueItselfWrites() {
        var record = new MarcRecord(
                "00000nam a2200000 a 4500",
                List.of(new ControlField("001", "1")),
                List.of(DataField.of("880", '1', '0', "6", "245-01/(3/r", "a", "\u200F\"<абай>&\u200F", "b", "  x  ")));

        assertEquals(record, readable(MarcXml.write(record)).record());
    }

    @Test
    void repairsWhatTheSchemaRefusesAndSaysSo() {
        var reading =
                readable("<record><controlfield tag='FMT'>BK</controlfield><controlfield tag='0011'>x</controlfield>"
                        + "<datafield tag='245' ind1='0 ' ind2='#'>stray<subfield code='ab'>one</subfield><subfield>two</subfield>"
                        + "</datafield><datafield tag='500'/><datafield tag='001'><subfield code='a'>7</subfield></datafield>"
                        + "<subfield code='a'>lost</subfield></record>");

        assertEquals("00000nam a2200000   4500", reading.record().leader());
        assertEquals("7", reading.record().control("001").orElseThrow());
        assertEquals(
                List.of(
                        DataField.of("FMT", ' ', ' ', "a", "BK"),
                        DataField.of("245", '0', ' ', "a", "stray", "a", "one", "?", "two")),
                reading.record().dataFields());
        for (var said :
                List.of("no leader", "FMT", "0011", "outside its subfields", "no code", "500", "outside of a field")) {
            assertTrue(
                    reading.warnings().stream().anyMatch(warning -> warning.contains(said)),
                    said + " in " + reading.warnings());
        }
    }

    @Test
    void takesOutCharactersThatXmlDoesNotAllow() {
        var reading =
                readable("<record>" + LEADER + field("a\u0001b&#1;c&#xFFFE;d&#xD800;e&#x41;\u0007") + "</record>");

        assertEquals("abcdeA", title(reading));
        assertEquals(
                List.of("Control characters, or others that XML does not allow, were removed."), reading.warnings());
    }

    @Test
    void readsTheBytesRatherThanTheDeclaration() {
        var bytes = ("<record>" + LEADER + field("Преступление и наказание : роман в шести частях") + "</record>")
                .getBytes(Encoding.WINDOWS_1251.charset());
        var reading = Raw.readable(MarcXmlReader.read(bytes, Encoding.UTF_8));

        assertEquals("Преступление и наказание : роман в шести частях", title(reading));
        assertEquals(Encoding.WINDOWS_1251, reading.encoding());
        assertTrue(
                reading.warnings().get(0).contains("by its bytes"),
                reading.warnings().toString());
    }

    @Test
    void readsUtf16() {
        var file = ("\uFEFF<collection><record>" + LEADER + field("Қазақ") + "</record></collection>")
                .getBytes(StandardCharsets.UTF_16LE);

        assertEquals("Қазақ", title(Raw.readable(Reading.of(Raw.frames(file).get(0)))));
    }

    @Test
    void oneMalformedRecordLeavesTheOthersReadable() {
        var file = "<c><record>" + LEADER + field("1") + "</record><record>" + LEADER
                + "<datafield tag=245></datafield></record><record>" + LEADER + field("3") + "</record></c>";
        var readings = Raw.frames(Raw.bytes(file)).stream().map(Reading::of).toList();

        assertEquals("1", title(Raw.readable(readings.get(0))));
        assertTrue(Raw.reason(readings.get(1)).startsWith("The record is not well-formed XML"));
        assertEquals("3", title(Raw.readable(readings.get(2))));
    }

    /** Entities that would bring in files or addresses; each must be refused, and nothing outside be touched. */
    @Test
    void readsNothingOutsideTheRecord(@TempDir Path directory) throws IOException, XMLStreamException {
        var secret = Files.writeString(directory.resolve("secret.txt"), "stolen");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            var address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            var record = "<record>" + LEADER + field("&e;") + "</record>";
            for (var attack : List.of(
                    "<!DOCTYPE record [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + record,
                    "<!DOCTYPE record SYSTEM \"" + address + "\">" + record,
                    "<!DOCTYPE record [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>" + record,
                    "<!DOCTYPE record PUBLIC \"-//x\" \"" + address + "\">" + record.replace("&e;", "x"))) {
                assertTrue(Raw.reason(read(attack)).contains("document type"), attack);
                // As a whole file: the record is framed, its document type stays outside, and its entity is unknown.
                for (var frame : Raw.frames(Raw.bytes(attack))) {
                    if (Reading.of(frame) instanceof Reading.Readable readable) {
                        assertEquals("x", title(readable));
                    }
                }
            }
            assertTrue(Raw.reason(read(record)).contains("e"), "An entity that nobody declared");
            try (var unexpected = server.accept()) {
                throw new AssertionError("Somebody called: " + unexpected);
            } catch (SocketTimeoutException nobodyCalled) {
                assertFalse(server.isClosed());
            }
        }
        // The control: a parser without our settings does read the file.
        var open = XMLInputFactory.newDefaultFactory();
        open.setProperty(XMLInputFactory.IS_COALESCING, true);
        var reader = open.createXMLStreamReader(new StringReader(
                "<!DOCTYPE record [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><record>&e;</record>"));
        while (!reader.isStartElement()) {
            reader.next();
        }
        assertEquals("stolen", reader.getElementText());
    }

    @Test
    void doesNotUnfoldEntities() {
        var bomb = new StringBuilder("<!DOCTYPE record [<!ENTITY a0 \"ha\">");
        for (int nth = 1; nth < 40; nth++) {
            bomb.append("<!ENTITY a")
                    .append(nth)
                    .append(" \"")
                    .append(("&a" + (nth - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]><record>" + LEADER + field("&a39;") + "</record>");

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Raw.reason(read(bomb.toString()));
            Raw.frames(Raw.bytes(bomb.toString())).forEach(frame -> Raw.reason(Reading.of(frame)));
        });
    }

    @Test
    void refusesNestingThatNoRecordHas() {
        var deep = "<record>" + LEADER + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</record>";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertTrue(Raw.reason(read(deep)).contains("deeper")));
    }

    @Test
    void readsRecordsOfManyMegabytesAndManyAttributesInTime() {
        var attributes = new StringBuilder("<record>" + LEADER + "<datafield tag='245' ind1='0' ind2='0' ");
        for (int nth = 0; nth < 200_000; nth++) {
            attributes.append("a").append(nth).append("='' ");
        }
        attributes.append("/></record>");
        var large = "<record>" + LEADER + field("x".repeat(3_900_000)) + "</record>";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertEquals(3_900_000, title(readable(large)).length());
            Raw.reason(read(attributes.toString()));
        });
    }

    @Test
    void saysThatARecordOfTenMebibytesIsTooLong() {
        var file = "<c><record>" + LEADER + field("x".repeat(10 << 20)) + "</record><record>" + LEADER + field("2")
                + "</record></c>";
        var readings = Raw.frames(Raw.bytes(file)).stream().map(Reading::of).toList();

        assertTrue(Raw.reason(readings.get(0)).startsWith("The record is too long"));
        assertEquals("2", title(Raw.readable(readings.get(1))));
    }

    @Test
    void aRecordWithoutFieldsIsNone() {
        assertEquals("The record has no fields.", Raw.reason(read("<record/>")));
        assertEquals("The record has no fields.", Raw.reason(read("<record><header status='deleted'/></record>")));
    }
}
