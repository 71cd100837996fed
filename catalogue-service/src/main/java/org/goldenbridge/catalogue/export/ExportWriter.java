package org.goldenbridge.catalogue.export;

import java.io.IOException;

/** Writes records one after the other; what frames them is written by the first and by the end. */
interface ExportWriter {
    void write(ExportedRecord record) throws IOException;

    /** Writes what comes behind the last record. */
    default void end() throws IOException {}
}
