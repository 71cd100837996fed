package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.List;

/** Subjects and classification of UNIMARC (6XX). */
final class UnimarcSubjects {
    private UnimarcSubjects() {}

    static List<DataField> convert(DataField field) {
        char ind2 = field.first('2').isPresent() ? '7' : '4';
        return switch (field.tag()) {
            case "600" -> withSource(UnimarcNames.person(field, "600", ind2), field);
            case "601" -> withSource(UnimarcNames.body(field, "6", ind2), field);
            case "602" -> withSource(UnimarcNames.family(field, "600", ind2), field);
            case "605" -> heading(field, "630", '0', ind2);
            case "606" -> heading(field, "650", ' ', ind2);
            case "607" -> heading(field, "651", ' ', ind2);
            case "608" -> heading(field, "655", ' ', ind2);
            case "610" ->
                field.values('a')
                        .flatMap(term -> new UnimarcField("653", ' ', ' ').add('a', "", term).fields().stream())
                        .toList();
            case "620" ->
                new UnimarcField("752", ' ', ' ').take(field, "abcd", "abcd").fields();
            case "675" ->
                new UnimarcField("080", ' ', ' ').take(field, "av", "a2").fields();
            case "676" ->
                new UnimarcField("082", '0', '4').take(field, "av", "a2").fields();
            case "680" ->
                new UnimarcField("050", ' ', '4').take(field, "ab", "ab").fields();
            case "686", "690" ->
                new UnimarcField("084", ' ', ' ').take(field, "ab2", "ab2").fields();
            default -> List.of();
        };
    }

    private static List<DataField> heading(DataField field, String tag, char ind1, char ind2) {
        var heading = new UnimarcField(tag, ind1, ind2);
        heading.take(field, "a", "a");
        addDivisions(heading, field);
        return withSource(heading.fields(), field);
    }

    /** UNIMARC has form, topic, place and time under other codes than MARC 21. */
    static void addDivisions(UnimarcField heading, DataField field) {
        if (field.tag().startsWith("6")) {
            heading.take(field, "jxyz", "vxzy");
        }
    }

    private static List<DataField> withSource(List<DataField> headings, DataField field) {
        var source = field.first('2');
        if (source.isEmpty() || headings.isEmpty()) {
            return headings;
        }
        var heading = headings.get(0);
        var subfields = new ArrayList<>(heading.subfields());
        subfields.add(new Subfield('2', source.get().equals("rameau") ? "ram" : source.get()));
        return List.of(new DataField(heading.tag(), heading.ind1(), heading.ind2(), subfields));
    }
}
