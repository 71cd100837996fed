package org.goldenbridge.catalogue.marc;

import java.util.List;

/** The simple fields of UNIMARC: numbers (0XX), notes (3XX), sources and addresses (8XX). */
final class UnimarcNotes {
    private UnimarcNotes() {}

    static List<DataField> number(DataField field) {
        return switch (field.tag()) {
            case "010" ->
                new UnimarcField("020", ' ', ' ').take(field, "abdz", "aqcz").fields();
            // What MARC 21 calls incorrect, UNIMARC calls erroneous, and has the codes the other way round.
            case "011" ->
                new UnimarcField("022", ' ', ' ').take(field, "ayzf", "azyl").fields();
            case "020" ->
                new UnimarcField("015", ' ', ' ').take(field, "b", "a").fields();
            case "021" ->
                new UnimarcField("017", ' ', ' ').take(field, "b", "a").fields();
            case "035" ->
                new UnimarcField("035", ' ', ' ').take(field, "az", "az").fields();
            case "071" ->
                new UnimarcField("028", '0', '0').take(field, "ab", "ab").fields();
            case "073" ->
                new UnimarcField("024", '3', ' ').take(field, "az", "az").fields();
            default -> List.of();
        };
    }

    static List<DataField> note(DataField field) {
        if (field.tag().equals("327")) {
            var contents = new UnimarcField("505", '0', ' ');
            field.subfields().stream()
                    .filter(part -> Character.isLetter(part.code()))
                    .forEach(part -> contents.extend('a', " --", part.value()));
            return contents.fields();
        }
        if (field.tag().equals("328")) {
            var thesis = new UnimarcField("502", ' ', ' ');
            field.subfields().stream()
                    .filter(part -> Character.isLetter(part.code()))
                    .forEach(part -> thesis.extend('a', " :", part.value()));
            return thesis.fields();
        }
        var tag = switch (field.tag()) {
            case "317" -> "561";
            case "320" -> "504";
            case "321" -> "510";
            case "322" -> "508";
            case "323" -> "511";
            case "324" -> "534";
            case "325" -> "533";
            case "326" -> "310";
            case "330" -> "520";
            case "333" -> "521";
            case "336" -> "516";
            case "337" -> "538";
            case "371" -> "506";
            default -> "500";
        };
        char ind1 = tag.equals("510") ? '4' : tag.equals("511") ? '0' : ' ';
        var note = new UnimarcField(tag, ind1, ' ');
        field.values('a').forEach(text -> note.extend('a', ".", text));
        return note.fields();
    }

    static List<DataField> source(DataField field) {
        return switch (field.tag()) {
            case "856" ->
                new UnimarcField("856", field.ind1() == ' ' ? '4' : field.ind1(), ' ')
                        .take(field, "uqyz23", "uqyz23")
                        .fields();
            case "830" ->
                new UnimarcField("500", ' ', ' ').take(field, "a", "a").fields();
            default -> List.of();
        };
    }
}
