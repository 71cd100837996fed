package org.goldenbridge.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/**
 * A test that {@code mvn verify} leaves to {@code mvn -Pexhaustive verify}: a longer walk, a larger matrix, a race repeated.
 * What it looks at must be covered by a representative that always runs.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("exhaustive")
public @interface Exhaustive {
    /** Sizes and matrices of tests that run in both profiles. */
    final class Matrix {
        private static final List<String> ALL_LANGUAGES = List.of("en", "ar", "kk", "ru", "zh-Hans", "fr");

        private Matrix() {}

        /** Whether the profile {@code exhaustive} runs. */
        public static boolean isWhole() {
            return Boolean.getBoolean("goldenbridge.exhaustive");
        }

        /** One number for {@code mvn verify}, a larger one for the whole. */
        public static int size(int usual, int exhaustive) {
            return isWhole() ? exhaustive : usual;
        }

        /** Tags of the languages that pages are seen in by a browser: one of each direction of writing, or all six. */
        public static Stream<String> languages() {
            return isWhole() ? ALL_LANGUAGES.stream() : ALL_LANGUAGES.stream().limit(2);
        }
    }
}
