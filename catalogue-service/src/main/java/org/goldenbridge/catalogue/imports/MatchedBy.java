package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import org.goldenbridge.platform.words.Words;

/** How a record of the file was recognised as one of ours. */
enum MatchedBy {
    /** The source delivered it before. */
    SOURCE_ID,
    ISBN,
    ISSN,
    /** By title, first name and year. */
    TITLE;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }
}
