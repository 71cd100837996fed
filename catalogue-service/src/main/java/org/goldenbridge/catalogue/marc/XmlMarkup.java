package org.goldenbridge.catalogue.marc;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Reads a document of XML character by character and tells tags from what only looks like them, without asking whether it is
 * well-formed. Characters are those of ASCII, in whatever encoding; what stands for others is passed over.
 */
final class XmlMarkup {
    private static final int LONGEST_NAME = 64;

    /** What a piece of markup is. */
    enum Kind {
        START,
        EMPTY,
        END,
        OTHER
    }

    private final ByteSource in;
    private final int width;
    private final boolean highFirst;
    private final StringBuilder name = new StringBuilder();
    private final BooleanSupplier isOverLimit;
    private Collected target;

    /**
     * @param isOverLimit whether what is being read has grown too long: what then looks like a comment must not hide its end
     */
    XmlMarkup(ByteSource in, FileForm form, Collected target, BooleanSupplier isOverLimit) {
        this.in = in;
        this.width = form.encoding() == Encoding.UTF_16BE || form.encoding() == Encoding.UTF_16LE ? 2 : 1;
        this.highFirst = form.encoding() == Encoding.UTF_16BE;
        this.target = target;
        this.isOverLimit = isOverLimit;
    }

    /** How many bytes a character of ASCII takes. */
    int width() {
        return width;
    }

    /** Puts what is read from now on there. */
    void collectIn(Collected target) {
        this.target = target;
    }

    /** The name of the last tag without its prefix. */
    String localName() {
        return name.substring(name.lastIndexOf(":") + 1);
    }

    /** Reads the markup of which the {@code <} has just been read, to its end. */
    Kind read() throws IOException {
        name.setLength(0);
        int unit = unit();
        if (unit == '!' || unit == '?') {
            skip(unit);
            return Kind.OTHER;
        }
        var kind = Kind.START;
        if (unit == '/') {
            kind = Kind.END;
            unit = unit();
        }
        while (isNamePart(unit)) {
            if (name.length() < LONGEST_NAME) {
                name.append((char) unit);
            }
            unit = unit();
        }
        return endOfTag(unit) == '/' && kind == Kind.START ? Kind.EMPTY : kind;
    }

    private static boolean isNamePart(int unit) {
        return unit > ' ' && unit != '/' && unit != '>' && unit != '<';
    }

    /** Reads to the end of a tag; gives the last character before it. A {@code <} ends a tag that was not closed. */
    private int endOfTag(int first) throws IOException {
        int before = 0;
        int quote = 0;
        int unit = first;
        while (unit >= 0) {
            if (unit == '<') {
                unread(unit);
                return before;
            }
            if (quote != 0) {
                quote = unit == quote ? 0 : quote;
            } else if (unit == '>') {
                return before;
            } else if (unit == '"' || unit == '\'') {
                quote = unit;
            }
            before = unit;
            unit = unit();
        }
        return before;
    }

    /** Skips a comment, a CDATA section, a processing instruction or a declaration, in which tags mean nothing. */
    private void skip(int kind) throws IOException {
        if (kind == '?') {
            skipTo("?>");
            return;
        }
        int unit = unit();
        if (unit == '-') {
            skipIfComment();
        } else if (unit == '[') {
            skipTo("]]>");
        } else {
            unread(unit);
            skipDeclaration();
        }
    }

    private void skipTo(String end) throws IOException {
        int matched = 0;
        while (matched < end.length() && !isOverLimit.getAsBoolean()) {
            int unit = unit();
            if (unit < 0) {
                return;
            }
            if (unit == end.charAt(matched)) {
                matched++;
            } else if (unit != end.charAt(0)) {
                matched = 0;
            } else if (matched != 2 || end.charAt(1) != end.charAt(0)) {
                matched = 1; // after "--" another "-" still leaves "--"
            }
        }
    }

    /** Skips a document type with its own declarations, in whose quotes and comments anything may stand. */
    private void skipDeclaration() throws IOException {
        int depth = 0;
        int quote = 0;
        while (!isOverLimit.getAsBoolean()) {
            int unit = unit();
            if (unit < 0) {
                return;
            }
            if (quote != 0) {
                quote = unit == quote ? 0 : quote;
                continue;
            }
            switch (unit) {
                case '"', '\'' -> quote = unit;
                case '[' -> depth++;
                case ']' -> depth--;
                case '<' -> skipInDeclaration();
                case '>' -> {
                    if (depth <= 0) {
                        return;
                    }
                }
                default -> {}
            }
        }
    }

    private void skipInDeclaration() throws IOException {
        int unit = unit();
        if (unit == '?') {
            skipTo("?>");
        } else if (unit == '!') {
            unit = unit();
            if (unit == '-') {
                skipIfComment();
            } else {
                unread(unit);
            }
        } else {
            unread(unit);
        }
    }

    /** Skips a comment of which the first hyphen has been read. */
    private void skipIfComment() throws IOException {
        int unit = unit();
        if (unit == '-') {
            skipTo("-->");
        } else {
            unread(unit);
        }
    }

    /** The next character, or -1 at the end. */
    int unit() throws IOException {
        int first = in.read();
        if (first < 0 || width == 1) {
            if (first >= 0) {
                target.add(first);
            }
            return first;
        }
        target.add(first);
        int second = in.read();
        if (second < 0) {
            return -1;
        }
        target.add(second);
        return highFirst ? first << 8 | second : second << 8 | first;
    }

    /** Collects a character that was read before. */
    void add(char ascii) {
        if (width == 1) {
            target.add(ascii);
        } else {
            target.add(highFirst ? 0 : ascii);
            target.add(highFirst ? ascii : 0);
        }
    }

    private void unread(int unit) {
        if (unit >= 0) {
            in.unread(width);
            target.removeLast(width);
        }
    }
}
