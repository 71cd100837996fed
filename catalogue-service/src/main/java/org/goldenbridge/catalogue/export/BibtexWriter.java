package org.goldenbridge.catalogue.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.goldenbridge.catalogue.marc.Description;
import org.jspecify.annotations.Nullable;

/** BibTeX in UTF-8, as BibLaTeX and Biber read it. */
final class BibtexWriter implements ExportWriter {
    private final OutputStream out;
    private final StringBuilder entry = new StringBuilder();

    BibtexWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedRecord record) throws IOException {
        var says = record.description();
        entry.setLength(0);
        entry.append('@').append(type(record.kind())).append("{gb-").append(record.id());
        field("title", says.title());
        written("author", names(says, true));
        written("editor", names(says, false));
        field("year", says.year() == null ? null : says.year().toString());
        field("address", record.place());
        field("publisher", says.publisher());
        field("edition", says.edition());
        field("series", String.join("; ", says.series()));
        field("isbn", says.isbns().stream().findFirst().orElse(""));
        field("issn", says.issns().stream().findFirst().orElse(""));
        field("language", String.join(", ", says.languages()));
        field("keywords", String.join(", ", says.subjects()));
        field("abstract", says.summary());
        field("url", says.links().stream().findFirst().orElse(""));
        entry.append("\n}\n\n");
        out.write(entry.toString().getBytes(UTF_8));
    }

    private static String type(String kind) {
        return switch (kind) {
            case "book", "rare-book" -> "book";
            case "serial" -> "periodical";
            case "film" -> "movie";
            case "recording" -> "music";
            case "image", "museum-object", "replica" -> "artwork";
            case "archival-file" -> "unpublished";
            default -> "misc";
        };
    }

    private static String names(Description says, boolean main) {
        return says.names().stream()
                .filter(name -> name.isMain() == main)
                .map(name -> name.kind() == Description.NameKind.PERSON
                        ? escaped(name.text())
                        : "{" + escaped(name.text()) + "}")
                .collect(Collectors.joining(" and "));
    }

    private void field(String name, @Nullable String value) {
        written(name, value == null ? "" : escaped(value));
    }

    private void written(String name, String value) {
        if (!value.isBlank()) {
            entry.append(",\n  ").append(name).append(" = {").append(value).append('}');
        }
    }

    /** What TeX would take for a command; braces must balance, so those of the text become round. */
    private static String escaped(String value) {
        var text = value.replaceAll("\\s+", " ").strip();
        var escaped = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            switch (character) {
                case '\\' -> escaped.append("\\textbackslash ");
                case '&', '%', '$', '#', '_' -> escaped.append('\\').append(character);
                case '~' -> escaped.append("\\textasciitilde ");
                case '{' -> escaped.append('(');
                case '}' -> escaped.append(')');
                case '^' -> escaped.append("\\textasciicircum ");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
