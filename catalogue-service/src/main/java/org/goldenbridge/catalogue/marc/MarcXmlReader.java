package org.goldenbridge.catalogue.marc;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.goldenbridge.catalogue.marc.Reading.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads one delivered MARCXML record, of any prefix. Nothing outside the record is ever looked at: a document type or an
 * entity that XML itself does not know makes it unreadable, as does nesting that no record has.
 */
final class MarcXmlReader {
    private static final int DEEPEST = 16;
    private static final XMLInputFactory READERS = readers();

    private final XMLStreamReader xml;
    private final Draft draft;
    private final Warnings warnings;
    private final Set<String> tags = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Draft.Part> parts = new ArrayList<>();
    private String tag = "";
    private String ind1 = "";
    private String ind2 = "";
    private String code = "";
    private boolean inField;

    private MarcXmlReader(XMLStreamReader xml, Warnings warnings) {
        this.xml = xml;
        this.warnings = warnings;
        this.draft = new Draft(warnings);
    }

    private static XMLInputFactory readers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false); // a prefix is declared outside the record
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the record is read");
        });
        return factory;
    }

    static Reading read(byte[] bytes, @Nullable Encoding declared) {
        var warnings = new Warnings();
        var encoding = XmlText.encoding(bytes, declared == null ? Encoding.UTF_8 : declared, warnings);
        var text = XmlText.decode(bytes, encoding, warnings);
        if (text.contains("<!DOCTYPE")) {
            return new Unreadable("The record declares a document type, which a MARCXML record has no need of.");
        }
        try {
            var xml = READERS.createXMLStreamReader(new StringReader(text));
            try {
                return new MarcXmlReader(xml, warnings).read(encoding);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            return new Unreadable("The record is not well-formed XML" + where(e) + ".");
        } catch (RuntimeException e) { // the parser of the JDK throws others than its own at some malformed input
            return new Unreadable("The record is not well-formed XML.");
        }
    }

    private static String where(XMLStreamException e) {
        var location = e.getLocation();
        return location == null || location.getLineNumber() < 1
                ? ""
                : ": line " + location.getLineNumber() + ", column " + location.getColumnNumber() + " of it";
    }

    private Reading read(Encoding encoding) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        return new Unreadable("The record nests elements deeper than any MARCXML record does.");
                    }
                    start();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end();
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    return new Unreadable("The record uses the entity " + Text.shown(xml.getLocalName())
                            + ", which XML does not know by itself.");
                }
                case XMLStreamConstants.DTD -> {
                    return new Unreadable(
                            "The record declares a document type, which a MARCXML record has no need of.");
                }
                default -> {}
            }
        }
        return Conversion.finish(draft, Unimarc.isUnimarc(draft.rawLeader(), tags), warnings, encoding);
    }

    private void start() {
        switch (localName()) {
            case "leader" -> text.setLength(0);
            case "controlfield" -> {
                tag = attribute("tag");
                text.setLength(0);
            }
            case "datafield" -> {
                tag = attribute("tag");
                ind1 = attribute("ind1");
                ind2 = attribute("ind2");
                parts.clear();
                text.setLength(0);
                inField = true;
            }
            case "subfield" -> {
                strayText();
                code = attribute("code");
            }
            default -> {}
        }
    }

    private void end() {
        switch (localName()) {
            case "leader" -> {
                if (draft.rawLeader().isBlank()) {
                    draft.leader(leader(text.toString()));
                }
            }
            case "controlfield" -> {
                tags.add(tag);
                draft.control(tag, text.toString());
            }
            case "datafield" -> {
                strayText();
                tags.add(tag);
                draft.data(tag, ind1, ind2, parts);
                inField = false;
            }
            case "subfield" -> {
                if (inField) {
                    parts.add(new Draft.Part(code, text.toString()));
                } else {
                    warnings.add("A subfield outside of a field was left out.");
                }
            }
            default -> {
                return; // an element of another kind: its text belongs to where it stands
            }
        }
        text.setLength(0);
    }

    /** Text that stands in a field but in none of its subfields. */
    private void strayText() {
        if (inField && !text.toString().isBlank()) {
            warnings.add("Field " + Text.shown(tag) + " has text outside its subfields; it became subfield a.");
            parts.add(new Draft.Part("a", text.toString().strip()));
        }
        text.setLength(0);
    }

    /** Line breaks around a leader come from whoever indented the XML; blanks in it are its own. */
    private static String leader(String raw) {
        return raw.length() == Iso2709.LEADER_LENGTH ? raw : raw.strip();
    }

    private String localName() {
        return withoutPrefix(xml.getLocalName());
    }

    private static String withoutPrefix(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private String attribute(String name) {
        for (int nth = 0; nth < xml.getAttributeCount(); nth++) {
            if (withoutPrefix(xml.getAttributeLocalName(nth)).equals(name)) {
                return xml.getAttributeValue(nth);
            }
        }
        return "";
    }
}
