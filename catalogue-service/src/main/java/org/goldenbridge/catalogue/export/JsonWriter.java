package org.goldenbridge.catalogue.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.catalogue.marc.Description;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.record.Copy;

/** A JSON array with an object for each record. */
final class JsonWriter implements ExportWriter {
    private final OutputStream out;
    private final ObjectMapper json;
    private boolean begun;

    /** What is written of a record. */
    record Line(UUID id, String kind, Description description, List<Copy> holdings, MarcRecord marc) {}

    JsonWriter(OutputStream out, ObjectMapper json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void write(ExportedRecord record) throws IOException {
        out.write(begun ? ',' : '[');
        out.write('\n');
        begun = true;
        out.write(json.writeValueAsBytes(
                new Line(record.id(), record.kind(), record.description(), record.copies(), record.kept())));
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
