package org.goldenbridge.catalogue.export;

import java.io.IOException;
import java.io.OutputStream;
import org.goldenbridge.catalogue.marc.Iso2709;
import org.goldenbridge.catalogue.marc.NotIso2709Exception;

/** A file of MARC records as library systems exchange them. What does not fit into the format is left out, and said before. */
final class Iso2709Writer implements ExportWriter {
    private final OutputStream out;

    Iso2709Writer(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedRecord record) throws IOException {
        try {
            out.write(Iso2709.write(record.withHoldings()));
        } catch (NotIso2709Exception leftOut) {
            return; // it is named in the header of the answer
        }
    }

    /** Why a record cannot be written; null when it can. */
    static String reasonAgainst(ExportedRecord record) {
        try {
            Iso2709.write(record.withHoldings());
            return "";
        } catch (NotIso2709Exception e) {
            return String.valueOf(e.getMessage());
        }
    }
}
