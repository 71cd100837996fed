package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marc4j.MarcException;
import org.marc4j.MarcStreamReader;

class Iso2709ReaderTest {
    @Test
    void readsARecordAsItIs() {
        var reading = Raw.readable(Raw.utf8()
                .control("001", "kz 1")
                .control("008", "260101s1942    kz            000 0 kaz d")
                .data("245", "10", "a", "Абай жолы :", "b", "роман /", "c", "М. Әуезов.")
                .reading());

        assertEquals(
                new MarcRecord(
                        "00000nam a2200000   4500",
                        List.of(
                                new ControlField("001", "kz 1"),
                                new ControlField("008", "260101s1942    kz            000 0 kaz d")),
                        List.of(DataField.of("245", '1', '0', "a", "Абай жолы :", "b", "роман /", "c", "М. Әуезов."))),
                reading.record());
        assertEquals(Encoding.UTF_8, reading.encoding());
        assertEquals(List.of(), reading.warnings());
    }

    @Test
    void keepsAllThatStandsInTheRecordAndItsOrder() {
        var record = Raw.readable(Raw.utf8()
                        .control("005", "20260101000000.0")
                        .control("001", "one")
                        .control("001", "two")
                        .data("650", " 4", "a", "Steppe")
                        .data("245", "00", "a", "Title", "b", "")
                        .reading())
                .record();

        assertEquals(
                List.of("005", "001", "001"),
                record.controlFields().stream().map(ControlField::tag).toList());
        assertEquals(
                List.of("650", "245"),
                record.dataFields().stream().map(DataField::tag).toList());
        assertEquals("", record.field("245").flatMap(field -> field.first('b')).orElseThrow());
    }

    @Test
    void knowsARecordThatAsksForItsDeletion() {
        var deletion = Raw.utf8()
                .leader("00000dam a2200000   4500")
                .control("001", "1")
                .reading();

        assertTrue(Raw.readable(deletion).isDeletion());
    }

    @Test
    void readsOnWhenTheLeaderLiesAboutTheLength() {
        for (int claimed : new int[] {0, 25, 99_999}) {
            var reading = Raw.readable(
                    Raw.utf8().claiming(claimed).data("245", "00", "a", "Title").reading());

            assertEquals("Title", title(reading));
            assertTrue(
                    reading.warnings().get(0).contains("for the length"),
                    reading.warnings().toString());
        }
    }

    @Test
    void readsARecordOf123374Bytes() {
        var raw = Raw.utf8().control("001", "1");
        for (int nth = 0; nth < 13; nth++) {
            raw.data("500", "  ", "a", "x".repeat(9_000));
        }
        raw.data("245", "00", "a", "Title");
        int rest = 123_374 - raw.record().length - 13 - 5;
        raw.data("520", "  ", "a", "y".repeat(rest));
        var record = raw.record();
        assertEquals(123_374, record.length);

        var reading = Raw.readable(Iso2709Reader.read(record));

        assertEquals("Title", title(reading));
        assertEquals(13, reading.record().fields("500").count());
        assertEquals(
                rest,
                reading.record()
                        .field("520")
                        .orElseThrow()
                        .first('a')
                        .orElseThrow()
                        .length());
        assertTrue(reading.warnings().stream().anyMatch(warning -> warning.contains("directory")));
    }

    @Test
    void readsAFieldLongerThanItsDirectoryCanSay() {
        var reading = Raw.readable(Raw.utf8()
                .data("245", "00", "a", "Title")
                .data("505", "0 ", "a", "z".repeat(12_000))
                .data("650", " 4", "a", "Steppe")
                .reading());

        assertEquals("Title", title(reading));
        assertEquals(
                12_000,
                reading.record()
                        .field("505")
                        .orElseThrow()
                        .first('a')
                        .orElseThrow()
                        .length());
        assertEquals(
                "Steppe", reading.record().field("650").orElseThrow().first('a').orElseThrow());
    }

    @Test
    void takesTheFieldsInTheirOrderWhenTheirLengthsWereCountedInAnotherEncoding() {
        var counted = Raw.in("windows-1251")
                .data("245", "00", "a", "Абай")
                .data("650", " 4", "a", "Степь")
                .record();
        var sent =
                new String(counted, java.nio.charset.Charset.forName("windows-1251")).getBytes(StandardCharsets.UTF_8);

        var reading = Raw.readable(Iso2709Reader.read(sent));

        assertEquals("Абай", title(reading));
        assertEquals(
                "Степь", reading.record().field("650").orElseThrow().first('a').orElseThrow());
        assertEquals(Encoding.UTF_8, reading.encoding());
    }

    @Test
    void givesUpWhenItCannotBeToldWhichFieldIsWhich() {
        var record = Raw.utf8()
                .data("245", "00", "a", "Ti\u001Etle")
                .data("650", " 4", "a", "x")
                .record();
        record[24 + 3] = '7'; // a length that fits no terminator

        assertTrue(Raw.reason(Iso2709Reader.read(record)).startsWith("The directory does not fit"));
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals(
                "The record is too short to be one: it has 2 bytes.",
                Raw.reason(Iso2709Reader.read(Raw.bytes("x\u001D"))));
        assertTrue(Raw.reason(Iso2709Reader.read(Raw.bytes("no fields at all in this one\u001D")))
                .contains("directory"));
        assertTrue(Raw.reason(Iso2709Reader.read(Raw.bytes("short\u001Eleader of a record that\u001D")))
                .contains("leader"));
        assertTrue(Raw.reason(Iso2709Reader.read(Raw.bytes("00026nam a2200025 a 4500\u001E\u001D")))
                .contains("no fields"));
    }

