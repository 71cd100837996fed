package org.goldenbridge.platform.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.json.UnacceptableValue;

/**
 * A text in one or several languages: from language tag (BCP 47) to text. Each text so says its own language, in
 * requests, answers, facts and the database alike.
 *
 * @param texts from tag to text, in the order of the tags; at least one
 */
@Schema(
        type = SchemaType.OBJECT,
        description = "A text in one or several languages, from BCP 47 tag to text: kk (Cyrillic), kk-Latn, kk-Arab, "
                + "ru, en, zh-Hans, zh-Hant, fr, ar. An answer holds the one language that was negotiated, or all "
                + "with lang=*.",
        additionalProperties = String.class,
        examples = "{\"en\": \"Music hall\", \"fr\": \"Salle de musique\"}")
public record LocalizedText(@JsonValue Map<String, String> texts) {
    /** The longest text in one language, in characters. */
    public static final int LONGEST = 10_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocalizedText {
        if (texts == null || texts.isEmpty()) {
            throw new UnacceptableValue("must hold a text in at least one language");
        }
        for (var entry : texts.entrySet()) {
            if (!Languages.isKnown(entry.getKey())) {
                throw new UnacceptableValue(
                        "has a language that is not known; the languages are " + String.join(", ", Languages.ALL));
            }
            var text = entry.getValue();
            if (text == null || text.isBlank()) {
                throw new UnacceptableValue("must not be empty in " + entry.getKey());
            }
            if (text.length() > LONGEST) {
                throw new UnacceptableValue("must have at most " + LONGEST + " characters in " + entry.getKey());
            }
        }
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** A text in one language. */
    public static LocalizedText of(String language, String text) {
        return new LocalizedText(Map.of(language, text));
    }

    /**
     * This text in one language alone.
     *
     * @throws IllegalArgumentException when it is not there in that language
     */
    LocalizedText in(String language) {
        var text = texts.get(language);
        if (text == null) {
            throw new IllegalArgumentException("There is no text in " + language);
        }
        return of(language, text);
    }

    /** The longest of its texts, in characters. */
    public int longest() {
        return texts.values().stream().mapToInt(String::length).max().orElse(0);
    }
}
