package org.goldenbridge.event.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.goldenbridge.event.desk.RosterTable.Cell;
import org.goldenbridge.event.desk.RosterTable.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterCsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+33 6 12 34 56 78",
                "-2+3",
                "@SUM(1)",
                "  =1",
                "\"=1",
                "'=1",
                "\u200B=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM(1)",
                "\u00A0=1"
            })
    void makesTextOfWhatASpreadsheetWouldRun(String text) {
        assertEquals("'" + text, RosterCsv.harmless(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Anne-Marie Li", "王小明", "ann@example.org", "a+b@example.org", "O'Neill", "", "Д. Серік (=)"})
    void leavesOtherTextAsItIs(String text) {
        assertEquals(text, RosterCsv.harmless(text));
    }

    @Test
    void makesTextOfWhatBeginsWithATab() {
        assertEquals("'\t'=1", RosterCsv.harmless("\t=1"));
        assertEquals("'\r'=1", RosterCsv.harmless("\r=1"));
        assertEquals("'\tLi", RosterCsv.harmless("\tLi"));
    }

    @Test
    void mindsTheSignsAtWhichAnotherFieldMayBegin() {
        assertEquals("Li;'=1+1", RosterCsv.harmless("Li;=1+1"));
        assertEquals("Li,' \"=1+1", RosterCsv.harmless("Li, \"=1+1"));
        assertEquals("Li\n'@SUM(1)", RosterCsv.harmless("Li\n@SUM(1)"));
    }

    @Test
    void writesWhatEveryReaderOfCommasReads() {
        var table = new RosterTable(
                List.of("Name", "Places"),
                new Part("Booked in", List.of(List.of(Cell.of("Li \"Ming\", jr."), Cell.of(2)))),
                new Part("Waiting list", List.of(List.of(Cell.of("Айгүл"), Cell.EMPTY))),
                false);
        var bytes = RosterCsv.of(table);
        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(bytes, 3));
        assertEquals(
                "\"Name\",\"Places\"\r\n\"Li \"\"Ming\"\", jr.\",2\r\n\"Айгүл\",\"\"\r\n",
                new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }
}
