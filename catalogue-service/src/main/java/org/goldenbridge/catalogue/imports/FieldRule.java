package org.goldenbridge.catalogue.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import org.goldenbridge.platform.words.Words;

/** What a source may do to the fields of a tag in a record that the catalogue has already. */
enum FieldRule {
    /** The source's fields take the place of ours; what the source leaves out goes. */
    REPLACE,
    /** The source's fields come to ours; none of ours goes. */
    ADD,
    /** The source's fields are taken only where the record has none of that tag. */
    FILL,
    /** Ours stay; the source's are taken only with a new record. */
    KEEP;

    @Override
    @JsonValue
    public String toString() {
        return Words.of(this);
    }
}
