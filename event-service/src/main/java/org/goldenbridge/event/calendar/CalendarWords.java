package org.goldenbridge.event.calendar;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.words.Words;

/** The words that calendars say of themselves, beside what the centres wrote; each language in a file of its own. */
@Singleton
class CalendarWords {
    static final List<String> LANGUAGES = List.of("kk", "ru", "en", "zh-Hans", "fr", "ar");

    private final Map<String, LocalizedText> words;

    CalendarWords() {
        var read = new HashMap<String, Map<String, String>>();
        for (var language : LANGUAGES) {
            words(language)
                    .forEach((key, text) -> read.computeIfAbsent(key.toString(), it -> new HashMap<>())
                            .put(language, text.toString()));
        }
        words = read.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> new LocalizedText(it.getValue())));
    }

    static Properties words(String language) {
        var file = Objects.requireNonNull(
                CalendarWords.class.getResourceAsStream("/calendar/" + language + ".properties"));
        try (var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(text);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Phrase say(String key, ReaderLanguage reader) {
        return Phrase.of(Objects.requireNonNull(words.get(key), key), reader);
    }

    /** The same with something put into it. */
    Phrase say(String key, String what, ReaderLanguage reader) {
        var phrase = say(key, reader);
        return new Phrase(phrase.text().replace("{0}", what), phrase.language());
    }

    /** The word of a kind, an audience or a level. */
    Phrase say(Enum<?> word, ReaderLanguage reader) {
        return say(key(word), reader);
    }

    static String key(Enum<?> word) {
        return word.getDeclaringClass()
                        .getSimpleName()
                        .replaceFirst("^Event", "")
                        .toLowerCase(Locale.ROOT) + "." + Words.of(word);
    }
}
