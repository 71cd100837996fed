package org.goldenbridge.catalogue.imports;

import java.util.List;
import org.goldenbridge.catalogue.marc.Description;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.Matching;

/**
 * A delivered record that is planned for, with what is derived from it.
 *
 * @param title the main one
 * @param keys by which it is recognised as one that the catalogue has from elsewhere
 */
record Candidate(Delivered delivered, String title, List<String> keys) {
    private static final int LONGEST_TITLE = 500;

    static Candidate of(Delivered delivered) {
        var title = Description.of(delivered.marc()).title();
        return new Candidate(
                delivered,
                title.length() > LONGEST_TITLE
                        ? title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE)))
                        : title,
                Matching.keys(delivered.marc()));
    }

    /** Its number in the file. */
    long number() {
        return delivered.frame().number();
    }

    /** Bytes of the file before it. */
    long position() {
        return delivered.frame().position();
    }

    String sourceRecordId() {
        return delivered.sourceRecordId();
    }

    MarcRecord marc() {
        return delivered.marc();
    }
}
