package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A MARC 21 record in Unicode: what a title, a film or a replica is described by, whole.
 *
 * @param leader 24 characters; the lengths, which only ISO 2709 needs, are zeros
 * @param controlFields 001 to 009, in their order
 * @param dataFields 010 to 999, in their order
 */
public record MarcRecord(String leader, List<ControlField> controlFields, List<DataField> dataFields) {
    public MarcRecord {
        controlFields = List.copyOf(controlFields);
        dataFields = List.copyOf(dataFields);
    }

    /** The text of the first control field with that tag. */
    public Optional<String> control(String tag) {
        return controlFields.stream()
                .filter(field -> field.tag().equals(tag))
                .map(ControlField::value)
                .findFirst();
    }

    /** The data fields with one of those tags, in the record's order. */
    public Stream<DataField> fields(String... tags) {
        var found = new ArrayList<DataField>();
        for (var field : dataFields) {
            for (var tag : tags) {
                if (field.tag().equals(tag)) {
                    found.add(field);
                    break;
                }
            }
        }
        return found.stream();
    }

    /** The first data field with that tag. */
    public Optional<DataField> field(String tag) {
        return fields(tag).findFirst();
    }

    /** Whether the source asks for the record to be deleted (leader/05). */
    public boolean isDeletion() {
        return leader.charAt(5) == 'd';
    }
}
