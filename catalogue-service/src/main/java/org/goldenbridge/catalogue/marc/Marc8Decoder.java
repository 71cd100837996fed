package org.goldenbridge.catalogue.marc;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marc4j.converter.impl.AnselToUnicode;

/**
 * MARC-8 (MARC 21 Specifications, character sets). The tables are marc4j's; the escape sequences are read here, because
 * marc4j throws at one that is cut and takes what cannot be East Asian characters for Latin text.
 */
final class Marc8Decoder extends Decoder {
    private static final AnselToUnicode TABLES = new AnselToUnicode(true);
    private static final char ESCAPE = 0x1B;
    private static final String BASIC = "\u001B(B";
    private static final String SETS = "34BENQS2";

    /** How marc4j writes a byte that no table has. */
    private static final Pattern UNKNOWN = Pattern.compile("<U\\+00[0-9A-Fa-f]{2}>");

    /** How characters outside MARC-8 are written so that nothing is lost (MARC 21 Specifications, conversion). */
    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9A-Fa-f]{2,6});");

    private static final class State {
        String g0 = BASIC;
        String g1 = "";
        boolean eastAsian;
    }

    private final Warnings warnings;

    Marc8Decoder(Warnings warnings) {
        super(warnings);
        this.warnings = warnings;
    }

    /** Whether a text has an escape sequence of MARC-8. */
    static boolean hasEscape(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == ESCAPE) {
                var text = new String(bytes, at, Math.min(6, to - at), StandardCharsets.ISO_8859_1);
                if (escapeLength(text, 0) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Length of the escape sequence that begins there; 0 if MARC-8 knows none like it. */
    private static int escapeLength(String text, int at) {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        if ("gbps".indexOf(kind) >= 0 && kind != 0) {
            return 2;
        }
        int set = at + 2;
        if (kind == '$') {
            char second = set < text.length() ? text.charAt(set) : 0;
            if (second == '1') {
                return 3;
            }
            return ",)-".indexOf(second) >= 0 && second != 0 && set + 1 < text.length() && text.charAt(set + 1) == '1'
                    ? 4
                    : 0;
        }
        if ("(,)-".indexOf(kind) < 0 || kind == 0) {
            return 0;
        }
        if (set < text.length() && text.charAt(set) == '!') {
            set++;
        }
        return set < text.length() && SETS.indexOf(text.charAt(set)) >= 0 ? set + 1 - at : 0;
    }

    @Override
    String decodeAll(byte[] bytes, int from, int to) {
        var raw = withoutControls(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        var text = new StringBuilder(raw.length());
        var state = new State();
        int at = 0;
        while (at < raw.length()) {
            if (raw.charAt(at) == ESCAPE) {
                int length = escapeLength(raw, at);
                if (length == 0) {
                    warnings.add("An escape sequence that MARC-8 does not know was left out.");
                    at++;
                } else {
                    escape(raw.substring(at, at + length), state);
                    at += length;
                }
                continue;
            }
            int next = raw.indexOf(ESCAPE, at);
            var run = raw.substring(at, next < 0 ? raw.length() : next);
            text.append(state.eastAsian ? eastAsian(run, state) : convert(run, state));
            at += run.length();
        }
        return withReferences(text.toString());
    }

    private static void escape(String sequence, State state) {
        char kind = sequence.charAt(1);
        char set = sequence.charAt(sequence.length() - 1);
        if (kind == '$' && set == '1') {
            state.eastAsian = sequence.length() == 3 || sequence.charAt(2) == ',' || state.eastAsian;
        } else if (kind == ')' || kind == '-') {
            state.g1 = sequence;
        } else {
            state.g0 = kind == 's' ? BASIC : sequence;
            state.eastAsian = false;
        }
    }

    private String convert(String run, State state) {
        String text;
        try {
            var bounded =
                    Text.withoutPiles(run, character -> character >= 0xE0); // marc4j takes the square of their number
            text = TABLES.convert((state.g0.equals(BASIC) ? "" : state.g0) + state.g1 + bounded);
        } catch (RuntimeException e) { // marc4j runs over the end of what it did not foresee
            warnings.add("Some text is not MARC-8, though the record is.");
            text = run.replaceAll("[^ -~]", String.valueOf(REPLACEMENT));
        }
        if (text.indexOf("<U+00") < 0 || run.contains("<U+00")) {
            return text;
        }
        var unknown = UNKNOWN.matcher(text);
        countUndecodable((int) unknown.results().count());
        return unknown.replaceAll(String.valueOf(REPLACEMENT));
    }

    /** East Asian characters (ANSI Z39.64) take three bytes each; blanks stand between them as they are. */
    private String eastAsian(String run, State state) {
        var text = new StringBuilder();
        int at = 0;
        while (at < run.length()) {
            char first = run.charAt(at);
            if (first == ' ') {
                text.append(' ');
                at++;
            } else if (first > '~') {
                text.append(convert(String.valueOf(first), new State()));
                at++;
            } else if (at + 3 <= run.length()) {
                char character = TABLES.getMBChar(TABLES.makeMultibyte(first, run.charAt(at + 1), run.charAt(at + 2)));
                if (character == 0) {
                    countUndecodable(1);
                    character = REPLACEMENT;
                }
                text.append(character);
                at += 3;
            } else {
                // What is left is too short: the escape back to Latin text is missing before its punctuation.
                text.append(convert(run.substring(at), new State()));
                state.eastAsian = false;
                at = run.length();
            }
        }
        return text.toString();
    }

    private String withoutControls(String raw) {
        var text = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            if (character >= ' ' || character == ESCAPE) {
                if (character != 0x7F) {
                    text.append(character);
                    continue;
                }
            }
            if (character == '\t' || character == '\n' || character == '\r') {
                text.append(' ');
            } else {
                warnings.add("Control characters, or others that XML does not allow, were removed.");
            }
        }
        return text.toString();
    }

    private static String withReferences(String text) {
        if (text.indexOf("&#x") < 0) {
            return text;
        }
        return REFERENCE.matcher(text).replaceAll(reference -> {
            int character = Integer.parseInt(reference.group(1), 16);
            return Character.isValidCodePoint(character) && MarcXml.isLegal(character)
                    ? Matcher.quoteReplacement(Character.toString(character))
                    : Matcher.quoteReplacement(reference.group());
        });
    }
}
