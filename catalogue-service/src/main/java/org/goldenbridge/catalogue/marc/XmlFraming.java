package org.goldenbridge.catalogue.marc;

import java.io.IOException;
import java.util.Set;
import org.goldenbridge.catalogue.marc.XmlMarkup.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Cuts {@code <record>} elements, of whatever prefix, out of a document without parsing it as a whole, since a parser of
 * XML ends at the first fault. A record around another one (OAI-PMH, SRU) is an envelope and left out; one that holds
 * fields and is never closed is cut where the next begins.
 */
final class XmlFraming implements Framing {
    private static final Set<String> PARTS = Set.of("leader", "controlfield", "datafield");

    private final ByteSource in;
    private final FileForm form;
    private final int limit;
    private final XmlMarkup xml;
    private final Collected record;
    private final Collected markup;
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
        this.record = new Collected(limit);
        this.markup = new Collected(limit);
        this.xml = new XmlMarkup(in, form, record, this::isOverLimit);
    }

    @Override
    public @Nullable Frame next() throws IOException {
        if (pending != null) {
            var frame = pending;
            pending = null;
            return frame;
        }
        while (true) {
            xml.collectIn(record);
            int unit = xml.unit();
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
        long begin = in.position() - xml.width();
        record.removeLast(xml.width());
        markup.clear();
        xml.collectIn(markup);
        xml.add('<');
        var kind = xml.read();
        boolean isRecord = xml.localName().equals("record");
        if (isRecord && (kind == Kind.START || kind == Kind.EMPTY)) {
            // Fields before it belong to a record that was never closed; without any, that was an envelope.
            var unclosed = inRecord && hasParts ? frame(Frame.Fault.CUT) : null;
            record.clear();
            record.add(markup);
            position = begin;
            inRecord = true;
            hasParts = false;
            var empty = kind == Kind.EMPTY ? frame(Frame.Fault.NONE) : null;
            pending = unclosed == null ? null : empty;
            return unclosed == null ? empty : unclosed;
        }
        record.add(markup);
        if (!inRecord) {
            record.clear();
            return null;
        }
        if (isRecord && kind == Kind.END) {
            return frame(Frame.Fault.NONE);
        }
        hasParts |= kind == Kind.START && PARTS.contains(xml.localName());
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

    private boolean isOverLimit() {
        return inRecord && record.length() + markup.length() > limit;
    }
}
