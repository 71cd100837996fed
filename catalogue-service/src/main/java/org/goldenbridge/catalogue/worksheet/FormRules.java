package org.goldenbridge.catalogue.worksheet;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The form of a record: tags, indicators, subfield codes, characters and lengths (MARC 21 Specifications for Record
 * Structure, Character Sets, and Exchange Media). A record within these limits can always be given away as ISO 2709.
 */
final class FormRules {
    static final int MOST_FIELDS = 999;

    /** The directory has four digits for the length of a field. */
    static final int LONGEST_FIELD = 9_999;

    /** Five digits for that of a record, less what is added on the way out: numbers and holdings. */
    static final int LONGEST_RECORD = 90_000;

    private static final Pattern CONTROL_TAG = Pattern.compile("00[1-9]");
    private static final Pattern DATA_TAG = Pattern.compile("(?!00)([0-9A-Z]{3}|[0-9a-z]{3})");
    private static final Pattern INDICATOR = Pattern.compile("[ 0-9a-z]");
    private static final Pattern CODE = Pattern.compile("[0-9a-z]");

    private static final int LEADER_AND_TERMINATORS = 24 + 2;
    private static final int DIRECTORY_ENTRY = 12;

    private final Findings findings;
    private int bytes = LEADER_AND_TERMINATORS;

    private FormRules(Findings findings) {
        this.findings = findings;
    }

    static void check(MarcBody record, String pointer, Findings findings) {
        var rules = new FormRules(findings);
        for (int nth = 0; nth < record.controlFields().size(); nth++) {
            rules.check(record.controlFields().get(nth), pointer + "/controlFields/" + nth);
        }
        for (int nth = 0; nth < record.dataFields().size(); nth++) {
            rules.check(record.dataFields().get(nth), pointer + "/dataFields/" + nth);
        }
        if (record.controlFields().size() + record.dataFields().size() > MOST_FIELDS) {
            findings.add(pointer, "must have at most " + MOST_FIELDS + " fields");
        }
        if (rules.bytes > LONGEST_RECORD) {
            findings.add(pointer, "must have at most " + LONGEST_RECORD + " bytes as ISO 2709; it has " + rules.bytes);
        }
    }

    private void check(ControlFieldBody field, String pointer) {
        if (!CONTROL_TAG.matcher(field.tag()).matches()) {
            findings.add(
                    pointer + "/tag",
                    DATA_TAG.matcher(field.tag()).matches()
                            ? "is a field with subfields: send it among the dataFields"
                            : "must be a control field, 001 to 009");
        }
        checkText(field.value(), pointer + "/value");
        measure(1 + length(field.value()), pointer);
    }

    private void check(DataFieldBody field, String pointer) {
        if (!DATA_TAG.matcher(field.tag()).matches()) {
            findings.add(
                    pointer + "/tag",
                    CONTROL_TAG.matcher(field.tag()).matches()
                            ? "is a field without subfields: send it among the controlFields"
                            : "must be three digits, 010 to 999");
        }
        checkIndicator(field.ind1(), pointer + "/ind1");
        checkIndicator(field.ind2(), pointer + "/ind2");
        if (field.subfields().isEmpty()) {
            findings.add(pointer + "/subfields", "must have at least one subfield");
        }
        int length = 3;
        for (int nth = 0; nth < field.subfields().size(); nth++) {
            var subfield = field.subfields().get(nth);
            var at = pointer + "/subfields/" + nth;
            if (!CODE.matcher(subfield.code()).matches()) {
                findings.add(at + "/code", "must be one lower-case letter or digit");
            }
            checkText(subfield.value(), at + "/value");
            length += 2 + length(subfield.value());
        }
        measure(length, pointer);
    }

    private void checkIndicator(String indicator, String pointer) {
        if (!INDICATOR.matcher(indicator).matches()) {
            findings.add(pointer, "must be one digit, one lower-case letter or a blank");
        }
    }

    private void checkText(String text, String pointer) {
        if (text.isBlank()) {
            findings.add(pointer, "must not be empty");
        } else if (text.codePoints().anyMatch(FormRules::isForbidden)) {
            findings.add(pointer, "must not have line breaks, tabs or other characters that MARC 21 does not have");
        }
    }

    /** Controls divide fields and records; U+FFFE and its like are no characters, and not legal in XML. */
    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) || (character & 0xFFFE) == 0xFFFE;
    }

    private void measure(int length, String pointer) {
        bytes += DIRECTORY_ENTRY + length;
        if (length > LONGEST_FIELD) {
            findings.add(
                    pointer, "must have at most " + LONGEST_FIELD + " bytes (UTF-8, with its marks); it has " + length);
        }
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
