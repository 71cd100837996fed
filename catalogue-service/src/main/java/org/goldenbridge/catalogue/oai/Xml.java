package org.goldenbridge.catalogue.oai;

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
        content.codePoints().filter(Xml::isLegal).forEach(this::escaped);
        return this;
    }

    private void escaped(int character) {
        switch (character) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            default -> text.appendCodePoint(character);
        }
    }

    /** Whether a character may stand in XML 1.0 (fifth edition, 2.2). */
    static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }
}
