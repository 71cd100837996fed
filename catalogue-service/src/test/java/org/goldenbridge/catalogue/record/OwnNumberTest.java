package org.goldenbridge.catalogue.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.catalogue.marc.ControlField;
import org.goldenbridge.catalogue.marc.DataField;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.junit.jupiter.api.Test;

class OwnNumberTest {
    private static final UUID ID = UUID.fromString("0199a3c4-7d30-7000-8000-0000000000aa");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static MarcRecord numbered(String number, String organisation, DataField... fields) {
        return new MarcRecord(
                "00000nam a2200000 a 4500",
                List.of(
                        new ControlField("001", number),
                        new ControlField("003", organisation),
                        new ControlField("008", "x")),
                List.of(fields));
    }

    private static MarcRecord ours(MarcRecord delivered) {
        return OwnNumber.give(delivered, ID, "KZ-GB", NOW);
    }

    @Test
    void keepsTheDeliveredNumberBesideOurs() {
        var ours = ours(numbered(
                "123", "DLC", DataField.of("020", ' ', ' ', "a", "x"), DataField.of("245", '0', '0', "a", "T")));
        assertEquals(ID.toString(), ours.control("001").orElseThrow());
        assertEquals("KZ-GB", ours.control("003").orElseThrow());
        assertEquals("20261121100000.0", ours.control("005").orElseThrow());
        assertEquals("x", ours.control("008").orElseThrow());
        assertEquals(
                List.of("020", "035", "245"),
                ours.dataFields().stream().map(DataField::tag).toList());
        assertEquals("(DLC)123", ours.field("035").orElseThrow().text("a"));
    }

    @Test
    void doesNotRepeatANumberThatIsThere() {
        var once = ours(numbered("123", "DLC", DataField.of("035", ' ', ' ', "a", "(DLC)123")));
        assertEquals(1, once.fields("035").count());
        assertEquals(once, ours(once));
    }
}
