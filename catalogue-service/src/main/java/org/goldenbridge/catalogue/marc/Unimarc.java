package org.goldenbridge.catalogue.marc;

import java.util.Set;

/** UNIMARC, the format of French libraries, and its descendants CNMARC and RUSMARC. */
final class Unimarc {
    private Unimarc() {}

    /**
     * Whether a record is UNIMARC: its entry map ends with a blank (leader/20-23 is {@code 450}), and it has the title and
     * the coded data of UNIMARC (200, 100) rather than those of MARC 21 (245, 008).
     */
    static boolean isUnimarc(String leader, Set<String> tags) {
        if (tags.contains("245") || tags.contains("008")) {
            return false;
        }
        boolean hasMap = leader.length() == Iso2709.LEADER_LENGTH && leader.startsWith("450 ", 20);
        return tags.contains("200") && (hasMap || tags.contains("100"));
    }
}
