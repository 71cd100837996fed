package org.goldenbridge.catalogue.marc;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts {@code <record>} elements, of whatever prefix, out of a document without parsing it as a whole, since a parser of
 * XML ends at the first fault. A record around another one (OAI-PMH, SRU) is an envelope and left out; one that holds
 * fields and is never closed is cut where the next begins.
 */
final class XmlFraming implements Framing {
    private static final Set<String> PARTS = Set.of("leader", "controlfield", "datafield");
    private static final int LONGEST_NAME = 64;

    private enum Markup {
        START,
        EMPTY,
        END,
        OTHER
    }

    private final ByteSource in;
    private final FileForm form;
    private final int limit;
    private final int width;
    private final int high;
    private final Collected record;
    private final Collected markup;
    private final StringBuilder name = new StringBuilder();
    private Collected target;
    private long number;
    private long position;
    private boolean inRecord;
    private boolean hasParts;
    private @Nullable Frame pending;

    XmlFraming(ByteSource in, long number, int limit, FileForm form) {
        this.in = in;
        this.number = number;
        this.limit = limit;
        this.form = form;
        this.width = form.encoding() == Encoding.UTF_16BE || form.encoding() == Encoding.UTF_16LE ? 2 : 1;
        this.high = form.encoding() == Encoding.UTF_16BE ? 0 : 1;
        this.record = new Collected(limit);
        this.markup = new Collected(limit);
        this.target = record;
    }

    @Override
    public @Nullable Frame next() throws IOException {
        if (pending != null) {
            var frame = pending;
            pending = null;
            return frame;
        }
        while (true) {
            target = record;
            int unit = unit();
            if (unit < 0) {
                return inRecord ? frame(Frame.Fault.CUT) : null;
            }
            if (unit == '<') {
                var frame = markup();
                if (frame != null) {
                    return frame;
                }
            } else if (!inRecord) {
                record.clear();
            }
        }
    }

    /** Reads the markup that begins with the {@code <} just read; gives the frame that ends with it or before it. */
    private @Nullable Frame markup() throws IOException {
        long begin = in.position() - width;
        record.removeLast(width);
        markup.clear();
        target = markup;
        add('<');
        var kind = read();
        boolean isRecord = localName().equals("record");
        if (isRecord && (kind == Markup.START || kind == Markup.EMPTY)) {
            // Fields before it belong to a record that was never closed; without any, that was an envelope.
            var unclosed = inRecord && hasParts ? frame(Frame.Fault.CUT) : null;
            record.clear();
            record.add(markup);
            position = begin;
            inRecord = true;
            hasParts = false;
            var empty = kind == Markup.EMPTY ? frame(Frame.Fault.NONE) : null;
            pending = unclosed == null ? null : empty;
            return unclosed == null ? empty : unclosed;
        }
        record.add(markup);
        if (!inRecord) {
            record.clear();
            return null;
        }
        if (isRecord && kind == Markup.END) {
            return frame(Frame.Fault.NONE);
        }
        hasParts |= kind == Markup.START && PARTS.contains(localName());
        return null;
    }

    private Frame frame(Frame.Fault fault) {
        inRecord = false;
        return new Frame(
                number++,
                position,
                record.length(),
                record.bytes(),
                record.isTooLong() ? Frame.Fault.TOO_LONG : fault,
                form);
    }

    private Markup read() throws IOException {
        name.setLength(0);
        int unit = unit();
        if (unit == '!' || unit == '?') {
            skip(unit);
            return Markup.OTHER;
        }
        var kind = Markup.START;
        if (unit == '/') {
            kind = Markup.END;
            unit = unit();
        }
        while (isNamePart(unit)) {
            if (name.length() < LONGEST_NAME) {
                name.append((char) unit);
            }
            unit = unit();
        }
        return endOfTag(unit) == '/' && kind == Markup.START ? Markup.EMPTY : kind;
    }

    private static boolean isNamePart(int unit) {
        return unit > ' ' && unit != '/' && unit != '>' && unit != '<';
    }

    private String localName() {
        return name.substring(name.lastIndexOf(":") + 1);
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
        while (matched < end.length() && !isOverLimit()) {
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
        while (!isOverLimit()) {
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

    /** Whether the record has grown over the limit: what then looks like a comment must not hide the record's end. */
    private boolean isOverLimit() {
        return inRecord && record.length() + markup.length() > limit;
    }

    private int unit() throws IOException {
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
        return high == 0 ? first << 8 | second : second << 8 | first;
    }

    private void add(char ascii) {
        if (width == 1) {
            target.add(ascii);
        } else {
            target.add(high == 0 ? 0 : ascii);
            target.add(high == 0 ? ascii : 0);
        }
    }

    private void unread(int unit) {
        if (unit >= 0) {
            in.unread(width);
            target.removeLast(width);
        }
    }
}
