package org.goldenbridge.catalogue.marc;

import org.goldenbridge.catalogue.marc.Reading.Readable;
import org.goldenbridge.catalogue.marc.Reading.Unreadable;

/** The last step of reading, the same for every format: UNIMARC becomes MARC 21, marks for sorting go. */
final class Conversion {
    private Conversion() {}

    static Reading finish(Draft draft, boolean isUnimarc, Warnings warnings, Encoding encoding) {
        if (draft.isEmpty()) {
            return new Unreadable("The record has no fields.");
        }
        var record = draft.record();
        if (isUnimarc) {
            var converted = withoutSortMarks(Unimarc.toMarc21(record, warnings)); // control fields have them as well
            return new Readable(converted, warnings.sentences(), encoding, withoutSortMarks(record));
        }
        return new Readable(
                draft.hasSortMarks() ? withoutSortMarks(record) : record, warnings.sentences(), encoding, null);
    }

    private static MarcRecord withoutSortMarks(MarcRecord record) {
        var controlFields = record.controlFields().stream()
                .map(field -> new ControlField(field.tag(), Text.withoutSortMarks(field.value())))
                .toList();
        var dataFields = record.dataFields().stream()
                .map(field -> new DataField(
                        field.tag(),
                        field.ind1(),
                        field.ind2(),
                        field.subfields().stream()
                                .map(part -> new Subfield(part.code(), Text.withoutSortMarks(part.value())))
                                .toList()))
                .toList();
        return new MarcRecord(record.leader(), controlFields, dataFields);
    }
}
