package org.goldenbridge.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goldenbridge.platform.json.UnacceptableValue;
import org.goldenbridge.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderLanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kk      | kk ru en             | kk
                    kk      | kk-Latn ru en        | kk-Latn
                    kk      | kk-Arab en           | kk-Arab
                    kk-Latn | kk ru                | kk
                    kk-Arab | zh-Hans ru           | zh-Hans
                    kk-CN   | kk kk-Arab           | kk-Arab
                    ru      | kk en                | kk
                    zh      | zh-Hans zh-Hant      | zh-Hans
                    zh-TW   | zh-Hans zh-Hant      | zh-Hant
                    zh-Hant | zh-Hans en           | zh-Hans
                    fr      | ru en                | en
                    ar      | fr ru                | fr
                    en      | ar                   | ar
                    """)
    void followsTheChainOfTheLanguageThatWasAskedFor(String asked, String there, String shown) {
        assertEquals(
                shown,
                reader(asked, null).of(text(there)).texts().keySet().iterator().next());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr-CA, en;q=0.5      | en fr     | fr
                    de, ru;q=0.7         | en ru     | ru
                    zh-CN, kk;q=0.9      | kk en     | kk
                    de                   | en fr     | en
                    *                    | en fr     | en
                    en;q=0, fr           | en fr     | fr
                    !!!                  | en fr     | en
                    """)
    void takesWhatTheBrowserSays(String header, String there, String shown) {
        assertEquals(
                shown,
                reader(null, header).of(text(there)).texts().keySet().iterator().next());
    }

    @Test
    void givesAllLanguagesWhenAllAreAskedFor() {
        assertEquals(3, reader("*", "fr").of(text("en fr kk")).texts().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a tag", "fr_CA!", "-", "%"})
    void refusesWhatIsNoLanguageTag(String lang) {
        assertThrows(Refusal.class, () -> reader(lang, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "xx"})
    void answersInEnglishWhereTheLanguageIsNotOffered(String lang) {
        assertEquals(
                Set.of("en"), reader(lang, null).of(text("en fr kk")).texts().keySet());
    }

    @Test
    void refusesTextsWithoutALanguageOrWithoutWords() {
        assertThrows(UnacceptableValue.class, () -> new LocalizedText(Map.of()));
        assertThrows(UnacceptableValue.class, () -> LocalizedText.of("de", "Saal"));
        assertThrows(UnacceptableValue.class, () -> LocalizedText.of("en", "  "));
        assertThrows(UnacceptableValue.class, () -> LocalizedText.of("en", "x".repeat(LocalizedText.LONGEST + 1)));
    }

    private static ReaderLanguage reader(String lang, String acceptLanguage) {
        var reader = new ReaderLanguage();
        reader.read(lang, acceptLanguage);
        return reader;
    }

    private static LocalizedText text(String languages) {
        var texts = new TreeMap<String, String>();
        Arrays.stream(languages.split(" ")).forEach(language -> texts.put(language, "Text"));
        return new LocalizedText(texts);
    }
}
