package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Iso2709Test {
    private static final String LEADER = "00000nam a2200000 a 4500";

    private static MarcRecord noted(int notes, int length) {
        return new MarcRecord(
                LEADER,
                List.of(new ControlField("001", "1")),
                Collections.nCopies(notes, DataField.of("500", ' ', ' ', "a", "x".repeat(length))));
    }

    @Test
    void writesLengthsInBytesOfUtf8() throws NotIso2709Exception {
        var record = new MarcRecord(
                LEADER, List.of(new ControlField("001", "1")), List.of(DataField.of("245", '1', '0', "a", "Абай")));

        assertEquals(
                "00065nam a2200049 a 4500001000200000245001300002\u001E1\u001E10\u001Fa"
                        + "\u00D0\u0090\u00D0\u00B1\u00D0\u00B0\u00D0\u00B9\u001E\u001D",
                new String(Iso2709.write(record), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusesWhatIsTooLongForTheFormat() throws NotIso2709Exception {
        assertEquals(
                9_994,
                noted(1, 9_994)
                        .fields("500")
                        .findFirst()
                        .orElseThrow()
                        .text("a")
                        .length());
        assertEquals(
                9_994,
                readBack(noted(1, 9_994)).field("500").orElseThrow().text("a").length());
        assertTrue(refusal(noted(1, 9_995)).contains("Field 500 takes 10000 bytes"));
        assertTrue(refusal(noted(20, 9_000)).contains("99999"));
    }

    @Test
    void takesARecordOfExactly99999Bytes() throws NotIso2709Exception {
        int last = 99_999 - Iso2709.write(noted(11, 9_000)).length + 9_000;

        var fields = new ArrayList<>(noted(10, 9_000).dataFields());
        fields.add(DataField.of("500", ' ', ' ', "a", "y".repeat(last)));
        var full = new MarcRecord(LEADER, List.of(new ControlField("001", "1")), fields);
        assertEquals(99_999, Iso2709.write(full).length);
        assertEquals(full, readBack(full));

        fields.set(10, DataField.of("500", ' ', ' ', "a", "y".repeat(last + 1)));
        assertTrue(refusal(new MarcRecord(LEADER, full.controlFields(), fields)).contains("99999"));
    }

    @Test
    void refusesTextThatHoldsTheMarksOfTheFormat() {
        for (var mark : List.of("\u001D", "\u001E", "\u001F")) {
            assertTrue(refusal(new MarcRecord(LEADER, List.of(new ControlField("001", "a" + mark)), List.of()))
                    .contains("control character"));
            assertTrue(refusal(
                            new MarcRecord(LEADER, List.of(), List.of(DataField.of("245", ' ', ' ', "a", mark + "b"))))
                    .contains("control character"));
        }
    }

    private static String refusal(MarcRecord record) {
        return assertThrows(NotIso2709Exception.class, () -> Iso2709.write(record))
                .getMessage();
    }

    private static MarcRecord readBack(MarcRecord record) throws NotIso2709Exception {
        var bytes = Iso2709.write(record);
        assertEquals(bytes.length, Directory.number(bytes, 0, 5));
        return Raw.readable(Iso2709Reader.read(bytes)).record();
    }

    /** Whatever a record holds: what is written, as ISO 2709 or as MARCXML, is read as the same record. */
    @Test
    void readsBackWhatItWrites() throws NotIso2709Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var record = anyRecord(random);
            assertEquals(record, readBack(record), "seed " + seed);
            assertEquals(record, MarcXml.read(MarcXml.write(record)), "seed " + seed);
            var delivered = MarcXml.write(record).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertEquals(
                    record,
                    Raw.readable(MarcXmlReader.read(delivered, Encoding.UTF_8)).record(),
                    "seed " + seed);
        }
    }

    /** A record in the form in which the catalogue keeps them, of many scripts, with fields repeated and out of order. */
    static MarcRecord anyRecord(Random random) {
        var controlFields = new ArrayList<ControlField>();
        controlFields.add(new ControlField("001", text(random)));
        for (int nth = random.nextInt(3); nth > 0; nth--) {
            controlFields.add(new ControlField("00" + pick("13578Zz", random), text(random)));
        }
        var dataFields = new ArrayList<DataField>();
        for (int nth = random.nextInt(12); nth > 0; nth--) {
            var subfields = new ArrayList<Subfield>();
            for (int part = random.nextInt(4); part >= 0; part--) {
                subfields.add(new Subfield(pick("abcxyzA059!\"&<", random), text(random)));
            }
            dataFields.add(new DataField(
                    "" + pick("245678", random) + pick("0456", random) + pick("0359", random),
                    pick(" 01a", random),
                    pick(" 09z", random),
                    subfields));
        }
        dataFields.add(DataField.of("245", '0', '0', "a", text(random)));
        return new MarcRecord(LEADER, controlFields, dataFields);
    }

    private static char pick(String characters, Random random) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    private static String text(Random random) {
        var words = List.of(
                "Абай жолы",
                "Қазақ хандығы",
                "红楼梦",
                "العربية",
                "\u200Fنورى",
                "café",
                "x",
                " ",
                "&<>\"'",
                "𠀀",
                "한국",
                "&amp;",
                "ё",
                "",
                "i\u0361a",
                "]]>",
                "&#65;");
        var text = new StringBuilder();
        for (int nth = random.nextInt(4); nth > 0; nth--) {
            text.append(words.get(random.nextInt(words.size())));
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
