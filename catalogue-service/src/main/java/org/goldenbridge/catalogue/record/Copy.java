package org.goldenbridge.catalogue.record;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.goldenbridge.catalogue.marc.DataField;
import org.goldenbridge.catalogue.marc.Subfield;

/** An item as the public and partners see it; what staff note about it stays inside. */
public record Copy(String centreId, String shelf, String barcode, String condition, String status) {
    /**
     * Selects the copies of {@code record r} as an array of arrays of text, for {@link #read}; null when there is none.
     */
    public static final String COLUMN = """
            (select array_agg(array[i.centre_id, i.shelf, i.barcode, i.condition, i.status] order by i.id)
             from item i where i.record_id = r.id and not i.withdrawn)""";

    /** The copies in a {@link #COLUMN}. */
    public static List<Copy> read(String[][] rows) {
        return Arrays.stream(rows)
                .map(row -> new Copy(row[0], row[1], row[2], row[3], row[4]))
                .toList();
    }

    /**
     * Where it stands and how it is preserved: 852 of MARC 21 holdings, embedded in the description.
     *
     * @param organisation the MARC code of the network, whose locations the centres are
     */
    public DataField location(String organisation) {
        return field(
                "852",
                new Subfield('a', organisation),
                new Subfield('b', centreId),
                new Subfield('c', shelf),
                new Subfield('p', barcode),
                new Subfield('q', condition));
    }

    /** Whether it can be had: 876, which goes with the 852 of the same barcode. */
    public DataField availability() {
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
