package org.goldenbridge.catalogue.oai;

import java.util.Arrays;
import org.goldenbridge.catalogue.marc.MarcXml;

/** The metadata formats in which every record can be had (OAI-PMH 2.0, 3.4). */
enum Format {
    OAI_DC("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
    MARCXML("marcxml", MarcXml.NAMESPACE, "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd");

    private final String prefix;
    private final String namespace;
    private final String schema;

    Format(String prefix, String namespace, String schema) {
        this.prefix = prefix;
        this.namespace = namespace;
        this.schema = schema;
    }

    static Format of(String prefix) {
        return Arrays.stream(values())
                .filter(format -> format.prefix.equals(prefix))
                .findFirst()
                .orElseThrow(() -> ProtocolError.cannotDisseminateFormat(
                        "That format is not offered here. ListMetadataFormats tells which are."));
    }

    String prefix() {
        return prefix;
    }

    String namespace() {
        return namespace;
    }

    String schema() {
        return schema;
    }

    /** The attributes by which the root element of a record's metadata says its schema (OAI-PMH 2.0, 3.4). */
    String schemaLocation() {
        return " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" + namespace + " "
                + schema + "\"";
    }
}
