package org.goldenbridge.catalogue.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.catalogue.record.Copy;
import org.goldenbridge.catalogue.record.NameView;
import org.goldenbridge.catalogue.record.TitleView;
import org.goldenbridge.catalogue.worksheet.MarcBody;
import org.jspecify.annotations.Nullable;

/** A JSON array with an object for each record. */
final class JsonWriter implements ExportWriter {
    private final OutputStream out;
    private final ObjectMapper json;
    private boolean begun;

    /** What is written of a record, under the names that the API has for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            String kind,
            String title,
            List<TitleView> titles,
            List<NameView> names,
            List<String> subjects,
            List<String> languages,
            @Nullable Integer year,
            @Nullable String publisher,
            @Nullable String edition,
            @Nullable String extent,
            @Nullable String summary,
            List<String> series,
            List<String> isbns,
            List<String> issns,
            List<String> links,
            List<Copy> holdings,
            MarcBody marc) {
        static Line of(ExportedRecord record) {
            var says = record.description();
            return new Line(
                    record.id(),
                    record.kind(),
                    says.title(),
                    says.titles().stream().map(TitleView::of).toList(),
                    says.names().stream().map(NameView::of).toList(),
                    says.subjects(),
                    says.languages(),
                    says.year(),
                    says.publisher(),
                    says.edition(),
                    says.extent(),
                    says.summary(),
                    says.series(),
                    says.isbns(),
                    says.issns(),
                    says.links(),
                    record.copies(),
                    MarcBody.of(record.kept()));
        }
    }

    JsonWriter(OutputStream out, ObjectMapper json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void write(ExportedRecord record) throws IOException {
        out.write(begun ? ',' : '[');
        out.write('\n');
        begun = true;
        out.write(json.writeValueAsBytes(Line.of(record)));
    }

    @Override
    public void end() throws IOException {
        if (!begun) {
            out.write('[');
        }
        out.write('\n');
        out.write(']');
        out.write('\n');
    }
}
