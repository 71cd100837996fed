package org.goldenbridge.platform.words;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Closed sets of words: an enum constant {@code ROUND_TABLE} is {@code round-table} in requests, answers, facts and the
 * database alike.
 */
public final class Words {
    private static final int MOST = 20;

    private Words() {}

    /** The word of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant that a parameter names; null when the parameter is not there.
     *
     * @throws Refusal 400 when there is no such word
     */
    public static <E extends Enum<E>> @Nullable E parameter(Class<E> words, @Nullable String text, String name) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(constant -> of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    var known = "must be one of "
                            + Arrays.stream(words.getEnumConstants())
                                    .map(Words::of)
                                    .collect(Collectors.joining(", "));
                    return Refusal.badRequest("invalid-request", "?" + name + " " + known + ".")
                            .at("?" + name, known);
                });
    }

    /**
     * The constants that a parameter names, separated by commas; none when it is not there.
     *
     * @throws Refusal 400 when one of them is no such word, or when there are more than twenty
     */
    public static <E extends Enum<E>> List<E> parameters(Class<E> words, @Nullable String text, String name) {
        if (text == null) {
            return List.of();
        }
        var parts = text.split(",", MOST + 2);
        if (parts.length > MOST) {
            var detail = "must be at most " + MOST + " values";
            throw Refusal.badRequest("invalid-request", "?" + name + " " + detail + ".")
                    .at("?" + name, detail);
        }
        return Arrays.stream(parts)
                .map(word -> Objects.requireNonNull(parameter(words, word.strip(), name)))
                .distinct()
                .toList();
    }

    /**
     * Keeps an enum in a column as its word.
     *
     * @param <E> the enum
     */
    public abstract static class Column<E extends Enum<E>> implements AttributeConverter<E, String> {
        private final Class<E> words;

        protected Column(Class<E> words) {
            this.words = words;
        }

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable E constant) {
            return constant == null ? null : of(constant);
        }

        @Override
        public @Nullable E convertToEntityAttribute(@Nullable String word) {
            return word == null
                    ? null
                    : Enum.valueOf(words, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
