package org.goldenbridge.event.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.junit.jupiter.api.Test;

class CalendarWordsTest {
    @Test
    void everyLanguageHasEveryWord() {
        var english = CalendarWords.words("en");
        for (var language : CalendarWords.LANGUAGES) {
            var words = CalendarWords.words(language);
            assertEquals(english.keySet(), words.keySet(), language);
            words.forEach((key, text) -> assertEquals(
                    english.get(key).toString().contains("{0}"),
                    text.toString().contains("{0}"),
                    language + " " + key));
        }
        Stream.of(EventKind.values(), Audience.values(), Level.values())
                .flatMap(Arrays::stream)
                .forEach(word -> assertTrue(english.containsKey(CalendarWords.key((Enum<?>) word)), word.toString()));
    }
}
