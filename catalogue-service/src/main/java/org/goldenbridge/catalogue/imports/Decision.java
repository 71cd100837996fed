package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import org.goldenbridge.platform.words.Words;

/** What a person decides where the source would write over a cataloguer's work. */
enum Decision {
    /** Ours stays; this is what happens without a decision. */
    KEEP,
    /** The source's is taken. */
    TAKE;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }
}
