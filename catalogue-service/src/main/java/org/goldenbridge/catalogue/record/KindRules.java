package org.goldenbridge.catalogue.record;

import org.goldenbridge.catalogue.worksheet.Findings;

/**
 * Which leaders agree with a kind. Only what contradicts it is wrong: a book may be a score or an atlas, an archival file
 * may hold anything, but a film is no sound recording.
 */
final class KindRules {
    private KindRules() {}

    /**
     * Compares type (06), level (07) and control (08) of the leader with the kind.
     *
     * @param leader one whose form is right
     */
    static void check(RecordKind kind, String leader, String pointer, Findings findings) {
        var agrees = switch (kind) {
            case BOOK, RARE_BOOK -> isType(leader, "acdefmot") && !isSerial(leader);
            case SERIAL -> isSerial(leader);
            case FILM -> isType(leader, "g");
            case RECORDING -> isType(leader, "ij");
            case MUSEUM_OBJECT -> isType(leader, "rkotdf");
            case REPLICA -> isType(leader, "rko");
            case IMAGE -> isType(leader, "kg");
            case ARCHIVAL_FILE ->
                leader.charAt(8) == 'a' || isType(leader, "pdft") || "cd".indexOf(leader.charAt(7)) >= 0;
        };
        if (!agrees) {
            findings.add(pointer, "does not agree with the kind " + kind + ": " + expected(kind));
        }
    }

    private static boolean isType(String leader, String types) {
        return types.indexOf(leader.charAt(6)) >= 0;
    }

    private static boolean isSerial(String leader) {
        return "bis".indexOf(leader.charAt(7)) >= 0;
    }

    private static String expected(RecordKind kind) {
        return switch (kind) {
            case BOOK, RARE_BOOK -> "the type at position 6 is a, c, d, e, f, m, o or t, the level at 7 not b, i or s";
            case SERIAL -> "the level at position 7 is s, b or i";
            case FILM -> "the type at position 6 is g";
            case RECORDING -> "the type at position 6 is i or j";
            case MUSEUM_OBJECT -> "the type at position 6 is r, k, o, t, d or f";
            case REPLICA -> "the type at position 6 is r, k or o";
            case IMAGE -> "the type at position 6 is k or g";
            case ARCHIVAL_FILE ->
                "position 8 is a, or the type at position 6 is p, d, f or t, or the level at 7 is c or d";
        };
    }
}
