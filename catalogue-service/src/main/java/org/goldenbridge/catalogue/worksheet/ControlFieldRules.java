package org.goldenbridge.catalogue.worksheet;

import java.util.regex.Pattern;

/** What the coded fields 006 to 008 say, as far as it is the same for every material (MARC 21, 006 to 008). */
final class ControlFieldRules {
    private static final Pattern ASCII = Pattern.compile("[ -~]*");
    private static final Pattern DAY = Pattern.compile("[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
    private static final Pattern YEAR = Pattern.compile("[0-9u]{4}|    |\\|{4}");
    private static final Pattern PLACE = Pattern.compile("[a-z]{2}[a-z ]| {3}|\\|{3}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{3}| {3}|\\|{3}");

    private ControlFieldRules() {}

    static void check(MarcBody record, String pointer, Findings findings) {
        for (int nth = 0; nth < record.controlFields().size(); nth++) {
            var field = record.controlFields().get(nth);
            var at = pointer + "/controlFields/" + nth + "/value";
            switch (field.tag()) {
                case "006" -> length(field.value(), 18, at, findings);
                case "007" -> {
                    if (!ASCII.matcher(field.value()).matches()) {
                        findings.add(at, "must be plain ASCII");
                    }
                }
                case "008" -> {
                    if (length(field.value(), 40, at, findings)) {
                        checkGeneral(field.value(), at, findings);
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean length(String value, int length, String pointer, Findings findings) {
        if (value.length() == length && ASCII.matcher(value).matches()) {
            return true;
        }
        findings.add(
                pointer,
                value.length() == length
                        ? "must be plain ASCII"
                        : "must have exactly " + length + " characters; it has " + value.length());
        return false;
    }

    private static void checkGeneral(String value, String pointer, Findings findings) {
        part(DAY, value, 0, 6, "the day of entry, yymmdd", pointer, findings);
        if ("bcdeikmnpqrstu|".indexOf(value.charAt(6)) < 0) {
            findings.add(pointer, "must have the type of date at position 6, one of b c d e i k m n p q r s t u |");
        } else if (value.charAt(6) != 'e') {
            part(
                    YEAR,
                    value,
                    7,
                    4,
                    "the first date, a year with u for digits not known, blanks or ||||",
                    pointer,
                    findings);
            part(
                    YEAR,
                    value,
                    11,
                    4,
                    "the second date, a year with u for digits not known, blanks or ||||",
                    pointer,
                    findings);
        }
        part(PLACE, value, 15, 3, "the place of publication, a MARC country code", pointer, findings);
        part(LANGUAGE, value, 35, 3, "the language, a MARC code of three letters, blanks or |||", pointer, findings);
    }

    private static void part(
            Pattern form, String value, int from, int length, String meaning, String pointer, Findings findings) {
        if (!form.matcher(value.substring(from, from + length)).matches()) {
            findings.add(pointer, "must have " + meaning + ", at positions " + from + " to " + (from + length - 1));
        }
    }
}
