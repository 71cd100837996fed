package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * UNIMARC, the format of French libraries, and its descendants CNMARC and RUSMARC: recognised, and its core fields put into
 * MARC 21, after the Library of Congress' conversion. What has no counterpart stands in the original, which is kept.
 */
final class Unimarc {
    /** $6: why the fields belong together, and their number; {@code a} is another script (UNIMARC, control subfields). */
    private static final Pattern LINK = Pattern.compile("[az]([0-9]{2}).*", Pattern.DOTALL);

    private static final int MOST_FORMS = 10;

    private final MarcRecord source;
    private final Map<String, List<DataField>> linked;
    private final UnimarcNames names;
    private final List<DataField> fields = new ArrayList<>();
    private final Set<String> leftOut = new TreeSet<>();
    private int pairs;

    private Unimarc(MarcRecord source) {
        this.source = source;
        this.linked = linked(source);
        this.names = new UnimarcNames(source);
    }

    /**
     * Whether a record is UNIMARC: it has the title of UNIMARC (200) rather than that of MARC 21 (245, 008), and its coded
     * data (100) or an entry map that ends with a blank (leader/20-23 is {@code 450}).
     */
    static boolean isUnimarc(String leader, Set<String> tags) {
        if (tags.contains("245") || tags.contains("008")) {
            return false;
        }
        boolean hasMap = leader.length() == Iso2709.LEADER_LENGTH && leader.startsWith("450 ", 20);
        return tags.contains("200") && (hasMap || tags.contains("100"));
    }

    /** The record in MARC 21; says which fields have no place there. */
    static MarcRecord toMarc21(MarcRecord source, Warnings warnings) {
        return new Unimarc(source).convert(warnings);
    }

    private MarcRecord convert(Warnings warnings) {
        var coded = new UnimarcCoded(source);
        for (var field : source.dataFields()) {
            addConverted(field);
        }
        fields.addAll(coded.fields());
        fields.sort(Comparator.comparing(DataField::tag));
        warnings.add("The record is UNIMARC; it was converted to MARC 21, and the original is kept.");
        if (!leftOut.isEmpty()) {
            warnings.add("These fields have no counterpart in MARC 21 and stand only in the original: "
                    + String.join(", ", leftOut) + ".");
        }
        return new MarcRecord(coded.leader(), coded.controlFields(), fields);
    }

    private void addConverted(DataField field) {
        if (UnimarcCoded.TAGS.contains(field.tag())) {
            return;
        }
        var forms = forms(field);
        if (!forms.get(0).equals(field)) {
            return; // it was added with the first of its forms
        }
        var main = forms.stream()
                .filter(form -> Script.of(form.text("abc")).equals("Latn"))
                .findFirst()
                .orElse(field);
        var converted = convert(main);
        if (converted.isEmpty()) {
            leftOut.add(field.tag());
        } else if (forms.size() == 1) {
            fields.addAll(converted);
        } else {
            addPair(converted, forms.stream().filter(form -> !form.equals(main)).toList());
        }
    }

    private List<DataField> convert(DataField field) {
        return switch (field.tag().charAt(0)) {
            case '0' -> UnimarcNotes.number(field);
            case '2' -> UnimarcTitles.convert(field, names.hasMainEntry());
            case '3' -> UnimarcNotes.note(field);
            case '4' -> UnimarcLinks.convert(field);
            case '5' -> UnimarcTitles.related(field, names.hasMainEntry());
            case '6' -> UnimarcSubjects.convert(field);
            case '7' -> names.convert(field);
            case '8' -> UnimarcNotes.source(field);
            case '9' -> List.of(field);
            default -> List.of();
        };
    }

    private static String link(DataField field) {
        var link = LINK.matcher(field.first('6').orElse(""));
        return link.matches() ? link.group(1) : "";
    }

    /** A field in all its scripts: those with its tag and its number in $6, as far as any field has so many. */
    private List<DataField> forms(DataField field) {
        var forms = linked.getOrDefault(field.tag() + link(field), List.of());
        return forms.contains(field) ? forms : List.of(field);
    }

    private static Map<String, List<DataField>> linked(MarcRecord source) {
        var linked = new HashMap<String, List<DataField>>();
        for (var field : source.dataFields()) {
            if (!link(field).isEmpty()) {
                var forms = linked.computeIfAbsent(field.tag() + link(field), key -> new ArrayList<>());
                if (forms.size() < MOST_FORMS && !forms.contains(field)) {
                    forms.add(field);
                }
            }
        }
        return linked;
    }

    /** MARC 21 puts the form in Latin script first, and the others into 880. */
    private void addPair(List<DataField> converted, List<DataField> others) {
        var number = Integer.toString(101 + pairs++ % 99).substring(1);
        var main = converted.get(0);
        fields.add(withLink(main, main.tag(), "880-" + number));
        fields.addAll(converted.subList(1, converted.size()));
        for (var other : others) {
            for (var form : convert(other)) {
                if (form.tag().equals(main.tag())) {
                    fields.add(withLink(form, "880", main.tag() + "-" + number + scriptCode(form)));
                }
            }
        }
    }

    private static DataField withLink(DataField field, String tag, String link) {
        var subfields = new ArrayList<Subfield>();
        subfields.add(new Subfield('6', link));
        subfields.addAll(field.subfields());
        return new DataField(tag, field.ind1(), field.ind2(), subfields);
    }

    /** MARC 21, appendix A: the script identification codes. */
    private static String scriptCode(DataField field) {
        return switch (Script.of(field.text("abc"))) {
            case "Arab" -> "/(3/r";
            case "Hebr" -> "/(2/r";
            case "Latn" -> "/(B";
            case "Hani", "Jpan", "Hang" -> "/$1";
            case "Cyrl" -> "/(N";
            case "Grek" -> "/(S";
            default -> "";
        };
    }
}
