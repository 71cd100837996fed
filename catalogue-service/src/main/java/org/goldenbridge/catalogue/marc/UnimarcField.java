package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together one MARC 21 field with the punctuation of ISBD, which UNIMARC leaves to the display. */
final class UnimarcField {
    private final String tag;
    private final char ind1;
    private final char ind2;
    private final List<Subfield> subfields = new ArrayList<>();

    UnimarcField(String tag, char ind1, char ind2) {
        this.tag = tag;
        this.ind1 = ind1;
        this.ind2 = ind2;
    }

    /** A new subfield, the mark before it at the end of the one before. */
    UnimarcField add(char code, String mark, String text) {
        var clean = Text.withoutSortMarks(text).strip();
        if (clean.isEmpty()) {
            return this;
        }
        if (!subfields.isEmpty()) {
            append(mark);
        }
        subfields.add(new Subfield(code, clean));
        return this;
    }

    /** More text for the last subfield if it has that code, else a new one. */
    UnimarcField extend(char code, String mark, String text) {
        if (lastCode() != code) {
            return add(code, mark, text);
        }
        append(mark + " " + Text.withoutSortMarks(text).strip());
        return this;
    }

    /** What a field has under a code, taken over without a mark. */
    UnimarcField take(DataField source, String codes, String targets) {
        for (var part : source.subfields()) {
            int at = codes.indexOf(part.code());
            if (at >= 0) {
                add(targets.charAt(at), "", part.value());
            }
        }
        return this;
    }

    /** Code of the last subfield; a blank if there is none. */
    char lastCode() {
        return subfields.isEmpty() ? ' ' : subfields.get(subfields.size() - 1).code();
    }

    boolean isEmpty() {
        return subfields.isEmpty();
    }

    private void append(String text) {
        int last = subfields.size() - 1;
        var subfield = subfields.get(last);
        subfields.set(last, new Subfield(subfield.code(), subfield.value() + text));
    }

    /** The field; none if there was nothing to put into it. */
    Optional<DataField> field() {
        return subfields.isEmpty() ? Optional.empty() : Optional.of(new DataField(tag, ind1, ind2, subfields));
    }

    List<DataField> fields() {
        return field().stream().toList();
    }
}
