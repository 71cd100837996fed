package org.goldenbridge.event.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.ProgrammeKind;
import org.goldenbridge.platform.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {
    private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");
    private static final Pattern PUT_IN = Pattern.compile("\\{\\d}");
    /** Words of closed sets end like forms do. */
    private static final Set<String> NO_FORMS = Set.of("kind.other", "programmeKind.other", "places.few", "book.few");

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void saysTheSameInEveryLanguage(PageLanguage language) {
        assertEquals(phrases(PageLanguage.EN), phrases(language));
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void hasEachFormOfWhatIsCounted(PageLanguage language) {
        var words = Phrases.in(language);
        counted(PageLanguage.EN)
                .forEach(phrase -> assertEquals(
                        new TreeSet<>(language.plural().forms()),
                        words.keys().stream()
                                .filter(key -> key.startsWith(phrase + ".") && isForm(key))
                                .map(key -> key.substring(phrase.length() + 1))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        phrase));
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void leavesNothingEmptyAndPutsInTheSame(PageLanguage language) {
        for (var key : Phrases.in(language).keys()) {
            assertFalse(Phrases.in(language).say(key).isBlank() && !key.equals("and"), key);
            if (!isForm(key)) {
                assertEquals(
                        putIn(Phrases.in(PageLanguage.EN).say(key)),
                        putIn(Phrases.in(language).say(key)),
                        language + " " + key);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void hasAWordForEachConstantThatPagesShow(PageLanguage language) {
        var words = Phrases.in(language);
        Stream.of(
                        constants("kind", EventKind.values()),
                        constants("audience", Audience.values()),
                        constants("level", Level.values()),
                        constants("places", Availability.values()),
                        constants("programmeKind", ProgrammeKind.values()))
                .flatMap(List::stream)
                .forEach(words::say);
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void saysEachPhraseOnce(PageLanguage language) throws IOException {
        var file =
                Objects.requireNonNull(Phrases.class.getResourceAsStream("/words/" + language.tag() + ".properties"));
        var keys = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2)[0])
                .toList();
        assertEquals(
                List.of(),
                keys.stream()
                        .filter(key -> Collections.frequency(keys, key) > 1)
                        .toList());
    }

    @Test
    void countsAsRussianDoes() {
        var russian = Phrases.in(PageLanguage.RU);
        assertEquals("Осталось 1 место", russian.count("placesLeft", 1));
        assertEquals("Осталось 3 места", russian.count("placesLeft", 3));
        assertEquals("Осталось 5 мест", russian.count("placesLeft", 5));
        assertEquals("Осталось 11 мест", russian.count("placesLeft", 11));
        assertEquals("Осталось 21 место", russian.count("placesLeft", 21));
        assertEquals("Осталось 112 мест", russian.count("placesLeft", 112));
    }

    @Test
    void countsAsArabicDoes() {
        var arabic = PageLanguage.AR.plural();
        assertEquals(
                List.of("zero", "one", "two", "few", "few", "many", "many", "other", "few", "many"),
                Stream.of(0, 1, 2, 3, 10, 11, 99, 100, 103, 111).map(arabic::of).toList());
        assertEquals("بقي مقعدان", Phrases.in(PageLanguage.AR).count("placesLeft", 2));
    }

    @Test
    void countsNothingAsOneInFrenchOnly() {
        assertEquals("one", PageLanguage.FR.plural().of(0));
        assertEquals("other", PageLanguage.EN.plural().of(0));
        assertEquals("other", PageLanguage.KK.plural().of(0));
        assertEquals("other", PageLanguage.ZH.plural().of(1));
    }

    private static List<String> constants(String set, Enum<?>[] constants) {
        return Arrays.stream(constants).map(one -> set + "." + Words.of(one)).toList();
    }

    private static Set<String> phrases(PageLanguage language) {
        return Phrases.in(language).keys().stream()
                .map(key -> isForm(key) ? FORM.matcher(key).replaceFirst(" counted") : key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> counted(PageLanguage language) {
        return Phrases.in(language).keys().stream()
                .filter(PhrasesTest::isForm)
                .map(key -> FORM.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isForm(String key) {
        return FORM.matcher(key).find() && !NO_FORMS.contains(key);
    }

    private static Set<String> putIn(String phrase) {
        return PUT_IN.matcher(phrase).results().map(match -> match.group()).collect(Collectors.toSet());
    }
}
