package org.goldenbridge.catalogue.worksheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The links between a field and the 880s that repeat it in other scripts (MARC 21, appendix A, $6): each must point to the
 * other. Occurrence 00 says that an 880 has no partner.
 */
final class Linkage {
    /**
     * Tag, occurrence, and in an 880 the script, for instance (N for Cyrillic, and r when it is written from the right, often
     * with a mark that says so to screens.
     */
    private static final Pattern LINK =
            Pattern.compile("([0-9A-Za-z]{3})-([0-9]{2})(/[!-.0-~]{0,4}){0,2}[\\u200E\\u200F]?");

    private static final String UNLINKED = "00";

    private final MarcBody record;
    private final String pointer;
    private final Findings findings;

    /** The tags and occurrences that 880s point to, and those at which fields wait for them. */
    private final Set<String> repeated = new HashSet<>();

    private final Map<String, Integer> waiting = new HashMap<>();

    private Linkage(MarcBody record, String pointer, Findings findings) {
        this.record = record;
        this.pointer = pointer;
        this.findings = findings;
    }

    static void check(MarcBody record, String pointer, Findings findings) {
        var linkage = new Linkage(record, pointer, findings);
        linkage.collect();
        linkage.pair();
    }

    private void collect() {
        for (int nth = 0; nth < record.dataFields().size(); nth++) {
            var field = record.dataFields().get(nth);
            var at = linkOf(field);
            if (at < 0) {
                if (field.tag().equals("880")) {
                    findings.add(
                            pointer + "/dataFields/" + nth + "/subfields",
                            "must say in $6 which field it repeats, such as 245-01; 245-00 when there is none");
                }
                continue;
            }
            var link = parse(field, at);
            if (link == null) {
                findings.add(place(nth, at), "must be a link such as 880-01, or 245-01/(N in an 880");
            } else if (field.tag().equals("880")) {
                repeated.add(link.group(1) + "-" + link.group(2));
            } else {
                waiting.merge(field.tag() + "-" + link.group(2), 1, Integer::sum);
            }
        }
    }

    private void pair() {
        for (int nth = 0; nth < record.dataFields().size(); nth++) {
            var field = record.dataFields().get(nth);
            var at = linkOf(field);
            var link = at < 0 ? null : parse(field, at);
            if (link == null) {
                continue;
            }
            if (field.tag().equals("880")) {
                pairRepeating(link, place(nth, at));
            } else {
                pairRepeated(field.tag(), link, place(nth, at));
            }
        }
    }

    private void pairRepeating(Matcher link, String place) {
        if (!link.group(2).equals(UNLINKED) && !waiting.containsKey(link.group(1) + "-" + link.group(2))) {
            findings.add(
                    place,
                    "points to a " + link.group(1) + " that does not point back with 880-" + link.group(2) + "; write "
                            + link.group(1) + "-00 when there is none");
        }
    }

    private void pairRepeated(String tag, Matcher link, String place) {
        var occurrence = tag + "-" + link.group(2);
        if (!link.group(1).equals("880") || link.group(2).equals(UNLINKED)) {
            findings.add(place, "must point to an 880, such as 880-01");
        } else if (!repeated.contains(occurrence)) {
            findings.add(place, "points to an 880 that does not point back with " + occurrence);
        } else if (waiting.getOrDefault(occurrence, 0) > 1) {
            findings.add(place, "has an occurrence number that another " + tag + " has too");
        }
    }

    private static int linkOf(DataFieldBody field) {
        for (int at = 0; at < field.subfields().size(); at++) {
            if (field.subfields().get(at).code().equals("6")) {
                return at;
            }
        }
        return -1;
    }

    private static @Nullable Matcher parse(DataFieldBody field, int at) {
        var link = LINK.matcher(field.subfields().get(at).value());
        return link.matches() ? link : null;
    }

    private String place(int nth, int at) {
        return pointer + "/dataFields/" + nth + "/subfields/" + at + "/value";
    }
}
