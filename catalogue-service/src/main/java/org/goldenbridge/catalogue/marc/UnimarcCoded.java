package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What UNIMARC says in codes: leader, dates, languages, country, agencies. */
final class UnimarcCoded {
    /** The fields that are read here. */
    static final Set<String> TAGS = Set.of("100", "101", "102", "801");

    /** ISO 3166, and the code of the MARC Code List for Countries. */
    private static final String COUNTRY_PAIRS = """
                AD an AE ts AF af AL aa AM ai AO ao AR ag AT au AU at AZ aj BA bn BD bg BE be BG bu BH ba BJ dm BO bo BR bl \
                BY bw CA xxc CD cg CF cx CG cf CH sz CI iv CL cl CM cm CN cc CO ck CR cr CU cu CY cy CZ xr DE gw DK dk DO dr \
                DZ ae EC ec EE er EG ua ES sp ET et FI fi FR fr GB xxk GE gs GH gh GN gv GR gr GT gt HR ci HT ht HU hu ID io \
                IE ie IL is IN ii IQ iq IR ir IS ic IT it JM jm JO jo JP ja KE ke KG kg KH cb KP kn KR ko KW ku KZ kz LA ls \
                LB le LI lh LK ce LT li LU lu LV lv LY ly MA mr MC mc MD mv ME mo MG mg MK xn ML ml MN mp MR mu MT mm MW mw \
                MX mx MY my MZ mz NE ng NG nr NL ne NO no NP np NZ nz OM mk PE pe PH ph PK pk PL pl PT po PY py QA qa RO rm \
                RS rb RU ru SA su SD sj SE sw SG si SI xv SK xo SN sg SV es SY sy TD cd TG tg TH th TJ ta TM tk TN ti TR tu \
                TW ch TZ tz UA un US xxu UY uy UZ uz VA vc VE ve VN vm YE ye ZA sa""";

    private static final Pattern PAIR = Pattern.compile("([A-Z]{2}) ([a-z]{2,3})");
    private static final Map<String, String> COUNTRIES = countries();

    private final MarcRecord source;

    UnimarcCoded(MarcRecord source) {
        this.source = source;
    }

    /** The codes of MARC are filled up with blanks. */
    private static Map<String, String> countries() {
        var countries = new HashMap<String, String>();
        var pairs = PAIR.matcher(COUNTRY_PAIRS);
        while (pairs.find()) {
            countries.put(pairs.group(1), (pairs.group(2) + " ").substring(0, 3));
        }
        return Map.copyOf(countries);
    }

    String leader() {
        var leader = source.leader();
        return "00000"
                + (leader.charAt(5) == 'o' ? 'c' : leader.charAt(5))
                + type(leader.charAt(6))
                + leader.charAt(7)
                + " a2200000"
                + level(leader.charAt(17))
                + "i 4500";
    }

    /** Manuscripts and electronic resources have other letters in UNIMARC. */
    private static char type(char type) {
        return switch (type) {
            case 'b' -> 't';
            case 'l' -> 'm';
            case 'm' -> 'o';
            default -> type;
        };
    }

    private static char level(char level) {
        return switch (level) {
            case '1' -> '1';
            case '2' -> '8';
            case '3' -> '7';
            default -> ' ';
        };
    }

    List<ControlField> controlFields() {
        var fields = new ArrayList<ControlField>();
        source.control("001").ifPresent(number -> fields.add(new ControlField("001", number)));
        agencies('0').or(() -> agencies('3')).ifPresent(agency -> fields.add(new ControlField("003", agency)));
        source.control("005").ifPresent(time -> fields.add(new ControlField("005", time)));
        fields.add(new ControlField("008", coded()));
        return fields;
    }

    /** The agency that did something to the record; 0 catalogued it, 3 issued it (801, second indicator). */
    private Optional<String> agencies(char function) {
        return source.fields("801")
                .filter(field -> field.ind2() == function)
                .flatMap(field -> field.values('b'))
                .map(String::strip)
                .filter(agency -> !agency.isEmpty())
                .findFirst();
    }

    /** 008: 40 characters, with the fill character where UNIMARC has nothing to say. */
    private String coded() {
        var general = source.field("100").flatMap(field -> field.first('a')).orElse("");
        var data = general + " ".repeat(Math.max(0, 36 - general.length()));
        var country = source.field("102")
                .flatMap(field -> field.first('a'))
                .map(code -> COUNTRIES.getOrDefault(code.strip().toUpperCase(Locale.ROOT), "xx "))
                .orElse("xx ");
        var language = source.field("101")
                .flatMap(field -> field.first('a'))
                .map(code -> code.strip().toLowerCase(Locale.ROOT))
                .filter(code -> code.length() == 3)
                .orElse("und");
        char type = dateType(data.charAt(8));
        var first = data.substring(9, 13);
        var second = type == 's' ? "    " : data.substring(13, 17);
        return entered(data) + type + first + second + country + "||||"
                + (source.leader().charAt(7) == 's' ? '|' : audience(data.charAt(17))) + "||||||||||||" + language
                + "||";
    }

    private static String entered(String data) {
        var date = data.substring(2, 8);
        return date.chars().allMatch(character -> character >= '0' && character <= '9') ? date : "      ";
    }

    private static char dateType(char type) {
        return switch (type) {
            case 'a' -> 'c';
            case 'b' -> 'd';
            case 'c' -> 'u';
            case 'd' -> 's';
            case 'e' -> 'r';
            case 'f' -> 'q';
            case 'g' -> 'm';
            case 'h' -> 't';
            case 'i' -> 'p';
            case 'j' -> 'e';
            default -> 'n';
        };
    }

    private static char audience(char audience) {
        return switch (audience) {
            case 'a' -> 'j';
            case 'b' -> 'a';
            case 'c' -> 'b';
            case 'd' -> 'c';
            case 'e' -> 'd';
            case 'k' -> 'e';
            case 'm' -> 'g';
            default -> '|';
        };
    }

    /** Languages (041), agencies (040), the address that is the record's name (024). */
    List<DataField> fields() {
        var fields = new ArrayList<DataField>();
        source.fields("101").forEach(field -> {
            boolean isTranslation = field.ind1() == '1' || field.ind1() == '2';
            fields.addAll(new UnimarcField("041", isTranslation ? '1' : '0', ' ')
                    .take(field, "abcdehij", "akhbfegj")
                    .fields());
        });
        var agencies = new UnimarcField("040", ' ', ' ');
        agencies('0').ifPresent(agency -> agencies.add('a', "", agency));
        source.field("100")
                .flatMap(field -> field.first('a'))
                .filter(data -> data.length() >= 25 && data.substring(22, 25).matches("[a-z]{3}"))
                .ifPresent(data -> agencies.add('b', "", data.substring(22, 25)));
        agencies('1').ifPresent(agency -> agencies.add('c', "", agency));
        agencies('2').or(() -> agencies('3')).ifPresent(agency -> agencies.add('d', "", agency));
        fields.addAll(agencies.fields());
        source.control("003")
                .filter(name -> name.matches("https?://\\S+"))
                .ifPresent(name -> fields.addAll(new UnimarcField("024", '7', ' ')
                        .add('a', "", name)
                        .add('2', "", "uri")
                        .fields()));
        return fields;
    }
}
