package org.goldenbridge.catalogue.marc;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes one of what readers type differently: compatibility forms, capitals, and marks that the readers of a script leave
 * out. Scripts are not folded into each other here; that is a step of its own over what this gives.
 */
final class Folding {
    private Folding() {}

    static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return withoutMarks(Normalizer.normalize(compatible, Normalizer.Form.NFD));
    }

    /** Most text is, and needs none of the rest. */
    static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String decomposed) {
        var folded = new StringBuilder(decomposed.length());
        int base = 0;
        for (int at = 0; at < decomposed.length(); ) {
            int character = decomposed.codePointAt(at);
            at += Character.charCount(character);
            if (character < 0x80) {
                folded.append((char) character);
                base = character;
            } else if (isMark(character)) {
                if (belongs(character, base)) {
                    folded.appendCodePoint(character);
                }
            } else if (!isIgnored(character)) {
                folded.appendCodePoint(character);
                base = character;
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Whether a mark makes another letter of its base, or only says how it is pronounced. */
    private static boolean belongs(int mark, int base) {
        return switch (UnicodeScript.of(base)) {
            case LATIN, GREEK, HEBREW, COMMON, INHERITED, UNKNOWN -> false;
            // The letters й, ё, ї and the like are what they are; a stress mark is not.
            case CYRILLIC -> mark == 0x0306 || mark == 0x0308 || mark == 0x0304;
            // Hamza and madda stay with their letters; the vowel signs go.
            case ARABIC -> mark >= 0x0653 && mark <= 0x0655;
            default -> true;
        };
    }

    /** What is not seen or not typed: marks of direction, joiners, the tatweel, the signs of romanisations. */
    private static boolean isIgnored(int character) {
        return Character.getType(character) == Character.FORMAT
                || character == 0x0640
                || (character >= 0x02B0 && character <= 0x02FF);
    }
}
