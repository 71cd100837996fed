package org.goldenbridge.catalogue.marc;

import java.util.Locale;
import java.util.Set;

/** The punctuation by which ISBD divides the areas of a description; MARC 21 fields carry it at their ends. */
final class Isbd {
    private static final String DIVIDERS = "/:;=,،؛";

    /** After these a full stop belongs to the word. */
    private static final Set<String> ABBREVIATIONS =
            Set.of("etc", "inc", "ltd", "dept", "univ", "vol", "ill", "cie", "гос", "изд");

    private Isbd() {}

    /** The text without the punctuation that leads over to the next area, and without the full stop that ends one. */
    static String trim(String text) {
        var trimmed = text.strip();
        int end = trimmed.length();
        int kept = end;
        while (end > 0 && (isDivider(trimmed.charAt(end - 1)) || isBlankOrMark(trimmed.charAt(end - 1)))) {
            end--;
            kept = isDivider(trimmed.charAt(end)) ? end : kept; // a mark of direction goes only with what it directs
        }
        trimmed = trimmed.substring(0, kept).stripTrailing();
        int begin = 0;
        while (begin < trimmed.length() && isDivider(trimmed.charAt(begin))) {
            begin++;
        }
        trimmed = trimmed.substring(begin).strip();
        return endsInFullStop(trimmed) ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }

    private static boolean isDivider(char character) {
        return DIVIDERS.indexOf(character) >= 0;
    }

    private static boolean isBlankOrMark(char character) {
        return Character.isWhitespace(character) || Character.getType(character) == Character.FORMAT;
    }

    /** Initials and abbreviations keep their stop: their last word is short or known. */
    private static boolean endsInFullStop(String text) {
        if (!text.endsWith(".") || text.endsWith("..")) {
            return false;
        }
        int begin = text.length() - 1;
        while (begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
            begin--;
        }
        var word = text.substring(begin, text.length() - 1);
        boolean mayBeAbbreviated =
                word.length() <= 2 && word.chars().allMatch(Character::isLetter) && !isIdeographic(word);
        return !word.isEmpty() && !mayBeAbbreviated && !ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isIdeographic(String word) {
        return word.codePoints().anyMatch(Character::isIdeographic);
    }
}
