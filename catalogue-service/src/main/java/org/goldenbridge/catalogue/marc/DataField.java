package org.goldenbridge.catalogue.marc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field with two indicators and subfields: 010 to 999. */
public record DataField(String tag, char ind1, char ind2, List<Subfield> subfields) {
    public DataField {
        subfields = List.copyOf(subfields);
    }

    /** A field from pairs of code and text: {@code of("245", '1', '0', "a", "Abai zholy")}. */
    public static DataField of(String tag, char ind1, char ind2, String... codesAndValues) {
        var subfields = new Subfield[codesAndValues.length / 2];
        Arrays.setAll(subfields, nth -> new Subfield(codesAndValues[2 * nth].charAt(0), codesAndValues[2 * nth + 1]));
        return new DataField(tag, ind1, ind2, List.of(subfields));
    }

    /** The first subfield with that code. */
    public Optional<String> first(char code) {
        return values(code).findFirst();
    }

    /** The texts of all subfields with that code. */
    public Stream<String> values(char code) {
        return subfields.stream().filter(subfield -> subfield.code() == code).map(Subfield::value);
    }

    /** The texts of the subfields with one of those codes, in the field's order, joined by blanks. */
    public String text(String codes) {
        return subfields.stream()
                .filter(subfield -> codes.indexOf(subfield.code()) >= 0)
                .map(Subfield::value)
                .collect(Collectors.joining(" "));
    }

    /**
     * The tag under which this field is compared and shown: its own, or that of the field which an 880 repeats in another
     * script ($6, MARC 21 appendix A).
     */
    public String pairedTag() {
        return tag.equals("880")
                ? first('6')
                        .filter(link -> link.matches("[0-9]{3}-.*"))
                        .map(link -> link.substring(0, 3))
                        .orElse(tag)
                : tag;
    }
}
