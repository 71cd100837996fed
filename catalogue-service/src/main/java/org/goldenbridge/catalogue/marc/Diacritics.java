package org.goldenbridge.catalogue.marc;

import java.text.Normalizer;
import java.util.function.UnaryOperator;
import org.marc4j.converter.impl.AnselToUnicode;
import org.marc4j.converter.impl.UnimarcToUnicode;

/**
 * How well some bytes read as Latin text whose diacritics are bytes before their letters. A pair counts by the character
 * it makes: 2 for one that Western languages and
 * romanisations have, 1 for another one that Unicode has, -2 where no letter follows.
 */
final class Diacritics {
    private static final int WESTERN = 2;
    private static final int COMPOSED = 1;
    private static final int ALONE = -2;

    /** Macron, dot below, line below and ligature: romanised Arabic, Indic and Cyrillic names are full of them. */
    private static final String ROMANISING = "\u0304\u0323\u0332\u0361";

    static final Diacritics MARC_8 = new Diacritics(0xE0, 0xFE, text -> new AnselToUnicode(true).convert(text));
    static final Diacritics ISO_5426 = new Diacritics(0xC0, 0xDF, text -> new UnimarcToUnicode().convert(text));

    private final int first;
    private final int last;
    private final int[][] pairs;
    private final boolean[] known;

    private Diacritics(int first, int last, UnaryOperator<String> tables) {
        this.first = first;
        this.last = last;
        this.pairs = new int[last - first + 1]['z' + 1];
        this.known = new boolean[256];
        for (int mark = first; mark <= last; mark++) {
            for (char letter = 'A'; letter <= 'z'; letter++) {
                pairs[mark - first][letter] = Character.isLetter(letter) ? pair(tables, mark, letter) : ALONE;
            }
        }
        for (int sign = 0xA1; sign <= 0xFE; sign++) {
            var text = convert(tables, String.valueOf((char) sign));
            known[sign] = text.length() == 1 && text.charAt(0) != 0;
        }
    }

    private static int pair(UnaryOperator<String> tables, int mark, char letter) {
        var text = convert(tables, (char) mark + "" + letter);
        if (text.equals(String.valueOf(letter))) {
            return WESTERN; // the second half of a ligature, for which the first one stands
        }
        if (text.length() != 2 || Character.getType(text.charAt(1)) != Character.NON_SPACING_MARK) {
            return ALONE;
        }
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.length() == 1) {
            return composed.charAt(0) <= 0xFF || ROMANISING.indexOf(text.charAt(1)) >= 0 ? WESTERN : COMPOSED;
        }
        return ROMANISING.indexOf(text.charAt(1)) >= 0 ? WESTERN : 0;
    }

    private static String convert(UnaryOperator<String> tables, String text) {
        try {
            return tables.apply(text);
        } catch (RuntimeException e) { // marc4j has no answer for every byte
            return "";
        }
    }

    int score(byte[] bytes, int from, int to) {
        int score = 0;
        for (int at = from; at < to; at++) {
            int value = bytes[at] & 0xFF;
            if (value >= first && value <= last) {
                int next = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
                boolean another = next >= first && next <= last;
                score += another ? 0 : next <= 'z' ? pairs[value - first][next] : ALONE;
            } else if (value > 0x7F) {
                score += !known[value] ? ALONE : isBesideSmall(bytes, at, from, to) ? COMPOSED : 0;
            }
        }
        return score;
    }

    /** How well they read as windows-1252: a letter above ASCII stands beside another one of its case, a sign does not. */
    static int scorePrecomposed(byte[] bytes, int from, int to) {
        int score = 0;
        for (int at = from; at < to; at++) {
            int value = bytes[at] & 0xFF;
            if (value >= 0xC0 && value != 0xD7 && value != 0xF7) {
                boolean isCapital = value < 0xDF;
                boolean isInside = isCapital && at > from && isSmall(bytes[at - 1]);
                boolean isWord =
                        (value | 0x20) == 0xE0 && isBetweenBlanks(bytes, at, from, to); // the French preposition
                score += isWord || (isBesideSmall(bytes, at, from, to) && !isInside) ? 1 : 0;
            } else if (value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D) {
                score += ALONE;
            } else if (value >= 0xA1 && value < 0xC0 && isBetweenSmall(bytes, at, from, to)) {
                score -= 1;
            }
        }
        return score;
    }

    private static boolean isBesideSmall(byte[] bytes, int at, int from, int to) {
        return (at > from && isSmall(bytes[at - 1])) || (at + 1 < to && isSmall(bytes[at + 1]));
    }

    private static boolean isBetweenBlanks(byte[] bytes, int at, int from, int to) {
        return at > from && bytes[at - 1] == ' ' && at + 1 < to && bytes[at + 1] == ' ';
    }

    private static boolean isBetweenSmall(byte[] bytes, int at, int from, int to) {
        return at > from && isSmall(bytes[at - 1]) && at + 1 < to && isSmall(bytes[at + 1]);
    }

    private static boolean isSmall(byte value) {
        return value >= 'a' && value <= 'z';
    }
}
