package org.goldenbridge.catalogue.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.goldenbridge.catalogue.marc.Comparison;
import org.goldenbridge.catalogue.marc.ControlField;
import org.goldenbridge.catalogue.marc.DataField;
import org.goldenbridge.catalogue.marc.MarcRecord;
import org.goldenbridge.catalogue.marc.Subfield;

/** Takes the fields of a tag, each with the 880s that repeat it, from one record into another. */
final class Fields {
    private static final String OTHER_SCRIPT = "880";

    /** $6: the tag on the other side, and the number that the two sides share; 00 when there is no other side. */
    private static final Pattern LINK = Pattern.compile("([0-9]{3})-([0-9]{2})(.*)");

    private Fields() {}

    /** Whether the record has a field of that tag, in whatever script. */
    static boolean has(MarcRecord record, String tag) {
        return tag.equals(Comparison.LEADER)
                || record.controlFields().stream().anyMatch(field -> field.tag().equals(tag))
                || record.dataFields().stream().anyMatch(of(tag));
    }

    private static Predicate<DataField> of(String tag) {
        return field -> field.pairedTag().equals(tag);
    }

    /** The record with another one's fields of that tag in the place of its own. */
    static MarcRecord replaced(MarcRecord record, String tag, MarcRecord other) {
        if (tag.equals(Comparison.LEADER)) {
            return new MarcRecord(other.leader(), record.controlFields(), record.dataFields());
        }
        if (tag.startsWith("00")) {
            var kept = record.controlFields().stream()
                    .filter(field -> !field.tag().equals(tag))
                    .toList();
            return withControlFields(record, kept, controlFields(other, tag));
        }
        var fields = new ArrayList<>(record.dataFields());
        var place = place(fields, tag);
        var placeOfOtherScripts = place(fields, OTHER_SCRIPT);
        var theirs = other.dataFields().stream().filter(of(tag)).toList();
        var result = new ArrayList<DataField>();
        for (int nth = 0; nth <= fields.size(); nth++) {
            if (nth == place) {
                theirs.stream().filter(field -> !isOtherScript(field)).forEach(result::add);
            }
            if (nth == placeOfOtherScripts) {
                theirs.stream().filter(Fields::isOtherScript).forEach(result::add);
            }
            if (nth < fields.size() && !fields.get(nth).pairedTag().equals(tag)) {
                result.add(fields.get(nth));
            }
        }
        return new MarcRecord(record.leader(), record.controlFields(), result);
    }

    /** Before the first field of that tag, or where it would stand. */
    private static int place(List<DataField> fields, String tag) {
        for (int nth = 0; nth < fields.size(); nth++) {
            if (fields.get(nth).tag().compareTo(tag) >= 0) {
                return nth;
            }
        }
        return fields.size();
    }

    private static boolean isOtherScript(DataField field) {
        return field.tag().equals(OTHER_SCRIPT);
    }

    /**
     * The record with another one's fields of that tag behind its own, but for those that it has already. Of control fields
     * only 006 and 007 can stand more than once.
     */
    static MarcRecord added(MarcRecord record, String tag, MarcRecord other) {
        if (tag.equals("006") || tag.equals("007")) {
            var own = controlFields(record, tag);
            var kept = record.controlFields().stream()
                    .filter(field -> !field.tag().equals(tag))
                    .toList();
            var all = Stream.concat(own.stream(), controlFields(other, tag).stream())
                    .distinct()
                    .toList();
            return withControlFields(record, kept, all);
        }
        if (tag.equals(Comparison.LEADER) || tag.startsWith("00")) {
            return record;
        }
        var own = record.dataFields().stream().filter(of(tag)).toList();
        var known = new HashSet<DataField>();
        own.forEach(field -> known.add(unlinked(field)));
        var fresh = other.dataFields().stream()
                .filter(of(tag))
                .filter(field -> known.add(unlinked(field)))
                .toList();
        var joined =
                Stream.concat(own.stream(), linkedAnew(fresh, own).stream()).toList();
        return replaced(record, tag, new MarcRecord(record.leader(), List.of(), joined));
    }

    /** The field as it is compared when fields gather: the numbers by which scripts are linked are each record's own. */
    private static DataField unlinked(DataField field) {
        return withLink(field, "00");
    }

    private static DataField withLink(DataField field, String number) {
        var subfields = field.subfields().stream()
                .map(subfield -> {
                    var link = subfield.code() == '6' ? LINK.matcher(subfield.value()) : null;
                    return link != null && link.matches()
                            ? new Subfield('6', link.group(1) + "-" + number + link.group(3))
                            : subfield;
                })
                .toList();
        return new DataField(field.tag(), field.ind1(), field.ind2(), subfields);
    }

    /** Moves the link numbers of what comes behind those that are in use. */
    private static List<DataField> linkedAnew(List<DataField> fresh, List<DataField> own) {
        int highest = own.stream().mapToInt(Fields::linkNumber).max().orElse(0);
        return fresh.stream()
                .map(field -> {
                    int number = linkNumber(field);
                    return number == 0 || highest == 0 || number + highest > 99
                            ? field
                            : withLink(field, "%02d".formatted(number + highest));
                })
                .toList();
    }

    private static int linkNumber(DataField field) {
        var link = LINK.matcher(field.first('6').orElse(""));
        return link.matches() ? Integer.parseInt(link.group(2)) : 0;
    }

    private static List<ControlField> controlFields(MarcRecord record, String tag) {
        return record.controlFields().stream()
                .filter(field -> field.tag().equals(tag))
                .toList();
    }

    private static MarcRecord withControlFields(MarcRecord record, List<ControlField> kept, List<ControlField> theirs) {
        var sorted = Stream.concat(kept.stream(), theirs.stream())
                .sorted(java.util.Comparator.comparing(ControlField::tag))
                .toList();
        return new MarcRecord(record.leader(), sorted, record.dataFields());
    }
}
