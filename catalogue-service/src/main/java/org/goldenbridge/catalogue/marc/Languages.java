package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Languages of records: MARC has the codes of ISO 639-2/B, the network those of BCP 47. */
final class Languages {
    private static final Pattern CODE = Pattern.compile("[a-z]{3}");

    /** Undetermined, several, none, and what no language is. */
    private static final Set<String> NO_LANGUAGE = Set.of("und", "mul", "zxx", "mis");

    /** Where the bibliographic code is not that of the language's own name, and codes that MARC has given up. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("alb", "sq"),
            Map.entry("arm", "hy"),
            Map.entry("baq", "eu"),
            Map.entry("bur", "my"),
            Map.entry("chi", "zh"),
            Map.entry("cze", "cs"),
            Map.entry("dut", "nl"),
            Map.entry("fre", "fr"),
            Map.entry("geo", "ka"),
            Map.entry("ger", "de"),
            Map.entry("gre", "el"),
            Map.entry("ice", "is"),
            Map.entry("mac", "mk"),
            Map.entry("mao", "mi"),
            Map.entry("may", "ms"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("tib", "bo"),
            Map.entry("wel", "cy"),
            Map.entry("scc", "sr"),
            Map.entry("scr", "hr"));

    private static final Map<String, String> TAGS = tags();

    private Languages() {}

    private static Map<String, String> tags() {
        var tags = new HashMap<String, String>();
        for (var language : Locale.getISOLanguages()) {
            var tag = Locale.forLanguageTag(language).toLanguageTag(); // he, id, yi instead of codes given up
            tags.putIfAbsent(Locale.forLanguageTag(language).getISO3Language(), tag);
        }
        tags.putAll(BIBLIOGRAPHIC);
        return tags;
    }

    /** The BCP 47 tag of a MARC code; none if it names no language. */
    static Optional<String> tag(String code) {
        if (!CODE.matcher(code).matches() || NO_LANGUAGE.contains(code)) {
            return Optional.empty();
        }
        return Optional.of(TAGS.getOrDefault(code, code));
    }

    /** The languages of a record's text (008/35-37; 041 $a, $d), the main one first. */
    static List<String> of(MarcRecord record) {
        var codes = new ArrayList<String>();
        record.control("008")
                .filter(coded -> coded.length() >= 38)
                .ifPresent(coded -> codes.add(coded.substring(35, 38)));
        record.fields("041").flatMap(field -> field.subfields().stream()).forEach(part -> {
            if (part.code() == 'a' || part.code() == 'd') {
                codes.addAll(split(part.value()));
            }
        });
        var tags = new LinkedHashSet<String>();
        codes.forEach(code -> tag(code).ifPresent(tags::add));
        return List.copyOf(tags);
    }

    /** Older records put the codes of several languages into one subfield. */
    private static List<String> split(String codes) {
        var split = new ArrayList<String>();
        var together = codes.strip().toLowerCase(Locale.ROOT);
        for (int at = 0; at + 3 <= together.length(); at += 3) {
            split.add(together.substring(at, at + 3));
        }
        return split;
    }
}
