package org.goldenbridge.catalogue.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import org.goldenbridge.catalogue.marc.MarcXml;

/** A MARCXML collection. */
final class MarcXmlWriter implements ExportWriter {
    private static final String BEGIN =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<collection xmlns=\"" + MarcXml.NAMESPACE + "\">\n";

    private final OutputStream out;
    private boolean begun;

    MarcXmlWriter(OutputStream out) {
        this.out = out;
    }

    private void begin() throws IOException {
        if (!begun) {
            out.write(BEGIN.getBytes(UTF_8));
            begun = true;
        }
    }

    @Override
    public void write(ExportedRecord record) throws IOException {
        begin();
        out.write(MarcXml.write(record.withHoldings()).getBytes(UTF_8));
        out.write('\n');
    }

    @Override
    public void end() throws IOException {
        begin();
        out.write("</collection>\n".getBytes(UTF_8));
    }
}
