package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import org.goldenbridge.platform.words.Words;

/** What came of a record of the file. */
enum RowResult {
    APPLIED,
    /** Nothing of it could be taken. */
    SKIPPED,
    /** The catalogue changed after the plan was made, so it was left alone. */
    OVERTAKEN,
    UNDONE,
    /** It was applied and could not be undone: somebody has worked on it since. */
    KEPT;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }
}
