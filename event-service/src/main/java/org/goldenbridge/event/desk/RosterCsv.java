package org.goldenbridge.event.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a roster as comma-separated values (RFC 4180), in UTF-8 with the mark by which spreadsheets know it. A name is what
 * somebody typed, and a spreadsheet runs what begins like a formula: an apostrophe before it makes it text (OWASP, CSV
 * injection).
 */
final class RosterCsv {
    private static final String MARK = "\uFEFF";

    /**
     * What a spreadsheet would run: at the beginning of a field, and behind each sign at which some spreadsheet begins the next
     * one (a comma elsewhere is a semicolon in France). Spaces, quotes and marks that are not seen do not save it, and the
     * full-width signs count as the plain ones.
     */
    private static final Pattern RUN = Pattern.compile(
            "(?<=^|[,;|\\t\\r\\n])(?=[\\s\\p{Z}\\p{Cf}\"'`\u2018\u2019\u201C\u201D\u00AB]*[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20\u2212])");

    private static final Pattern NUMBER = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*[(]?\\p{Nd}[\\p{Nd}\\s\\p{Z}()./,eE-]*");

    private RosterCsv() {}

    static byte[] of(RosterTable table) {
        var rows = new ArrayList<List<RosterTable.Cell>>();
        rows.add(table.heads().stream().map(RosterTable.Cell::of).toList());
        rows.addAll(table.booked().rows());
        rows.addAll(table.waiting().rows());
        return (MARK
                        + rows.stream()
                                .map(row ->
                                        row.stream().map(RosterCsv::field).collect(Collectors.joining(",")) + "\r\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String field(RosterTable.Cell cell) {
        return cell.number() != null
                ? cell.text()
                : '"' + asText(harmless(cell.text())).replace("\"", "\"\"") + '"';
    }

    /** A text that a spreadsheet would take for a number, and shorten: a phone number loses its zero, a long one its last digits. */
    private static String asText(String text) {
        return NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The text so that no spreadsheet runs anything of it. */
    static String harmless(String text) {
        return RUN.matcher(text).replaceAll("'");
    }
}
