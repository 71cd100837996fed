package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.List;

/** The descriptive block of UNIMARC (2XX) and its related titles (5XX). */
final class UnimarcTitles {
    private UnimarcTitles() {}

    static List<DataField> convert(DataField field, boolean hasMainEntry) {
        return switch (field.tag()) {
            case "200" -> title(field, hasMainEntry);
            case "205" -> edition(field);
            case "210", "214", "219" -> publication(field);
            case "215" -> extent(field);
            case "225" -> series(field);
            default -> List.of();
        };
    }

    private static List<DataField> title(DataField field, boolean hasMainEntry) {
        var title = new UnimarcField(
                "245", hasMainEntry ? '1' : '0', nonfiling(field.first('a').orElse("")));
        var fields = new ArrayList<DataField>();
        boolean inResponsibility = false;
        for (var part : field.subfields()) {
            var text = part.value();
            switch (part.code()) {
                case 'a' -> {
                    if (title.isEmpty()) {
                        title.add('a', "", text);
                    } else if (inResponsibility) {
                        title.extend('c', ".", text);
                    } else {
                        title.extend('b', " ;", text);
                    }
                }
                case 'b' -> title.add('h', "", "[" + text + "]");
                case 'd' -> {
                    title.extend(inResponsibility ? 'c' : 'b', " =", text);
                    fields.addAll(
                            new UnimarcField("246", '1', '1').add('a', "", text).fields());
                }
                case 'e' -> title.extend(inResponsibility ? 'c' : 'b', " :", text);
                case 'h' -> title.extend(inResponsibility ? 'c' : 'n', ".", text);
                case 'i' -> title.extend(inResponsibility ? 'c' : 'p', title.lastCode() == 'n' ? "," : ".", text);
                case 'f' -> {
                    title.extend('c', inResponsibility ? " =" : " /", text);
                    inResponsibility = true;
                }
                case 'g' -> {
                    title.extend('c', inResponsibility ? " ;" : " /", text);
                    inResponsibility = true;
                }
                case 'c' -> title.extend(inResponsibility ? 'c' : 'b', ".", text);
                // CNMARC has the title in pinyin here.
                case '9', 'A' ->
                    fields.addAll(
                            Script.of(text).equals("Latn")
                                    ? new UnimarcField("246", '3', ' ')
                                            .add('a', "", text)
                                            .fields()
                                    : List.of());
                default -> {}
            }
        }
        title.field().ifPresent(converted -> fields.add(0, converted));
        return fields;
    }

    /** How many characters stand between the marks for sorting at the beginning. */
    private static char nonfiling(String title) {
        int end = title.startsWith(String.valueOf(Text.SORT_MARK_BEGIN)) ? title.indexOf(Text.SORT_MARK_END) : 0;
        int blanks = 0;
        while (end > 0 && end + 1 + blanks < title.length() && title.charAt(end + 1 + blanks) == ' ') {
            blanks++;
        }
        int skipped = end > 0 ? end - 1 + blanks : 0;
        return skipped > 9 ? '0' : (char) ('0' + skipped);
    }

    private static List<DataField> edition(DataField field) {
        var edition = new UnimarcField("250", ' ', ' ');
        for (var part : field.subfields()) {
            switch (part.code()) {
                case 'a' -> edition.add('a', "", part.value());
                case 'b' -> edition.extend(edition.lastCode(), ",", part.value());
                case 'd' -> edition.extend('b', " =", part.value());
                case 'f' -> edition.extend('b', " /", part.value());
                case 'g' -> edition.extend('b', " ;", part.value());
                default -> {}
            }
        }
        return edition.fields();
    }

    /** 214 counts production and publication the other way round; 210 has the maker of the copies in $e, $g, $h. */
    private static List<DataField> publication(DataField field) {
        char function = switch (field.tag().equals("214") ? field.ind2() : '0') {
            case '1' -> '0';
            case '2' -> '2';
            case '3' -> '3';
            case '4' -> '4';
            default -> '1';
        };
        var published = new UnimarcField("264", ' ', function);
        var made = new UnimarcField("264", ' ', '3');
        for (var part : field.subfields()) {
            switch (part.code()) {
                case 'a' -> published.add('a', " ;", part.value());
                case 'c' -> published.add('b', " :", part.value());
                case 'd' -> published.add('c', function == '4' ? "" : ",", part.value());
                case 'e' -> made.add('a', " ;", part.value());
                case 'g' -> made.add('b', " :", part.value());
                case 'h' -> made.add('c', ",", part.value());
                default -> {}
            }
        }
        var fields = new ArrayList<>(published.fields());
        fields.addAll(made.fields());
        return fields;
    }

    private static List<DataField> extent(DataField field) {
        var extent = new UnimarcField("300", ' ', ' ');
        for (var part : field.subfields()) {
            switch (part.code()) {
                case 'a' -> extent.add('a', " +", part.value());
                case 'c' -> extent.add('b', " :", part.value());
                case 'd' -> extent.add('c', " ;", part.value());
                case 'e' -> extent.add('e', " +", part.value());
                default -> {}
            }
        }
        return extent.fields();
    }

    private static List<DataField> series(DataField field) {
        var series = new UnimarcField("490", '0', ' ');
        for (var part : field.subfields()) {
            switch (part.code()) {
                case 'a' -> series.extend('a', " ;", part.value());
                case 'd' -> series.extend('a', " =", part.value());
                case 'e' -> series.extend('a', " :", part.value());
                case 'f' -> series.extend('a', " /", part.value());
                case 'h' -> series.extend('a', ".", part.value());
                case 'i' -> series.extend('a', ".", part.value());
                case 'x' -> series.add('x', ",", part.value());
                case 'v' -> series.add('v', " ;", part.value());
                default -> {}
            }
        }
        return series.fields();
    }

    /** The titles under which a work is looked for beside its own. */
    static List<DataField> related(DataField field, boolean hasMainEntry) {
        var converted = switch (field.tag()) {
            case "500", "501" ->
                new UnimarcField(hasMainEntry ? "240" : "130", hasMainEntry ? '1' : '0', hasMainEntry ? '0' : ' ');
            case "510" -> new UnimarcField("246", '1', '1');
            case "512" -> new UnimarcField("246", '1', '4');
            case "513" -> new UnimarcField("246", '1', '5');
            case "514" -> new UnimarcField("246", '1', '6');
            case "515" -> new UnimarcField("246", '1', '7');
            case "516" -> new UnimarcField("246", '1', '8');
            case "517" -> new UnimarcField("246", '1', '3');
            case "518", "532", "540" -> new UnimarcField("246", '1', ' ');
            case "520" -> new UnimarcField("247", '1', '0');
            case "530" -> new UnimarcField("222", ' ', '0');
            case "541" -> new UnimarcField("242", '1', '0');
            default -> null;
        };
        if (converted == null) {
            return List.of();
        }
        boolean isKeyTitle = field.tag().equals("530");
        for (var part : field.subfields()) {
            switch (part.code()) {
                case 'a' -> converted.add('a', " ;", part.value());
                case 'b' ->
                    converted.add(isKeyTitle ? 'b' : 'h', "", isKeyTitle ? part.value() : "[" + part.value() + "]");
                case 'e' -> converted.add('b', " :", part.value());
                case 'h' -> converted.add('n', ".", part.value());
                case 'i' -> converted.add('p', converted.lastCode() == 'n' ? "," : ".", part.value());
                case 'm' -> converted.add('l', ".", part.value());
                case 'k' -> converted.add('f', ".", part.value());
                default -> {}
            }
        }
        return converted.fields();
    }
}
