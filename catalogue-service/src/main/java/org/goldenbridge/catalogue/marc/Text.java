package org.goldenbridge.catalogue.marc;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Text of records as the catalogue keeps it: NFC, without control characters, legal in XML 1.0. */
final class Text {
    /** Begin and end of what is not sorted by (ISO 6630), as Unicode UNIMARC writes them. */
    static final char SORT_MARK_BEGIN = 0x98;

    static final char SORT_MARK_END = 0x9C;

    private static final Pattern SORT_MARKS = Pattern.compile("[\u0098\u009C]");

    /** More marks on one letter than any language has (Unicode Standard Annex 15, stream-safe text). */
    private static final int MOST_MARKS = 30;

    private Text() {}

    /** Cleans a text; the marks of ISO 6630 stay, in one form. */
    static String clean(String raw, Warnings warnings) {
        boolean plain = true;
        boolean composed = true;
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            plain &= character >= ' ' && (character < 0x7F || character > 0x9F) && character < 0xD800;
            composed &= character < 0x300;
        }
        var text = plain ? raw : withoutControls(raw, warnings);
        return composed ? text : composed(text, warnings);
    }

    private static String composed(String text, Warnings warnings) {
        // Sorting the marks of one letter takes the square of their number.
        var bounded = withoutPiles(text, Text::isMark);
        if (bounded.length() < text.length()) {
            warnings.add("More marks than any letter has stood on one; the rest was left out.");
        }
        return Normalizer.isNormalized(bounded, Normalizer.Form.NFC)
                ? bounded
                : Normalizer.normalize(bounded, Normalizer.Form.NFC);
    }

    private static boolean isMark(int character) {
        return character >= 0x300
                && switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    /** The text with no more than thirty marks one after the other. */
    static String withoutPiles(String text, IntPredicate isMark) {
        int marks = 0;
        int kept = 0;
        StringBuilder bounded = null;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            marks = isMark.test(character) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                bounded = bounded == null ? new StringBuilder(text.length()) : bounded;
                bounded.append(text, kept, at);
                kept = at + Character.charCount(character);
            }
            at += Character.charCount(character);
        }
        return bounded == null
                ? text
                : bounded.append(text, kept, text.length()).toString();
    }

    /** A line break with the blanks around it is one blank: it comes from whoever indented the text. */
    private static String withoutControls(String raw, Warnings warnings) {
        var text = new StringBuilder(raw.length());
        boolean removed = false;
        boolean afterBreak = false;
        for (int at = 0; at < raw.length(); ) {
            int character = raw.codePointAt(at);
            at += Character.charCount(character);
            boolean isBreak = character == '\r' || character == '\n' || character == '\t';
            if (isBreak && !afterBreak) {
                stripTrailing(text);
                text.append(' ');
            }
            afterBreak = isBreak || (afterBreak && character == ' ');
            if (afterBreak) {
                continue;
            }
            if (character == 0x88 || character == SORT_MARK_BEGIN) {
                text.append(SORT_MARK_BEGIN);
            } else if (character == 0x89 || character == SORT_MARK_END) {
                text.append(SORT_MARK_END);
            } else if (Character.isISOControl(character) || !MarcXml.isLegal(character)) {
                removed = true;
            } else {
                text.appendCodePoint(character);
            }
        }
        if (removed) {
            warnings.add("Control characters, or others that XML does not allow, were removed.");
        }
        return text.toString();
    }

    private static void stripTrailing(StringBuilder text) {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == ' ') {
            length--;
        }
        text.setLength(length);
    }

    static boolean hasSortMarks(String text) {
        return text.indexOf(SORT_MARK_BEGIN) >= 0 || text.indexOf(SORT_MARK_END) >= 0;
    }

    static String withoutSortMarks(String text) {
        // What stood on both sides of a mark may compose now.
        return hasSortMarks(text)
                ? Normalizer.normalize(SORT_MARKS.matcher(text).replaceAll(""), Normalizer.Form.NFC)
                : text;
    }

    /** A delivered tag or the like, fit to stand in a sentence. */
    static String shown(String raw) {
        var shown = new StringBuilder();
        raw.codePoints()
                .limit(20)
                .map(character -> Character.isISOControl(character) || !MarcXml.isLegal(character) ? '?' : character)
                .forEach(shown::appendCodePoint);
        return "“" + shown + "”";
    }
}
