package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import org.goldenbridge.platform.words.Words;

/** What the plan says of a record of the file. */
enum Outcome {
    /** The catalogue does not have it. */
    NEW,
    /** The catalogue has it, with other fields. */
    CHANGED,
    /** The catalogue has it, and nothing in it would change. */
    SAME,
    /** A person should look: something of it, or all of it, is not taken. */
    CONFLICT,
    /** It is no record that can be read; its bytes are kept. */
    UNREADABLE;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }
}
