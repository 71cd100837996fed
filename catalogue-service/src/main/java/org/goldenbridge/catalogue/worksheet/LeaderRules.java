package org.goldenbridge.catalogue.worksheet;

import java.util.regex.Pattern;

/** The leader (MARC 21 Format for Bibliographic Data, Leader). */
final class LeaderRules {
    static final int LENGTH = 24;

    /** Lengths that ISO 2709 counts; whoever sends JSON need not. */
    private static final Pattern COUNTED = Pattern.compile("[0-9 ]{5}");

    private final String leader;
    private final String pointer;
    private final Findings findings;

    private LeaderRules(String leader, String pointer, Findings findings) {
        this.leader = leader;
        this.pointer = pointer;
        this.findings = findings;
    }

    static void check(String leader, String pointer, Findings findings) {
        if (leader.length() != LENGTH) {
            findings.add(pointer, "must have 24 characters; it has " + leader.length());
            return;
        }
        new LeaderRules(leader, pointer, findings).check();
    }

    private void check() {
        counted(0);
        if (leader.charAt(5) == 'd') {
            findings.add(pointer, "has the status d, deleted, at position 5; delete the record instead");
        } else {
            oneOf(5, "acnp", "the status");
        }
        oneOf(6, "acdefgijkmoprt", "the type of record");
        oneOf(7, "abcdims", "the bibliographic level");
        oneOf(8, " a", "the type of control");
        oneOf(9, " a", "the character coding");
        must(10, "22", "the counts of indicators and codes");
        counted(12);
        // Obsolete codes, and the capitals of OCLC, stand in records of other libraries that are edited here.
        oneOf(17, " 012345678uzIJKLM", "the encoding level");
        oneOf(18, " acinupr", "the descriptive form");
        oneOf(19, " abcr12", "the multipart level");
        must(20, "4500", "the entry map");
    }

    private void oneOf(int position, String allowed, String meaning) {
        if (allowed.indexOf(leader.charAt(position)) < 0) {
            findings.add(
                    pointer,
                    "must have " + meaning + " at position " + position + ", one of "
                            + String.join(" ", allowed.replace(' ', '#').split("")));
        }
    }

    private void must(int position, String text, String meaning) {
        if (!leader.startsWith(text, position)) {
            findings.add(pointer, "must have " + meaning + ", " + text + ", from position " + position);
        }
    }

    private void counted(int position) {
        if (!COUNTED.matcher(leader.substring(position, position + 5)).matches()) {
            findings.add(pointer, "must have five digits from position " + position);
        }
    }

    /** As it is kept: in Unicode, the lengths zero. */
    static String canonical(String leader) {
        return "00000" + leader.substring(5, 9) + "a2200000" + leader.substring(17);
    }
}
