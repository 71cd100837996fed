package org.goldenbridge.catalogue.marc;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text of records as the catalogue keeps it: NFC, without control characters, legal in XML 1.0. */
final class Text {
    /** Begin and end of what is not sorted by (ISO 6630), as Unicode UNIMARC writes them. */
    static final char SORT_MARK_BEGIN = 0x98;

    static final char SORT_MARK_END = 0x9C;

    private static final Pattern SORT_MARKS = Pattern.compile("[\u0098\u009C]");
    private static final Pattern LINE_BREAKS = Pattern.compile("[ \\t]*[\\r\\n\\t]+[ \\t\\r\\n]*");

    private Text() {}

    /** Cleans a text; the marks of ISO 6630 stay, in one form. */
    static String clean(String raw, Warnings warnings) {
        boolean plain = true;
        boolean ascii = true;
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            plain &= character >= ' ' && (character < 0x7F || character > 0x9F) && character < 0xD800;
            ascii &= character < 0x300;
        }
        var text = plain ? raw : withoutControls(raw, warnings);
        return ascii || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String withoutControls(String raw, Warnings warnings) {
        var text = new StringBuilder(raw.length());
        boolean removed = false;
        var unbroken = LINE_BREAKS.matcher(raw).replaceAll(" ");
        for (int at = 0; at < unbroken.length(); ) {
            int character = unbroken.codePointAt(at);
            at += Character.charCount(character);
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
