package org.goldenbridge.catalogue.oai;

import org.goldenbridge.catalogue.marc.MarcXml;

/** XML 1.0 as it is written into an answer: escaped, and without the characters that XML does not allow. */
final class Xml {
    private final StringBuilder text = new StringBuilder(16_384);

    /** Where metadata is written that comes as XML already. */
    StringBuilder raw() {
        return text;
    }

    Xml markup(String markup) {
        text.append(markup);
        return this;
    }

    Xml element(String name, String content) {
        text.append('<').append(name).append('>');
        content(content);
        text.append("</").append(name).append('>');
        return this;
    }

    Xml attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        content(value);
        text.append('"');
        return this;
    }

    Xml content(String content) {
        MarcXml.escape(content, text);
        return this;
    }
}
