package org.goldenbridge.catalogue.marc;

/** The leader as the catalogue keeps it: MARC 21 in Unicode, lengths zero, legal for the MARCXML schema. */
final class Leader {
    /** Of a record that came without one: a new monograph of text. */
    static final String DEFAULT = "00000nam a2200000   4500";

    private Leader() {}

    /** Makes a delivered leader canonical, and says what was not as it should be. */
    static String canonical(String raw, Warnings warnings) {
        if (raw.isBlank()) {
            warnings.add("The record has no leader; that of a printed book was put.");
            return DEFAULT;
        }
        if (raw.length() != Iso2709.LEADER_LENGTH) {
            warnings.add("The leader has " + raw.length() + " characters instead of 24.");
        }
        var missing = " ".repeat(Math.max(0, Iso2709.LEADER_LENGTH - raw.length()));
        var padded = raw.endsWith("4500") ? raw.substring(0, raw.length() - 4) + missing + "4500" : raw + missing;
        var leader = new StringBuilder("00000");
        for (int at = 5; at < 9; at++) {
            leader.append(legal(padded.charAt(at), at, warnings));
        }
        leader.append("a2200000");
        for (int at = 17; at < 20; at++) {
            leader.append(legal(padded.charAt(at), at, warnings));
        }
        return leader.append("4500").toString();
    }

    private static char legal(char character, int at, Warnings warnings) {
        boolean legal = isLetterOrDigit(character) || (character == ' ' && at != 6);
        if (legal) {
            return character;
        }
        // Fill characters and the ways in which people write a blank say no more than a blank does.
        if ("|#-^\\".indexOf(character) < 0) {
            warnings.add("The leader has a character that MARC does not know at position " + at + "; "
                    + (at == 6 ? "\"a\" (text) was put." : "a blank was put."));
        }
        return at == 6 ? 'a' : ' ';
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }
}
