package org.goldenbridge.catalogue.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import org.goldenbridge.catalogue.marc.Description;
import org.jspecify.annotations.Nullable;

/** RIS, which reference managers read: a tag, two blanks, a hyphen, a value on each line. */
final class RisWriter implements ExportWriter {
    private final OutputStream out;
    private final StringBuilder lines = new StringBuilder();

    RisWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedRecord record) throws IOException {
        var says = record.description();
        lines.setLength(0);
        line("TY", type(record.kind()));
        line("ID", record.id().toString());
        line("TI", says.title());
        says.titles().stream()
                .filter(title -> title.role() == Description.TitleRole.PARALLEL)
                .forEach(title -> line("TT", title.text()));
        says.names().forEach(name -> line(name.isMain() ? "AU" : "A2", name.text()));
        line("PY", says.year() == null ? null : says.year().toString());
        line("CY", record.place());
        line("PB", says.publisher());
        line("ET", says.edition());
        says.series().forEach(series -> line("T2", series));
        says.isbns().forEach(isbn -> line("SN", isbn));
        says.issns().forEach(issn -> line("SN", issn));
        says.languages().forEach(language -> line("LA", language));
        says.subjects().forEach(subject -> line("KW", subject));
        line("AB", says.summary());
        says.links().forEach(link -> line("UR", link));
        lines.append("ER  - \r\n\r\n");
        out.write(lines.toString().getBytes(UTF_8));
    }

    private static String type(String kind) {
        return switch (kind) {
            case "book", "rare-book" -> "BOOK";
            case "serial" -> "JFULL";
            case "film" -> "MPCT";
            case "recording" -> "SOUND";
            case "image", "museum-object", "replica" -> "ART";
            case "archival-file" -> "UNPB";
            default -> "GEN";
        };
    }

    /** A line break would begin another tag. */
    private void line(String tag, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.append(tag)
                    .append("  - ")
                    .append(value.replaceAll("\\s+", " ").strip())
                    .append("\r\n");
        }
    }
}
