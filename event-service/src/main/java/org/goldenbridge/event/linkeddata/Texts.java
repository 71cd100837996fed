package org.goldenbridge.event.linkeddata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Puts texts into a document: plain in the reader's language, or in all of theirs, each with its tag (JSON-LD 1.1, 4.2.4).
 */
final class Texts {
    private static final String ALL = "all";

    private final ReaderLanguage reader;

    Texts(ReaderLanguage reader) {
        this.reader = reader;
    }

    void put(ObjectNode into, String property, @Nullable LocalizedText text) {
        if (text == null) {
            return;
        }
        var shown = reader.of(text).texts();
        if (!reader.variant().equals(ALL)) {
            into.put(property, shown.values().iterator().next());
            return;
        }
        var values = into.putArray(property);
        shown.forEach((language, words) ->
                values.addObject().put("@language", language).put("@value", words));
    }
}
