package org.goldenbridge.catalogue.oai;

import java.util.stream.Stream;
import org.goldenbridge.catalogue.marc.DataField;
import org.goldenbridge.catalogue.marc.Subfield;

/** An item as partners see it; what staff note about it stays inside. */
record HeldItem(String centreId, String shelf, String barcode, String condition, String status) {
    /**
     * Where it stands and how it is preserved: 852 of MARC 21 holdings, embedded in the description.
     *
     * @param organisation the MARC code of the network, whose locations the centres are
     */
    DataField location(String organisation) {
        return field(
                "852",
                new Subfield('a', organisation),
                new Subfield('b', centreId),
                new Subfield('c', shelf),
                new Subfield('p', barcode),
                new Subfield('q', condition));
    }

    /** Whether it can be had: 876, which goes with the 852 of the same barcode. */
    DataField availability() {
        return field("876", new Subfield('j', status), new Subfield('p', barcode));
    }

    private static DataField field(String tag, Subfield... subfields) {
        return new DataField(
                tag,
                ' ',
                ' ',
                Stream.of(subfields)
                        .filter(subfield -> !subfield.value().isEmpty())
                        .toList());
    }
}
