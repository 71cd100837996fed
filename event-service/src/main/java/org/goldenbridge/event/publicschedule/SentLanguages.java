package org.goldenbridge.event.publicschedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.goldenbridge.platform.text.Languages;

/** Finds the languages of the texts that are sent, where only some fields are. */
final class SentLanguages {
    private SentLanguages() {}

    static Set<String> of(List<?> items) {
        var languages = new TreeSet<String>();
        items.forEach(item -> collect((JsonNode) item, languages));
        return languages;
    }

    /** A text is an object with a field for each of its languages. */
    private static void collect(JsonNode node, Set<String> languages) {
        for (var field : node.properties()) {
            if (Languages.ALL.contains(field.getKey())) {
                languages.add(field.getKey());
            } else {
                collect(field.getValue(), languages);
            }
        }
    }
}
