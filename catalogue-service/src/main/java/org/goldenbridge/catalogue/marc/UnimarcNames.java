package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of UNIMARC (7XX): put together from their parts, the roles by the relator codes of MARC. */
final class UnimarcNames {
    private static final Set<String> MAIN = Set.of("700", "710", "720");

    /** UNIMARC, appendix C, where MARC has a code of the same meaning. */
    private static final Map<String, String> RELATORS = Map.ofEntries(
            Map.entry("005", "act"),
            Map.entry("010", "adp"),
            Map.entry("020", "ann"),
            Map.entry("030", "arr"),
            Map.entry("040", "art"),
            Map.entry("065", "auc"),
            Map.entry("070", "aut"),
            Map.entry("072", "aut"),
            Map.entry("075", "aft"),
            Map.entry("080", "aui"),
            Map.entry("100", "ant"),
            Map.entry("110", "bnd"),
            Map.entry("180", "ctg"),
            Map.entry("205", "ctb"),
            Map.entry("210", "cmm"),
            Map.entry("212", "cwt"),
            Map.entry("220", "com"),
            Map.entry("230", "cmp"),
            Map.entry("250", "cnd"),
            Map.entry("273", "cur"),
            Map.entry("275", "dnc"),
            Map.entry("280", "dte"),
            Map.entry("295", "dgg"),
            Map.entry("300", "drt"),
            Map.entry("320", "dnr"),
            Map.entry("340", "edt"),
            Map.entry("350", "egr"),
            Map.entry("370", "flm"),
            Map.entry("390", "fmo"),
            Map.entry("400", "fnd"),
            Map.entry("440", "ill"),
            Map.entry("460", "ive"),
            Map.entry("470", "ivr"),
            Map.entry("480", "lbt"),
            Map.entry("510", "ltg"),
            Map.entry("520", "lyr"),
            Map.entry("545", "mus"),
            Map.entry("550", "nrt"),
            Map.entry("570", "oth"),
            Map.entry("590", "prf"),
            Map.entry("600", "pht"),
            Map.entry("605", "prs"),
            Map.entry("610", "prt"),
            Map.entry("630", "pro"),
            Map.entry("640", "pfr"),
            Map.entry("650", "pbl"),
            Map.entry("651", "pbd"),
            Map.entry("660", "rcp"),
            Map.entry("673", "rth"),
            Map.entry("675", "rev"),
            Map.entry("690", "aus"),
            Map.entry("700", "scr"),
            Map.entry("705", "scl"),
            Map.entry("721", "sng"),
            Map.entry("723", "spn"),
            Map.entry("727", "ths"),
            Map.entry("730", "trl"));

    private static final Pattern CODE = Pattern.compile("[0-9]{3}|[a-z]{3}");

    private final boolean hasMainEntry;
    private boolean mainEntryGiven;

    UnimarcNames(MarcRecord source) {
        hasMainEntry = source.dataFields().stream().anyMatch(field -> MAIN.contains(field.tag()));
    }

    /** Whether the work is entered under a name rather than its title. */
    boolean hasMainEntry() {
        return hasMainEntry;
    }

    /** MARC 21 has room for one main entry; a second one becomes an added entry. */
    List<DataField> convert(DataField field) {
        boolean isMain = MAIN.contains(field.tag())
                && (!mainEntryGiven || field.first('6').isPresent());
        mainEntryGiven |= isMain;
        var prefix = isMain ? "1" : "7";
        return switch (field.tag()) {
            case "700", "701", "702" -> person(field, prefix + "00", ' ');
            case "720", "721", "722" -> family(field, prefix + "00", ' ');
            case "710", "711", "712" -> body(field, prefix, ' ');
            case "730" ->
                new UnimarcField("720", ' ', ' ').take(field, "a", "a").fields();
            default -> List.of();
        };
    }

    /** A person's name: entry element and rest, numbers, additions, full form of initials, dates. */
    static List<DataField> person(DataField field, String tag, char ind2) {
        var name = new UnimarcField(tag, field.ind2() == '0' ? '0' : '1', ind2);
        name.add('a', "", together(field, "ab", ", "));
        field.first('d').ifPresent(number -> name.add('b', "", number));
        field.values('c').forEach(addition -> name.add('c', ",", addition));
        field.first('g').ifPresent(full -> name.add('q', "", bracketed(full)));
        field.first('f').ifPresent(dates -> name.add('d', ",", unbracketed(dates)));
        return finish(name, field);
    }

    static List<DataField> family(DataField field, String tag, char ind2) {
        var name = new UnimarcField(tag, '3', ind2);
        field.first('a').ifPresent(family -> name.add('a', "", family));
        field.first('f').ifPresent(dates -> name.add('d', ",", unbracketed(dates)));
        return finish(name, field);
    }

    /** A body, or a meeting, which UNIMARC keeps under the same tags (first indicator). */
    static List<DataField> body(DataField field, String prefix, char ind2) {
        boolean isMeeting = field.ind1() == '1';
        char ind1 = field.ind2() == '0' || field.ind2() == '1' ? field.ind2() : '2';
        var name = new UnimarcField(prefix + (isMeeting ? "11" : "10"), ind1, ind2);
        var qualifier = field.first('c').map(text -> " " + bracketed(text)).orElse("");
        field.first('a').ifPresent(text -> name.add('a', "", text + qualifier));
        if (isMeeting) {
            field.values('d').forEach(number -> name.add('n', "", bracketed(number)));
            field.values('f').forEach(date -> name.add('d', "", bracketed(date)));
            field.values('e').forEach(place -> name.add('c', "", bracketed(place)));
            field.values('b').forEach(part -> name.add('e', ".", part));
        } else {
            field.values('b').forEach(part -> name.add('b', ".", part));
        }
        return finish(name, field);
    }

    private static List<DataField> finish(UnimarcField name, DataField field) {
        if (name.isEmpty()) {
            return List.of();
        }
        UnimarcSubjects.addDivisions(name, field);
        // CNMARC has the role in words where UNIMARC has a code.
        field.values('4').map(String::strip).forEach(role -> {
            boolean isCode = CODE.matcher(role).matches();
            name.add(isCode ? '4' : 'e', isCode ? "" : ",", RELATORS.getOrDefault(role, role));
        });
        return name.fields();
    }

    private static String together(DataField field, String codes, String between) {
        var parts = new ArrayList<String>();
        for (int at = 0; at < codes.length(); at++) {
            field.first(codes.charAt(at))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .ifPresent(parts::add);
        }
        return String.join(between, parts);
    }

    private static String bracketed(String text) {
        return text.startsWith("(") ? text : "(" + text + ")";
    }

    private static String unbracketed(String text) {
        return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    }
}
