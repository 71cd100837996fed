package org.goldenbridge.catalogue.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.goldenbridge.catalogue.marc.ControlField;
import org.goldenbridge.catalogue.marc.DataField;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.MarcXml;
import org.goldenbridge.catalogue.marc.Subfield;
import org.goldenbridge.catalogue.record.Copy;
import org.junit.jupiter.api.Test;

class EmbeddedRecordTest {
    private static final String LEADER = "00000nam a2200000 i 4500";
    private static final Copy ITEM = new Copy("beijing", "A & B <1>", "KZ-1", "good", "on-loan");
    private static final String[] TEXTS = {
        "Abai zholy",
        "Абай жолы",
        "ابای جولى",
        "阿拜之路",
        "𐱅𐰇𐰼𐰰",
        "<script>&amp;\"'",
        "a\tb\nc\rd",
        " ",
        "\uFFFD",
        "]]>"
    };

    private static MarcRecord record(DataField... fields) {
        return new MarcRecord(LEADER, List.of(new ControlField("001", "1")), List.of(fields));
    }

    private static DataField field(String tag, String text) {
        return DataField.of(tag, ' ', ' ', "a", text);
    }

    private static String embed(String kept, Copy... holdings) {
        var entry = new Entry("id", 1, Instant.EPOCH, false, List.of(), kept, List.of(holdings));
        var answer = new StringBuilder("before");
        EmbeddedRecord.write(entry, kept, "KZ-GB", answer);
        assertTrue(answer.toString().startsWith("before<record "));
        return answer.substring("before".length());
    }

    private static List<String> tags(String xml) {
        return MarcXml.read(xml).dataFields().stream().map(DataField::tag).toList();
    }

    @Test
    void keepsWhatIsKept() {
        var random = new Random(7);
        for (int nth = 0; nth < 500; nth++) {
            var record = randomRecord(random);
            var embedded = embed(MarcXml.write(record));
            assertEquals(record, MarcXml.read(embedded));
            Schemas.validate(embedded);
        }
    }

    private static MarcRecord randomRecord(Random random) {
        var fields = new ArrayList<DataField>();
        for (int nth = random.nextInt(6); nth > 0; nth--) {
            var subfields = new ArrayList<Subfield>();
            for (int code = random.nextInt(3); code >= 0; code--) {
                subfields.add(new Subfield("a0&<\"z>!".charAt(random.nextInt(8)), TEXTS[random.nextInt(TEXTS.length)]));
            }
            fields.add(
                    new DataField("" + (100 + random.nextInt(700)), ' ', (char) ('0' + random.nextInt(10)), subfields));
        }
        return new MarcRecord(LEADER, List.of(new ControlField("001", TEXTS[random.nextInt(TEXTS.length)])), fields);
    }

    @Test
    void showsTheHoldingsOfTodayInPlaceOfThoseDelivered() {
        var kept = record(
                field("245", "A title"),
                field("852", "old"),
                field("876", "old"),
                field("880", "Атауы"),
                field("852", "x"));
        var embedded = embed(MarcXml.write(kept), ITEM);
        assertEquals(List.of("245", "852", "876", "880"), tags(embedded));
        var fields = MarcXml.read(embedded).dataFields();
        assertEquals(
                DataField.of("852", ' ', ' ', "a", "KZ-GB", "b", "beijing", "c", "A & B <1>", "p", "KZ-1", "q", "good"),
                fields.get(1));
        assertEquals(DataField.of("876", ' ', ' ', "j", "on-loan", "p", "KZ-1"), fields.get(2));
        Schemas.validate(embedded);
    }

    @Test
    void putsTheHoldingsWhereMarcHasThem() {
        assertEquals(List.of("245", "852", "876"), tags(embed(MarcXml.write(record(field("245", "t"))), ITEM)));
        assertEquals(
                List.of("245", "852", "852", "876", "876", "856"),
                tags(embed(MarcXml.write(record(field("245", "t"), field("856", "u"))), ITEM, ITEM)));
        assertEquals(List.of("852", "876"), tags(embed(MarcXml.write(record()), ITEM)));
        assertEquals(List.of("245"), tags(embed(MarcXml.write(record(field("245", "t"), field("852", "old"))))));
        assertEquals(List.of(), tags(embed(MarcXml.write(record(field("876", "old"))))));
    }

    @Test
    void leavesOutWhatAnItemDoesNotSay() {
        var embedded = embed(MarcXml.write(record()), new Copy("paris", "", "KZ-2", "new", "available"));
        assertEquals(
                "KZ-GB paris KZ-2 new",
                MarcXml.read(embedded).dataFields().get(0).text("abcpq"));
    }

    @Test
    void leavesOutAFieldThatIsEmpty() {
        var empty = new DataField("500", ' ', ' ', List.of());
        assertEquals(List.of("520"), tags(embed(MarcXml.write(record(empty, field("520", "text"), empty)))));
    }

    @Test
    void refusesWhatNoHarvesterCouldRead() {
        var kept = MarcXml.write(record(field("245", "A title")));
        for (var broken : new String[] {
            "",
            "A title",
            kept.substring(0, kept.length() - 1),
            kept + "x",
            kept + kept,
            kept.replace("A title", "A <title>"),
            kept.replace("A title", "A & title"),
            kept.replace("A title", "A ]]> title"),
            kept.replace("A title", "A &nbsp; title"),
            kept.replace("A title", "A \u0001 title"),
            kept.replace("A title", "A \uFFFE title"),
            kept.replace("A title", "A \uD800 title"),
            kept.replace("245", "24"),
            kept.replace("245", "2.5"),
            kept.replace("ind1=\" \"", "ind1=\"A\""),
            kept.replace("ind1=\" \"", "ind1=\"\""),
            kept.replace("code=\"a\"", "code=\"\u00e4\""),
            kept.replace("code=\"a\"", "code=\"ab\""),
            kept.replace(LEADER, "00000nam a2200000 i 450"),
            kept.replace(LEADER, "00000n\u00e4m a2200000 i 4500"),
            kept.replace("tag=\"001\"", "tag=\"1\"")
        }) {
            assertThrows(IllegalArgumentException.class, () -> embed(broken), broken);
        }
    }

    @Test
    void givesAValidRecordOrNoneWhateverIsKept() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        var random = new Random(seed);
        var end = System.nanoTime() + Integer.getInteger("fuzz.seconds", 5) * 1_000_000_000L / 5;
        int given = 0;
        int tries = 0;
        for (; System.nanoTime() < end; tries++) {
            var kept = mutated(MarcXml.write(randomRecord(random)), random);
            try {
                Schemas.validate(embed(kept, ITEM));
                given++;
            } catch (IllegalArgumentException e) {
                // it is left out, and reported
            }
        }
        System.out.printf("EmbeddedRecordTest seed %d: %d of %d mutated records given%n", seed, given, tries);
        assertTrue(given > 0 && given < tries, "some of the mutated records are records and some are not");
    }

    private static String mutated(String kept, Random random) {
        var text = new StringBuilder(kept);
        for (int times = random.nextInt(3); times >= 0; times--) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                case 1 -> text.setCharAt(at, "<>&\"=/a0 ;".charAt(random.nextInt(10)));
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
            }
            if (text.isEmpty()) {
                return "";
            }
        }
        return text.toString();
    }
}
