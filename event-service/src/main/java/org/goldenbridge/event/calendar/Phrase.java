package org.goldenbridge.event.calendar;

import java.util.List;
import java.util.stream.Collectors;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A text as one reader reads it.
 *
 * @param language of all of it; null when its parts are in several
 */
record Phrase(String text, @Nullable String language) {

    static Phrase of(LocalizedText text, ReaderLanguage reader) {
        var read = reader.of(text).texts().entrySet().iterator().next();
        return new Phrase(read.getValue().strip(), read.getKey());
    }

    /** One after the other. */
    static Phrase joined(String between, List<Phrase> phrases) {
        var languages = phrases.stream().map(Phrase::language).distinct().toList();
        return new Phrase(
                phrases.stream().map(Phrase::text).collect(Collectors.joining(between)),
                languages.size() == 1 ? languages.get(0) : null);
    }

    /** Followed by what is in no language: a number, a name. */
    Phrase with(String more) {
        return new Phrase(text + more, language);
    }

    /** At most so many characters of it, cut between words where there are any. */
    Phrase shortened(int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return this;
        }
        var end = text.offsetByCodePoints(0, most);
        var space = text.lastIndexOf(' ', end);
        return new Phrase(text.substring(0, space > end / 2 ? space : end).stripTrailing() + "…", language);
    }
}
