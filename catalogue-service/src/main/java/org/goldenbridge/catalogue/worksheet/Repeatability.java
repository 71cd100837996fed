package org.goldenbridge.catalogue.worksheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which fields and subfields stand once at most: the marks (NR) of the MARC 21 Format for Bibliographic Data, of all fields
 * and, for the core fields, of their subfields.
 */
final class Repeatability {
    private static final Set<String> FIELDS = Set.of(
            "001", "003", "005", "008", "010", "018", "036", "038", "040", "042", "043", "044", "045", "066", "240",
            "243", "245", "254", "256", "261", "262", "263", "306", "310", "357", "507", "514", "841", "842", "844",
            "882");

    /** One main entry at most, whatever its tag. */
    private static final String MAIN_ENTRY = "1XX";

    private static final Map<String, String> SUBFIELDS = Map.ofEntries(
            Map.entry("010", "a"),
            Map.entry("020", "ac"),
            Map.entry("022", "al"),
            Map.entry("024", "acd"),
            Map.entry("035", "a"),
            Map.entry("040", "abc"),
            Map.entry("100", "abdflqtu"),
            Map.entry("110", "afltu"),
            Map.entry("111", "aflqtu"),
            Map.entry("130", "afhlort"),
            Map.entry("210", "ab"),
            Map.entry("222", "ab"),
            Map.entry("240", "afhlor"),
            Map.entry("242", "abchy"),
            Map.entry("245", "abcfghs"),
            Map.entry("246", "abfhi"),
            Map.entry("247", "abfhx"),
            Map.entry("250", "ab"),
            Map.entry("260", "d"),
            Map.entry("300", "be"),
            Map.entry("310", "ab"),
            Map.entry("490", "l"),
            Map.entry("600", "abdfhloqrtu"),
            Map.entry("610", "afhlortu"),
            Map.entry("611", "afhlqtu"),
            Map.entry("630", "afhlort"),
            Map.entry("648", "a"),
            Map.entry("650", "abcde"),
            Map.entry("651", "a"),
            Map.entry("655", "a"),
            Map.entry("700", "abdfhloqrtux"),
            Map.entry("710", "afhlortux"),
            Map.entry("711", "afhlqtux"),
            Map.entry("720", "a"),
            Map.entry("730", "afhlortx"),
            Map.entry("740", "ah"),
            Map.entry("800", "abdfhloqrtuvx"),
            Map.entry("810", "afhlortuvx"),
            Map.entry("811", "afhlqtuvx"),
            Map.entry("830", "afhlortvx"));

    private Repeatability() {}

    static void check(MarcBody record, String pointer, Findings findings) {
        var seen = new HashMap<String, String>();
        for (int nth = 0; nth < record.controlFields().size(); nth++) {
            var tag = record.controlFields().get(nth).tag();
            once(FIELDS.contains(tag), tag, tag, pointer + "/controlFields/" + nth, seen, findings);
        }
        for (int nth = 0; nth < record.dataFields().size(); nth++) {
            var field = record.dataFields().get(nth);
            var at = pointer + "/dataFields/" + nth;
            var isMainEntry = field.tag().startsWith("1");
            once(
                    isMainEntry || FIELDS.contains(field.tag()),
                    isMainEntry ? MAIN_ENTRY : field.tag(),
                    field.tag(),
                    at,
                    seen,
                    findings);
            checkSubfields(field, at, findings);
        }
    }

    private static void once(
            boolean matters, String group, String tag, String pointer, Map<String, String> seen, Findings findings) {
        var earlier = matters ? seen.putIfAbsent(group, tag) : null;
        if (earlier != null) {
            findings.add(
                    pointer + "/tag",
                    earlier.equals(tag)
                            ? "must stand once: " + tag + " cannot be repeated"
                            : "must stand alone: a record has one main entry, and " + earlier + " is it already");
        }
    }

    private static void checkSubfields(DataFieldBody field, String pointer, Findings findings) {
        var once = SUBFIELDS.getOrDefault(field.tag(), "") + "6";
        var seen = new HashSet<String>();
        for (int nth = 0; nth < field.subfields().size(); nth++) {
            var code = field.subfields().get(nth).code();
            if (once.contains(code) && !seen.add(code)) {
                findings.add(
                        pointer + "/subfields/" + nth + "/code",
                        "must stand once: $" + code + " of " + field.tag() + " cannot be repeated");
            }
        }
    }
}
