package org.goldenbridge.catalogue.marc;

import static org.goldenbridge.catalogue.marc.Raw.readings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.goldenbridge.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marc4j.MarcStreamReader;
import org.xml.sax.SAXException;

/** The records of other projects that are known to trip readers up. */
class SharedDataTest {
    private static Reading.Readable readable(String name, int nth) {
        return Raw.readable(readings(name).get(nth));
    }

    private static List<String> warnings(String name) {
        return readings(name).stream()
                .flatMap(reading -> Raw.readable(reading).warnings().stream())
                .distinct()
                .toList();
    }

    /** How many records each file has, and how they are encoded; every one of them can be read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "catmandu-oschrift_me.mrc|{UTF_8=1}",
                "lc880-5XX-paired.xml|{UTF_8=1}",
                "lc880-marc-subfield6-processing.xml|{UTF_8=1}",
                "lc880-marc.xml|{UTF_8=1}",
                "marc4j-1474920681_KOHA_LFL_5.xml|{UTF_8=1}",
                "marc4j-bad-characters-in-various-fields.mrc|{ASCII=1}",
                "marc4j-bad_oversize_field_bad_directory.mrc|{UTF_8=5}",
                "marc4j-brkrtest.mrc|{ASCII=3, MARC_8=5}",
                "marc4j-chinese_mangled_multibyte.mrc|{ASCII=1, UTF_8=1, MARC_8=2}",
                "marc4j-cyrillic_capital_e.mrc|{MARC_8=2}",
                "marc4j-incomplete_esc_seq.mrc|{MARC_8=1}",
                "openlib-880_Nihon_no_chasho.mrc|{UTF_8=1}",
                "openlib-880_alternate_script.mrc|{UTF_8=1}",
                "openlib-880_publisher_unlinked.mrc|{UTF_8=1}",
                "pymarc-bad_eacc_encoding.dat|{MARC_8=1}",
                "pymarc-bad_marc8_escape.dat|{MARC_8=1}",
                "qa-BooksAll.2014.part01-0001.mrc|{ASCII=100}",
                "qa-wrong-marcxml.xml|{UTF_8=3}",
                "reservoir-marc1-delete.xml|{UTF_8=1}",
                "rubymarc-cp866_multirecord.marc|{CP866=2}",
                "rubymarc-utf8_with_bad_bytes.marc|{UTF_8=1}",
                "solrmarc-uva_001_2000.mrc|{ASCII=1087, MARC_8=913}",
                "traject-bad_utf_byte.utf8.marc|{UTF_8=1}",
                "traject-hebrew880s.marc|{UTF_8=1}",
                "traject-test_data.utf8.marc.xml|{UTF_8=30}",
                "traject-test_data.utf8.mrc|{ASCII=1, UTF_8=29}"
            })
    void readsEveryRecordOfEveryFile(String name, String encodings) throws IOException, NotIso2709Exception {
        var counts = new TreeMap<Encoding, Integer>();
        for (var reading : readings(name)) {
            var record = Raw.readable(reading).record();
            counts.merge(Raw.readable(reading).encoding(), 1, Integer::sum);
            assertEquals(record, MarcXml.read(MarcXml.write(record)));
            if (!name.contains("oversize")) {
                assertEquals(
                        record,
                        Raw.readable(Iso2709Reader.read(Iso2709.write(record))).record());
            }
        }

        assertEquals(encodings, counts.toString());
    }

    @Test
    void whatIsReadIsValidMarcXml() throws IOException, SAXException {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        var schema =
                factory.newSchema(SharedFiles.file("schemas/MARC21slim.xsd").toFile());
        var validator = schema.newValidator();
        int valid = 0;
        try (var files = Files.list(SharedFiles.file("data/marc"))) {
            for (var file :
                    files.filter(path -> !path.toString().endsWith(".md")).toList()) {
                for (var reading : readings(file.getFileName().toString())) {
                    validator.validate(new StreamSource(
                            new StringReader(MarcXml.write(Raw.readable(reading).record()))));
                    valid++;
                }
            }
        }
        assertEquals(2_200, valid);
        // The control: the schema does refuse what we repair.
        try {
            validator.validate(new StreamSource(new StringReader(
                    "<record xmlns='http://www.loc.gov/MARC21/slim'><leader>short</leader></record>")));
            throw new AssertionError("The schema takes a leader of five characters");
        } catch (SAXException expected) {
            assertTrue(expected.getMessage().contains("leader"), expected.getMessage());
        }
    }

    @Test
    void theSameRecordsAsIso2709AndAsXmlAreTheSame() {
        var iso = readings("traject-test_data.utf8.mrc");
        var xml = readings("traject-test_data.utf8.marc.xml");

        assertEquals(30, iso.size());
        for (int nth = 0; nth < 30; nth++) {
            assertEquals(
                    Raw.readable(iso.get(nth)).record(),
                    Raw.readable(xml.get(nth)).record(),
                    "Record " + nth);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "traject-test_data.utf8.mrc|3|久保栄 「火山灰地」 を読む",
                "traject-test_data.utf8.mrc|6|高麗 人物 列傅",
                "traject-test_data.utf8.mrc|29|次按驟變",
                "traject-hebrew880s.marc|0|אנרכיזם ב״ציון״ : בין מרטין בובר לאהרן דוד גורדון",
                "openlib-880_Nihon_no_chasho.mrc|0|日本 の 茶書",
                "openlib-880_alternate_script.mrc|0|乔布斯的秘密日记",
                "openlib-880_publisher_unlinked.mrc|0|זה גדול! : ספר על הדברים הגדולים באמת",
                "marc4j-cyrillic_capital_e.mrc|0|Вор, шпион и убийца",
                "marc4j-cyrillic_capital_e.mrc|1|Синдром Петрушки : роман",
                "marc4j-chinese_mangled_multibyte.mrc|1|車輪滾滾",
                "marc4j-chinese_mangled_multibyte.mrc|2|車輪滾滾",
                "marc4j-chinese_mangled_multibyte.mrc|3|車輪滾滾",
                "lc880-marc-subfield6-processing.xml|0|曹素功墨锭制作技艺"
            })
    void readsTheTitleInItsOwnScript(String name, int nth, String title) {
        assertEquals(
                title,
                Description.of(readable(name, nth).record()).titles().get(1).text());
    }

    @Test
    void readsArabicWithItsMarksOfDirection() {
        assertEquals(
                "\u200Fنورى، عبد الله",
                Description.of(readable("traject-test_data.utf8.mrc", 2).record())
                        .names()
                        .get(0)
                        .otherForms()
                        .get(0));
        assertTrue(Description.of(readable("catmandu-oschrift_me.mrc", 0).record())
                .title()
                .startsWith("منطقة الشرق الأوسط وشمال أفريقيا"));
    }

    @Test
    void readsKoreanInItsOwnScript() {
        var publisher = readable("traject-test_data.utf8.mrc", 6)
                .record()
                .fields("880")
                .filter(field -> field.pairedTag().equals("260"));

        assertEquals("서울 :", publisher.findFirst().orElseThrow().first('a').orElseThrow());
    }

    @Test
    void readsTheRussianOfDosAsRussian() {
        var reading = readable("rubymarc-cp866_multirecord.marc", 1);

        assertEquals("Никитенко Е. А.", reading.record().control("001").orElseThrow());
        assertEquals(
                "Автоматизация проектирования и подготовки производства наукоемкойпродукции в едином информационном"
                        + " пространстве предприятия",
                reading.record().field("021").orElseThrow().text("a"));
        assertTrue(reading.record().field("100").orElseThrow().text("a").contains("микроскопических размеров"));
    }

    @Test
    void readsTheDiacriticsOfMarc8() {
        var notes = readings("marc4j-brkrtest.mrc").stream()
                .flatMap(reading -> Raw.readable(reading).record().fields("500"))
                .map(field -> field.text("a"))
                .collect(Collectors.toSet());

        for (var letters : List.of(
                "Łódź", "Øst", "Đuro", "rechʹ", "col·lecció", "København", "masʼalah", "sʺezd", "£5.95", "Tư Dưc")) {
            assertTrue(notes.stream().anyMatch(note -> note.contains(letters)), letters);
        }
    }

    @Test
    void readsRomanisedRussianOfVirginia() {
        assertEquals(
                "Iskusstvo perevoda i zhiznʹ literatury : ocherki",
                Description.of(readable("solrmarc-uva_001_2000.mrc", 1).record())
                        .title());
        assertEquals(
                "Oruzheĭnai\u0361a palata",
                Description.of(readable("solrmarc-uva_001_2000.mrc", 29).record())
                        .title());
    }

    @Test
    void saysWhatItRepaired() {
        assertEquals(
                List.of("The directory does not fit the fields; they were taken in the order in which they stand."),
                warnings("marc4j-bad_oversize_field_bad_directory.mrc"));
        assertEquals(
                List.of("1 character could not be decoded; U+FFFD stands in the place of each."),
                warnings("rubymarc-utf8_with_bad_bytes.marc"));
        assertEquals(
                List.of(
                        "2 characters could not be decoded; U+FFFD stands in the place of each.",
                        "The leader has a character that MARC does not know at position 6; \"a\" (text) was put."),
                warnings("traject-bad_utf_byte.utf8.marc"));
        assertEquals(
                List.of("The record has no leader; that of a printed book was put."), warnings("lc880-5XX-paired.xml"));
        assertEquals(
                List.of("An escape sequence that MARC-8 does not know was left out."),
                warnings("pymarc-bad_marc8_escape.dat"));
        assertEquals(List.of("The leader has 23 characters instead of 24."), warnings("qa-wrong-marcxml.xml"));
        assertEquals(List.of(), warnings("qa-BooksAll.2014.part01-0001.mrc"));
        assertEquals(List.of(), warnings("traject-test_data.utf8.mrc"));
    }

    @Test
    void keepsTheWholeOfAFieldThatIsTooLong() {
        var long1 = readable("marc4j-bad_oversize_field_bad_directory.mrc", 1).record();

        assertEquals("Muslimfeindlichkeit in Europa", Description.of(long1).title());
        assertTrue(
                long1.dataFields().stream().anyMatch(field -> field.text("ab").length() > 9_999));
    }

    @Test
    void knowsTheRecordThatAsksForItsDeletion() {
        assertTrue(readable("reservoir-marc1-delete.xml", 0).isDeletion());
        assertEquals(
                "   73209622 //r823",
                readable("reservoir-marc1-delete.xml", 0)
                        .record()
                        .field("010")
                        .orElseThrow()
                        .text("a"));
    }

    /** Where marc4j reads a record of plain Latin text strictly, we read the same fields. */
    @Test
    void readsWhatMarc4jReads() {
        var names = Map.of("qa-BooksAll.2014.part01-0001.mrc", 100, "solrmarc-uva_001_2000.mrc", 1_087);
        names.forEach((name, plain) -> {
            int compared = 0;
            for (var frame : Raw.frames(SharedFiles.bytes("data/marc/" + name))) {
                var reading = Raw.readable(Reading.of(frame));
                if (reading.encoding() == Encoding.ASCII && reading.warnings().isEmpty()) {
                    assertTrue(new MarcStreamReader(new ByteArrayInputStream(frame.bytes())).hasNext());
                    assertEquals(
                            Iso2709ReaderTest.inWordsOfMarc4j(frame.bytes()),
                            Iso2709ReaderTest.inWords(reading.record()));
                    compared++;
                }
            }
            assertTrue(compared > plain - 10, compared + " records of " + name + " compared");
        });
    }

    @Test
    void readsMarc8AsMarc4jDoes() {
        int same = 0;
        int marc8 = 0;
        var tables = new org.marc4j.converter.impl.AnselToUnicode(true);
        for (var frame : Raw.frames(SharedFiles.bytes("data/marc/solrmarc-uva_001_2000.mrc"))) {
            var reading = Raw.readable(Reading.of(frame));
            if (reading.encoding() == Encoding.MARC_8) {
                marc8++;
                var record = new MarcStreamReader(new ByteArrayInputStream(frame.bytes()), "ISO-8859-1").next();
                var title = ((org.marc4j.marc.DataField) record.getVariableField("245"))
                        .getSubfield('a')
                        .getData();
                var expected = java.text.Normalizer.normalize(tables.convert(title), java.text.Normalizer.Form.NFC);
                same += reading.record()
                                .field("245")
                                .orElseThrow()
                                .first('a')
                                .orElseThrow()
                                .equals(expected)
                        ? 1
                        : 0;
            }
        }
        assertEquals(913, marc8);
        assertEquals(913, same);
    }
}
