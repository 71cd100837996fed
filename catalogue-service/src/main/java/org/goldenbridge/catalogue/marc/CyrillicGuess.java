package org.goldenbridge.catalogue.marc;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which of the legacy Cyrillic code pages some bytes are in, by how often each letter occurs in Russian text (counts of the
 * Russian National Corpus, per ten thousand). Under a wrong code page frequent letters become rare ones, small letters
 * capitals, and letters signs.
 */
final class CyrillicGuess {
    private static final String LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";
    private static final int[] PER_10_000 = {
        1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190, 174, 170, 165, 159, 144,
        121, 97, 94, 73, 64, 48, 36, 32, 26, 4, 4
    };

    /** Letters that languages beside Russian have; Kazakh, Ukrainian and Belarusian ones above all. */
    private static final double OTHER_LETTER = Math.log(0.003);

    private static final double CAPITAL = -0.7;
    private static final double CAPITAL_AFTER_SMALL = -5;
    private static final double NO_LETTER = -7;

    /** Mean logarithm below which a text is not taken for Cyrillic; Russian has about -3.0, a wrong code page below -4.2. */
    private static final double LEAST = -4.1;

    private static final List<Encoding> CANDIDATES =
            List.of(Encoding.WINDOWS_1251, Encoding.CP866, Encoding.KOI8_R, Encoding.ISO_8859_5);

    private CyrillicGuess() {}

    /** The code page under which the bytes are Cyrillic text; null if there is none. */
    static @Nullable Encoding of(byte[] bytes, int from, int to) {
        Encoding best = null;
        double bestMean = LEAST;
        for (var candidate : CANDIDATES) {
            double mean = mean(bytes, from, to, candidate.charset());
            if (mean > bestMean) {
                best = candidate;
                bestMean = mean;
            }
        }
        return best == Encoding.WINDOWS_1251 && isKazakh(bytes, from, to) ? Encoding.KZ_1048 : best;
    }

    private static double mean(byte[] bytes, int from, int to, Charset charset) {
        var text = new String(bytes, from, to - from, charset);
        double sum = 0;
        int count = 0;
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character > 0x7F) {
                sum += score(character, before);
                count++;
            } else if (isLatin(character) && Character.UnicodeScript.of(before) == Character.UnicodeScript.CYRILLIC) {
                sum += CAPITAL_AFTER_SMALL; // a word of two scripts
            }
            before = character;
        }
        return count == 0 ? Double.NEGATIVE_INFINITY : sum / count;
    }

    private static double score(char character, char before) {
        if (Character.UnicodeScript.of(character) != Character.UnicodeScript.CYRILLIC) {
            return "«»№–—“”„…\u00A0".indexOf(character) >= 0 ? Math.log(0.01) : NO_LETTER;
        }
        if (isLatin(before)) {
            return NO_LETTER;
        }
        boolean capital = Character.isUpperCase(character);
        if (capital && Character.isLowerCase(before)) {
            return NO_LETTER;
        }
        int letter = LETTERS.indexOf(String.valueOf(character).toLowerCase(Locale.ROOT));
        double score = letter < 0 ? OTHER_LETTER : Math.log(PER_10_000[letter] / 10_000.0);
        return capital ? score + CAPITAL : score;
    }

    private static boolean isLatin(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /** Kazakh text has many letters of its own; what they are in windows-1251 no language has as many of. */
    private static boolean isKazakh(byte[] bytes, int from, int to) {
        int kazakh = 0;
        int high = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                high++;
                kazakh += switch (bytes[at] & 0xFF) {
                    case 0x8D, 0x9D, 0x8E, 0x9E, 0xA3, 0xBC, 0xBD, 0xBE -> 1;
                    default -> 0;
                };
            }
        }
        return kazakh * 40 >= high && kazakh >= 2;
    }
}
