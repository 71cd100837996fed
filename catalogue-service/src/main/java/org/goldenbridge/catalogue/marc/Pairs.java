package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Fields and their forms in other scripts: an 880 names in $6 the tag and number of the field it repeats, which names the
 * number of the 880 (MARC 21, appendix A). Number 00 is that of an 880 without a partner.
 */
final class Pairs {
    private static final Pattern LINK = Pattern.compile("([0-9]{3})-([0-9]{2})(?:/.*)?", Pattern.DOTALL);

    private final List<DataField> alternates;

    private Pairs(List<DataField> alternates) {
        this.alternates = alternates;
    }

    static Pairs of(MarcRecord record) {
        return new Pairs(record.fields("880").toList());
    }

    /** The forms of a field in other scripts. */
    List<DataField> of(DataField field) {
        var number = number(field, "880");
        if (alternates.isEmpty() || number.isEmpty() || number.equals("00")) {
            return List.of();
        }
        return alternates.stream()
                .filter(alternate -> number(alternate, field.tag()).equals(number))
                .toList();
    }

    /** The 880 that stand for a field with one of those tags, but have no partner in the record. */
    List<DataField> alone(MarcRecord record, List<String> tags) {
        var alone = new ArrayList<DataField>();
        for (var alternate : alternates) {
            var tag = alternate.pairedTag();
            if (tags.contains(tag)) {
                var number = number(alternate, tag);
                boolean hasPartner = !number.equals("00")
                        && record.fields(tag)
                                .anyMatch(field -> number(field, "880").equals(number));
                if (!hasPartner) {
                    alone.add(alternate);
                }
            }
        }
        return alone;
    }

    private static String number(DataField field, String tag) {
        var link = LINK.matcher(field.first('6').orElse(""));
        return link.matches() && link.group(1).equals(tag) ? link.group(2) : "";
    }
}
