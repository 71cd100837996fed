package org.goldenbridge.catalogue.marc;

import java.io.StringReader;
import java.util.ArrayList;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A record as MARCXML, {@code http://www.loc.gov/MARC21/slim}, without an XML declaration, so that it can stand inside
 * another document as it is. This is the form in which the catalogue keeps records.
 */
public final class MarcXml {
    public static final String NAMESPACE = "http://www.loc.gov/MARC21/slim";

    private static final XMLInputFactory READERS = readers();

    private MarcXml() {}

    private static XMLInputFactory readers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Writes the record; characters that XML 1.0 does not allow are left out. */
    public static String write(MarcRecord record) {
        var xml = new StringBuilder(2_048);
        xml.append("<record xmlns=\"").append(NAMESPACE).append("\"><leader>");
        escape(record.leader(), xml);
        xml.append("</leader>");
        for (var field : record.controlFields()) {
            xml.append("<controlfield tag=\"").append(field.tag()).append("\">");
            escape(field.value(), xml);
            xml.append("</controlfield>");
        }
        for (var field : record.dataFields()) {
            write(field, xml);
        }
        return xml.append("</record>").toString();
    }

    /** Writes one field, as it stands inside a record. */
    public static void write(DataField field, StringBuilder xml) {
        xml.append("<datafield tag=\"").append(field.tag()).append("\" ind1=\"");
        escape(String.valueOf(field.ind1()), xml);
        xml.append("\" ind2=\"");
        escape(String.valueOf(field.ind2()), xml);
        xml.append("\">");
        for (var subfield : field.subfields()) {
            xml.append("<subfield code=\"");
            escape(String.valueOf(subfield.code()), xml);
            xml.append("\">");
            escape(subfield.value(), xml);
            xml.append("</subfield>");
        }
        xml.append("</datafield>");
    }

    /** Writes text between markup: escaped, and without the characters that XML does not allow. */
    public static void escape(String text, StringBuilder xml) {
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("&#13;"); // a reader of XML would make a line feed of it
                default -> {
                    if (isLegal(character)) {
                        xml.appendCodePoint(character);
                    }
                }
            }
        }
    }

    /** Whether a character may stand in XML 1.0 (fifth edition, 2.2). */
    public static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }

    /** Reads what {@link #write(MarcRecord)} wrote. */
    public static MarcRecord read(String xml) {
        try {
            var reader = READERS.createXMLStreamReader(new StringReader(xml));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("Not a record as the catalogue keeps it", e);
        }
    }

    private static MarcRecord read(XMLStreamReader reader) throws XMLStreamException {
        var leader = "";
        var controlFields = new ArrayList<ControlField>();
        var dataFields = new ArrayList<DataField>();
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "leader" -> leader = reader.getElementText();
                case "controlfield" -> {
                    var tag = reader.getAttributeValue(null, "tag");
                    controlFields.add(new ControlField(tag, reader.getElementText()));
                }
                case "datafield" -> dataFields.add(readField(reader));
                default -> {}
            }
        }
        return new MarcRecord(leader, controlFields, dataFields);
    }

    private static DataField readField(XMLStreamReader reader) throws XMLStreamException {
        var tag = reader.getAttributeValue(null, "tag");
        var ind1 = reader.getAttributeValue(null, "ind1").charAt(0);
        var ind2 = reader.getAttributeValue(null, "ind2").charAt(0);
        var subfields = new ArrayList<Subfield>();
        while (reader.next() != XMLStreamReader.END_ELEMENT) {
            if (reader.isStartElement()) {
                var code = reader.getAttributeValue(null, "code").charAt(0);
                subfields.add(new Subfield(code, reader.getElementText()));
            }
        }
        return new DataField(tag, ind1, ind2, subfields);
    }
}
