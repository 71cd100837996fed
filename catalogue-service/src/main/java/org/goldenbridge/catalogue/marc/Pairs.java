package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Fields and their forms in other scripts: an 880 names in $6 the tag and number of the field it repeats, which names the
 * number of the 880 (MARC 21, appendix A). Number 00 is that of an 880 without a partner.
 */
final class Pairs {
    private static final Pattern LINK = Pattern.compile("([0-9]{3})-([0-9]{2})(?:/.*)?", Pattern.DOTALL);

    /** More scripts than any field was ever written in. */
    private static final int MOST_FORMS = 10;

    private final Map<String, List<DataField>> alternates = new HashMap<>();
    private final List<DataField> all;
    private final Set<String> paired = new HashSet<>();

    private Pairs(MarcRecord record) {
        all = record.fields("880").toList();
        if (all.isEmpty()) {
            return;
        }
        for (var alternate : all) {
            var forms = alternates.computeIfAbsent(key(alternate, alternate.pairedTag()), key -> new ArrayList<>());
            if (forms.size() < MOST_FORMS) {
                forms.add(alternate);
            }
        }
        for (var field : record.dataFields()) {
            paired.add(field.tag() + number(field, "880"));
        }
    }

    static Pairs of(MarcRecord record) {
        return new Pairs(record);
    }

    /** The forms of a field in other scripts. */
    List<DataField> of(DataField field) {
        var number = all.isEmpty() ? "" : number(field, "880");
        return isNumber(number) ? alternates.getOrDefault(field.tag() + number, List.of()) : List.of();
    }

    /** The 880 that stand for a field with one of those tags, but have no partner in the record. */
    List<DataField> alone(List<String> tags) {
        return all.stream()
                .filter(alternate -> {
                    var tag = alternate.pairedTag();
                    return tags.contains(tag)
                            && !(isNumber(number(alternate, tag)) && paired.contains(key(alternate, tag)));
                })
                .toList();
    }

    private static boolean isNumber(String number) {
        return !number.isEmpty() && !number.equals("00");
    }

    private static String key(DataField field, String tag) {
        return tag + number(field, tag);
    }

    private static String number(DataField field, String tag) {
        var link = LINK.matcher(field.first('6').orElse(""));
        return link.matches() && link.group(1).equals(tag) ? link.group(2) : "";
    }
}
