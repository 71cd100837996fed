package org.goldenbridge.event.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a roster as a workbook. Each cell says that it is a text or a number, so that nothing in it is ever run. */
final class RosterSheets {
    private static final int[] WIDTHS = {34, 34, 10, 10, 24, 20, 16, 12};

    /** What XML 1.0 has no way to write. */
    private static final Pattern NOT_IN_XML = Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\\t\\n\\r]]");

    private RosterSheets() {}

    static byte[] of(RosterTable table) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Goldenbridge", "1.0")) {
            write(workbook.newWorksheet(table.booked().name()), table, table.booked());
            write(workbook.newWorksheet(table.waiting().name()), table, table.waiting());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, RosterTable table, RosterTable.Part part) throws IOException {
        if (table.isRightToLeft()) {
            sheet.rightToLeft();
        }
        for (var column = 0; column < table.heads().size(); column++) {
            sheet.width(column, WIDTHS[column]);
            sheet.value(0, column, table.heads().get(column));
            sheet.style(0, column).bold().set();
        }
        var line = 1;
        for (var row : part.rows()) {
            for (var column = 0; column < row.size(); column++) {
                var cell = row.get(column);
                if (cell.number() != null) {
                    sheet.value(line, column, cell.number());
                } else if (!cell.text().isEmpty()) {
                    sheet.value(line, column, NOT_IN_XML.matcher(cell.text()).replaceAll(""));
                }
            }
            line++;
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.footer("&P / &N", Position.CENTER);
        sheet.finish();
    }
}
