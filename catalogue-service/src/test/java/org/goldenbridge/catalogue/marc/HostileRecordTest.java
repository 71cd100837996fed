package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Records as long as they may be, made so that a careless reader takes the square of their length in time. */
class HostileRecordTest {
    private static final int LENGTH = 4_000_000;

    /** Everything that an import does with a record. */
    private static void inTime(byte[] file, Consumer<MarcRecord> check) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var frames = Raw.frames(file);
            assertTrue(frames.size() == 1, frames.size() + " frames");
            var record = Raw.readable(Reading.of(frames.get(0))).record();
            Description.of(record);
            Matching.keys(record);
            DublinCore.of(record);
            assertTrue(Terms.of(record).size() <= 512);
            MarcXml.read(MarcXml.write(record));
            check.accept(record);
        });
    }

    private static byte[] titled(byte[] title) {
        return Raw.utf8().bytes("245", Raw.join(Raw.bytes("00\u001Fa"), title)).record();
    }

    private static String title(MarcRecord record) {
        return record.field("245").orElseThrow().text("a");
    }

    @Test
    void manyBlanksBeforeALineBreak() {
        var title = "<record><datafield tag='245' ind1='0' ind2='0'><subfield code='a'>Begin" + " ".repeat(LENGTH)
                + "\nend";
        inTime(
                Raw.bytes(title + "</subfield></datafield></record>"),
                record -> assertEquals("Begin end", title(record)));
    }

    @Test
    void manyDiacriticsOfMarc8OnOneLetter() {
        inTime(
                Raw.in("ISO-8859-1")
                        .leader("00000nam  2200000   4500")
                        .bytes(
                                "245",
                                Raw.bytes("00\u001Fa\u001B(BSoci\u00E2et\u00E2e " + "\u00E2".repeat(LENGTH) + "a"))
                        .record(),
                record -> assertTrue(
                        title(record).startsWith("Société"), title(record).substring(0, 20)));
    }

    @Test
    void manyMarksOfDifferentClassesOnOneLetter() {
        inTime(
                titled(("a" + "\u0301\u0323".repeat(LENGTH / 4)).getBytes(StandardCharsets.UTF_8)),
                record -> assertTrue(title(record).length() < 40));
    }

    @Test
    void manyWords() {
        inTime(titled(Raw.bytes("ab ".repeat(LENGTH / 3))), record -> {});
        var words = new StringBuilder();
        for (int nth = 0; nth < LENGTH / 10; nth++) {
            words.append("w").append(nth).append(nth % 2 == 0 ? " " : "-");
        }
        inTime(titled(Raw.bytes(words.toString())), record -> {});
    }

    @Test
    void manyNamesThatAllClaimTheSameOtherForms() {
        var xml = new StringBuilder("<record>");
        for (int nth = 0; nth < 15_000; nth++) {
            xml.append(
                            "<datafield tag='700' ind1='1' ind2=' '><subfield code='6'>880-01</subfield><subfield code='a'>A</subfield>")
                    .append(
                            "</datafield><datafield tag='880' ind1='1' ind2=' '><subfield code='6'>700-01</subfield><subfield code='a'>")
                    .append("Б</subfield></datafield>");
        }
        inTime(xml.append("</record>").toString().getBytes(StandardCharsets.UTF_8), record -> {});
    }

    @Test
    void manyFieldsOfUnimarcThatAllClaimToBeOne() {
        var xml = new StringBuilder("<record><leader>00000nam  2200000   450 </leader>");
        for (int nth = 0; nth < 15_000; nth++) {
            xml.append("<datafield tag='200' ind1='1' ind2=' '><subfield code='6'>a01</subfield><subfield code='a'>Т")
                    .append(nth)
                    .append(
                            "</subfield></datafield><datafield tag='700' ind1=' ' ind2='1'><subfield code='6'>a02</subfield>")
                    .append("<subfield code='a'>N</subfield></datafield>");
        }
        inTime(xml.append("</record>").toString().getBytes(StandardCharsets.UTF_8), record -> {});
    }

    @Test
    void manyReferencesAndSections() {
        var field = "<record><datafield tag='245' ind1='0' ind2='0'><subfield code='a'>";
        var end = "</subfield></datafield></record>";
        inTime(
                Raw.bytes(field + "&amp;".repeat(LENGTH / 6) + end),
                record -> assertTrue(title(record).length() == LENGTH / 6));
        inTime(
                Raw.bytes(field + "&#65;&#1;".repeat(LENGTH / 10) + end),
                record -> assertTrue(title(record).length() == LENGTH / 10));
        inTime(
                Raw.bytes(field + "<![CDATA[<]]>".repeat(LENGTH / 14) + end),
                record -> assertTrue(title(record).length() == LENGTH / 14));
        inTime(
                Raw.bytes(field + "<!--x-->y".repeat(LENGTH / 10) + end),
                record -> assertTrue(title(record).length() == LENGTH / 10));
    }

    @Test
    void manyFieldsThatSayNothing() {
        var raw = new StringBuilder();
        for (int nth = 0; nth < 150_000; nth++) {
            raw.append("500000300000");
        }
        raw.append("\u001E").append("  \u001E".repeat(150_000)).append("\u001D");
        var bytes = Raw.bytes("99999nam a2299999   4500" + raw);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Raw.reason(Reading.of(Raw.frames(bytes).get(0))));
    }
}
