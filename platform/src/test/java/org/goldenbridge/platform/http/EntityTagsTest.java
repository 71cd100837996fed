package org.goldenbridge.platform.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "\"7.en\"", "\"7.fr.12\"", "\"7.en.gzip\"", "\"6.en\", \"7.en\"", "*"})
    void letsAnEditOfThisVersionGoOn(String ifMatch) {
        assertDoesNotThrow(() -> EntityTags.requireMatch(ifMatch, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"77.en\"", "\"70\"", "\"70.en.gzip\"", "7", "W/\"7\"", "\"\""})
    void refusesAnEditOfAnotherVersion(String ifMatch) {
        assertEquals(
                "stale",
                assertThrows(Refusal.class, () -> EntityTags.requireMatch(ifMatch, 7))
                        .code());
    }

    @Test
    void wantsToKnowWhichVersionIsEdited() {
        assertEquals(
                "precondition-required",
                assertThrows(Refusal.class, () -> EntityTags.requireMatch(null, 7))
                        .code());
    }

    @Test
    void namesVersionLanguageAndWhatElseIsShown() {
        assertEquals("\"7.en.3\"", EntityTags.of(7, new ReaderLanguage(), 3));
        assertTrue(EntityTags.matches("W/\"1\", \"7.en.3\"", "\"7.en.3\""));
    }

    @Test
    @DisplayName("E70: what is packed has a tag of its own, and either says that a client has it")
    void tellsWhatIsPackedFromWhatIsNot() {
        assertEquals("\"7.en.gzip\"", EntityTags.packed("\"7.en\""));
        assertTrue(EntityTags.matches("\"7.en.gzip\"", "\"7.en\""));
        assertTrue(EntityTags.matches("\"6.en\", W/\"7.en.gzip\"", "\"7.en\""));
        assertFalse(EntityTags.matches("\"7.en.gzip\"", "\"8.en\""));
    }

    @Test
    void tellsOneIdempotentRequestFromAnother() {
        var body = "body".getBytes(StandardCharsets.UTF_8);
        var key = IdempotencyKey.of("caller", "book", "key", body);
        assertEquals(key, IdempotencyKey.of("caller", "book", "key", body));
        assertTrue(
                key.lock() != IdempotencyKey.of("caller", "book", "key2", body).lock());
        assertThrows(Refusal.class, () -> IdempotencyKey.of("caller", "book", null, body));
        assertThrows(Refusal.class, () -> IdempotencyKey.of("caller", "book", "k\u00e9y", body));
    }
}
