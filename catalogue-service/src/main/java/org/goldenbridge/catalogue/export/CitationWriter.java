package org.goldenbridge.catalogue.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.catalogue.marc.Description;

/** A reference on one line after ISO 690: creator, title, medium, edition, place and publisher, year, extent, series, numbers. */
final class CitationWriter implements ExportWriter {
    private final OutputStream out;

    CitationWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedRecord record) throws IOException {
        out.write((citation(record) + "\n").getBytes(UTF_8));
    }

    static String citation(ExportedRecord record) {
        var says = record.description();
        var parts = new ArrayList<String>();
        parts.add(creators(says));
        parts.add(says.title() + medium(record.kind()));
        parts.add(says.edition() == null ? "" : says.edition());
        parts.add(imprint(record, says));
        parts.add(says.extent() == null ? "" : says.extent());
        parts.add(says.series().isEmpty() ? "" : "(" + String.join("; ", says.series()) + ")");
        parts.addAll(says.isbns().stream().limit(1).map(isbn -> "ISBN " + isbn).toList());
        parts.addAll(says.issns().stream().limit(1).map(issn -> "ISSN " + issn).toList());
        parts.addAll(says.links().stream()
                .limit(1)
                .map(link -> "Available from: " + link)
                .toList());
        return parts.stream()
                .map(part -> part.replaceAll("\\s+", " ").strip())
                .filter(part -> !part.isEmpty())
                .map(part -> part.endsWith(".") ? part : part + ".")
                .collect(Collectors.joining(" "));
    }

    /** The main names; where there is none, the others: a film has no author. Family names stand first, in capitals. */
    private static String creators(Description says) {
        var main = says.names().stream().filter(Description.Name::isMain).toList();
        return (main.isEmpty() ? says.names().stream().limit(3).toList() : main)
                .stream().map(CitationWriter::creator).collect(Collectors.joining(", "));
    }

    private static String creator(Description.Name name) {
        var comma = name.text().indexOf(',');
        return comma > 0
                ? name.text().substring(0, comma).toUpperCase(Locale.ROOT)
                        + name.text().substring(comma)
                : name.text();
    }

    private static String medium(String kind) {
        return switch (kind) {
            case "film" -> " [film]";
            case "recording" -> " [sound recording]";
            case "image" -> " [image]";
            case "museum-object" -> " [museum object]";
            case "replica" -> " [replica]";
            case "archival-file" -> " [archival file]";
            default -> "";
        };
    }

    private static String imprint(ExportedRecord record, Description says) {
        var publisher = says.publisher() == null ? "" : says.publisher();
        var place = Stream.of(record.place(), publisher)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        var year = says.year() == null ? List.<String>of() : List.of(says.year().toString());
        return Stream.concat(Stream.of(place).filter(part -> !part.isEmpty()), year.stream())
                .collect(Collectors.joining(", "));
    }
}
