package org.goldenbridge.event.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes content lines (RFC 5545, 3.1): in UTF-8, folded, each ended by CRLF. Nothing in a value or a parameter can begin a line of
 * its own.
 */
final class ContentLines {
    /** In octets, without the line break. */
    private static final int LONGEST = 75;

    private static final byte[] CRLF = {'\r', '\n'};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);

    /** A property parameter, such as the language of a text. */
    record Parameter(String name, String value) {}

    ContentLines begin(String component) {
        return line("BEGIN:" + component);
    }

    ContentLines end(String component) {
        return line("END:" + component);
    }

    /** A value that consists of what its type allows: a time, a number, an address, a word of the standard. */
    ContentLines value(String name, String value, Parameter... parameters) {
        return line(opened(name, List.of(parameters)).append(value).toString());
    }

    /** A value of type TEXT (3.3.11). */
    ContentLines text(String name, String text, Parameter... parameters) {
        return value(name, escaped(text), parameters);
    }

    /** A text in its language. */
    ContentLines text(String name, Phrase phrase) {
        return phrase.language() == null
                ? text(name, phrase.text())
                : text(name, phrase.text(), new Parameter("LANGUAGE", phrase.language()));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private static StringBuilder opened(String name, List<Parameter> parameters) {
        var line = new StringBuilder(name);
        for (var parameter : parameters) {
            line.append(';').append(parameter.name()).append('=').append(quoted(parameter.value()));
        }
        return line.append(':');
    }

    /** Quoted where it must be (3.2); what may not stand in quotes goes as RFC 6868 has it. */
    private static String quoted(String value) {
        var safe = new StringBuilder(value.length() + 2);
        var quotes = false;
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (breaks(c)) {
                safe.append(isSecondOfTwo(value, i) ? "" : "^n");
            } else if (c == '^') {
                safe.append("^^");
            } else if (c == '"') {
                safe.append("^'");
            } else {
                safe.append(c);
                quotes = quotes || c == ':' || c == ';' || c == ',';
            }
        }
        return quotes ? safe.insert(0, '"').append('"').toString() : safe.toString();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (breaks(c)) {
                escaped.append(isSecondOfTwo(text, i) ? "" : "\\n");
            } else {
                if (c == '\\' || c == ';' || c == ',') {
                    escaped.append('\\');
                }
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** What some reader takes for the end of a line, beside those of the standard. */
    private static boolean breaks(char c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isSecondOfTwo(String text, int at) {
        return text.charAt(at) == '\n' && at > 0 && text.charAt(at - 1) == '\r';
    }

    /** Folds between characters (3.1): a reader that unfolds octets and one that unfolds characters see the same. */
    private ContentLines line(String line) {
        var octets = harmless(line).getBytes(StandardCharsets.UTF_8);
        var from = 0;
        var room = LONGEST;
        while (octets.length - from > room) {
            var to = from + room;
            while ((octets[to] & 0xC0) == 0x80) {
                to--;
            }
            bytes.write(octets, from, to - from);
            bytes.writeBytes(CRLF);
            bytes.write(' ');
            from = to;
            room = LONGEST - 1;
        }
        bytes.write(octets, from, octets.length - from);
        bytes.writeBytes(CRLF);
        return this;
    }

    /** Without the characters that may stand nowhere (CONTROL in 3.1), whoever wrote the line. */
    private static String harmless(String line) {
        if (line.chars().noneMatch(ContentLines::isControl)) {
            return line;
        }
        var kept = new StringBuilder(line.length());
        line.chars().filter(c -> !isControl(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean isControl(int c) {
        return (Character.isISOControl(c) && c != '\t') || c == 0x2028 || c == 0x2029;
    }
}
