package org.goldenbridge.catalogue.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.goldenbridge.catalogue.marc.Description;
import org.jspecify.annotations.Nullable;

/**
 * A table for spreadsheets (RFC 4180), with a head. It begins with a byte order mark, or they take Cyrillic and Chinese for
 * something else; a cell that they would take for a formula begins with an apostrophe.
 */
final class CsvWriter implements ExportWriter {
    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";
    private static final String BETWEEN = " | ";
    private static final List<String> HEAD = List.of(
            "id",
            "kind",
            "title",
            "otherTitles",
            "names",
            "year",
            "languages",
            "place",
            "publisher",
            "edition",
            "extent",
            "series",
            "subjects",
            "isbn",
            "issn",
            "summary",
            "links",
            "centres",
            "items",
            "available");

    private final OutputStream out;
    private boolean begun;

    CsvWriter(OutputStream out) {
        this.out = out;
    }

    private void begin() throws IOException {
        if (!begun) {
            out.write((MARK + String.join(",", HEAD) + "\r\n").getBytes(UTF_8));
            begun = true;
        }
    }

    @Override
    public void write(ExportedRecord record) throws IOException {
        begin();
        var says = record.description();
        var cells = new @Nullable Object[] {
            record.id(),
            record.kind(),
            says.title(),
            says.titles().stream()
                    .map(Description.Title::text)
                    .filter(title -> !title.equals(says.title()))
                    .collect(Collectors.joining(BETWEEN)),
            says.names().stream().map(Description.Name::text).collect(Collectors.joining(BETWEEN)),
            says.year(),
            joined(says.languages()),
            record.place(),
            says.publisher(),
            says.edition(),
            says.extent(),
            joined(says.series()),
            joined(says.subjects()),
            joined(says.isbns()),
            joined(says.issns()),
            says.summary(),
            joined(says.links()),
            record.centres(),
            record.copies().size(),
            record.available()
        };
        var line = new StringBuilder();
        for (var cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(cell(Objects.toString(cell, "")));
        }
        out.write(line.append("\r\n").toString().getBytes(UTF_8));
    }

    @Override
    public void end() throws IOException {
        begin();
    }

    private static String joined(List<String> texts) {
        return String.join(BETWEEN, texts);
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars()
                        .anyMatch(character ->
                                character == '"' || character == ',' || character == '\n' || character == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