    @Test
    void readsARecordWhoseLengthWasLeftBlank() {
        var record = Raw.utf8().data("245", "00", "a", "Title").record();
        Arrays.fill(record, 0, 5, (byte) ' ');

        var frame = Raw.frames(Raw.join(record, record)).get(1);

        assertEquals("Title", title(Raw.readable(Reading.of(frame))));
    }

    @Test
    void repairsWhatTheSchemaRefusesAndSaysSo() {
        var reading = Raw.readable(Raw.utf8()
                .leader("00000n#|\u0014a2200000 # 4500")
                .bytes("245", Raw.bytes("\u00141\u001Faone\u0001\u0000two"))
                .bytes("246", Raw.bytes("13no delimiter"))
                .bytes("500", Raw.bytes("  \u001F\u001F \u001Fbkept"))
                .bytes("5+0", Raw.bytes("  \u001Faof no tag"))
                .bytes("700", Raw.bytes("A@\u001F@Somebody"))
                .bytes("001", Raw.bytes("  \u001Fanumber"))
                .bytes("fmt", Raw.bytes("  \u001Fabook"))
                .reading());

        assertEquals("00000na  a2200000   4500", reading.record().leader());
        assertEquals(
                List.of(
                        DataField.of("245", ' ', '1', "a", "onetwo"),
                        DataField.of("246", '1', '3', "a", "no delimiter"),
                        DataField.of("500", ' ', ' ', "?", "", "b", "kept"),
                        DataField.of("700", ' ', ' ', "?", "Somebody"),
                        DataField.of("fmt", ' ', ' ', "a", "book")),
                reading.record().dataFields());
        assertEquals("  anumber", reading.record().control("001").orElseThrow());
        for (var said : List.of(
                "Control characters", "indicator", "text before its first subfield", "“5+0”", "no code", "leader")) {
            assertTrue(
                    reading.warnings().stream().anyMatch(warning -> warning.contains(said)),
                    said + " in " + reading.warnings());
        }
    }

    /** The leader of some Russian systems says that fields have neither indicators nor subfields, and is right. */
    @Test
    void readsFieldsWithoutIndicatorsWhereTheLeaderSaysSo() {
        var record = Raw.in("IBM866")
                .leader("000000000000000000004500")
                .control("021", "Автоматизация проектирования")
                .reading();

        assertEquals(
                DataField.of("021", ' ', ' ', "a", "Автоматизация проектирования"),
                Raw.readable(record).record().dataFields().get(0));
    }

    @Test
    void warnsOnlySoManyTimes() {
        var raw = Raw.utf8();
        for (int tag = 100; tag < 200; tag++) {
            raw.bytes(String.valueOf(tag), Raw.bytes("@@\u001Fax"));
        }

        var warnings = Raw.readable(raw.reading()).warnings();

        assertTrue(warnings.size() <= 26, warnings.size() + " warnings");
        assertEquals("There is more of this kind that is not listed.", warnings.get(warnings.size() - 1));
    }

    /** Where marc4j reads a record, we read the same; what it leaves out or sorts is left aside. */
    @Test
    void readsWhatMarc4jReads() {
        var record = Raw.in("ISO-8859-1")
                .control("001", "1")
                .control("005", "20260101000000.0")
                .data("245", "10", "a", "Title :", "b", "rest", "b", "")
                .data("650", " 0", "a", "One", "x", "Two", "x", "Three")
                .record();

        assertEquals(
                inWordsOfMarc4j(record),
                inWords(Raw.readable(Iso2709Reader.read(record)).record()));
    }

    static String inWordsOfMarc4j(byte[] bytes) throws MarcException {
        var record = new MarcStreamReader(new ByteArrayInputStream(bytes), "ISO-8859-1").next();
        var words = new StringBuilder();
        record.getControlFields().forEach(field -> words.append(field.getTag() + " " + field.getData() + "\n"));
        record.getDataFields().forEach(field -> {
            words.append(field.getTag()).append(field.getIndicator1()).append(field.getIndicator2());
            field.getSubfields()
                    .forEach(part -> words.append('$').append(part.getCode()).append(part.getData()));
            words.append('\n');
        });
        return words.toString();
    }

    static String inWords(MarcRecord record) {
        var words = new StringBuilder();
        record.controlFields().forEach(field -> words.append(field.tag() + " " + field.value() + "\n"));
        record.dataFields().forEach(field -> {
            words.append(field.tag()).append(field.ind1()).append(field.ind2());
            field.subfields()
                    .forEach(part -> words.append('$').append(part.code()).append(part.value()));
            words.append('\n');
        });
        return words.toString();
    }

    private static String title(Reading.Readable reading) {
        return reading.record().field("245").flatMap(field -> field.first('a')).orElseThrow();
    }
}
