package org.goldenbridge.catalogue.marc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static MarcRecord record(String leader, List<ControlField> controlFields, DataField... fields) {
        return new MarcRecord(leader, controlFields, List.of(fields));
    }

    private static MarcRecord titled(String title) {
        return record("00000nam a2200000 a 4500", List.of(), DataField.of("245", '1', '0', "a", title, "c", "Abai"));
    }

    @Test
    void namesTheTagAndBothSidesInWords() {
        assertEquals(
                List.of(new FieldChange("245", List.of("10 $aAbai zholy $cAbai"), List.of("10 $aАбай жолы $cAbai"))),
                Comparison.between(titled("Abai zholy"), titled("Абай жолы")));
    }

    @Test
    void whereARecordLivesAndWhenItWasTouchedIsNoDifference() {
        var here = record(
                "00123nam a2200045 a 4500",
                List.of(new ControlField("001", "1"), new ControlField("003", "A"), new ControlField("005", "2026")));
        var there = record("00000nam a2200000 a 4500", List.of(new ControlField("001", "2")));
        assertEquals(List.of(), Comparison.between(here, there));
    }

    @Test
    void theTypeOfTheRecordIsADifference() {
        var changes = Comparison.between(
                record("00000nam a2200000 a 4500", List.of()), record("00000ngm a2200000 a 4500", List.of()));
        assertEquals(List.of("LDR"), changes.stream().map(FieldChange::tag).toList());
    }

    @Test
    void aFieldInAnotherScriptCountsWithTheOneThatItRepeats() {
        var latin = DataField.of("245", '1', '0', "6", "880-01", "a", "Abai zholy");
        var cyrillic = DataField.of("880", '1', '0', "6", "245-01/(N", "a", "Абай жолы");
        var changes = Comparison.between(
                record("00000nam a2200000 a 4500", List.of(), latin),
                record("00000nam a2200000 a 4500", List.of(), latin, cyrillic));
        assertEquals(
                List.of(new FieldChange(
                        "245",
                        List.of("10 $6880-01 $aAbai zholy"),
                        List.of("10 $6880-01 $aAbai zholy", "880 10 $6245-01/(N $aАбай жолы"))),
                changes);
    }

    @Test
    void fieldsAddedAndRemovedHaveOneSide() {
        var without = titled("T");
        var with = record(
                without.leader(),
                List.of(),
                DataField.of("245", '1', '0', "a", "T", "c", "Abai"),
                DataField.of("500", ' ', ' ', "a", "Note"));
        assertEquals(
                List.of(new FieldChange("500", List.of(), List.of("## $aNote"))), Comparison.between(without, with));
        assertEquals(
                List.of(new FieldChange("500", List.of("## $aNote"), List.of())), Comparison.between(with, without));
    }
}
