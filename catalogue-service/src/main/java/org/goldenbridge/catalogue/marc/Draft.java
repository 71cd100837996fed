package org.goldenbridge.catalogue.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A record while it is read: takes what was delivered, repairs what the MARCXML schema would refuse, and says so. What
 * comes out always satisfies MARC21slim.xsd.
 */
final class Draft {
    private static final Pattern CONTROL_TAG = Pattern.compile("00[1-9A-Za-z]");
    private static final Pattern DATA_TAG =
            Pattern.compile("0([1-9A-Z][0-9A-Z]|[1-9a-z][0-9a-z])|[1-9A-Z][0-9A-Z]{2}|[1-9a-z][0-9a-z]{2}");
    private static final String LEGAL_CODES = "!\"#$%&'()*+,-./:;<=>?{}_^`~[]\\";

    private final Warnings warnings;
    private final List<ControlField> controlFields = new ArrayList<>();
    private final List<DataField> dataFields = new ArrayList<>();
    private String rawLeader = "";
    private boolean hasSortMarks;

    Draft(Warnings warnings) {
        this.warnings = warnings;
    }

    /** Part of a data field as delivered: what stands for the code, and the text. */
    record Part(String code, String text) {}

    void leader(String raw) {
        rawLeader = raw;
    }

    String rawLeader() {
        return rawLeader;
    }

    boolean isEmpty() {
        return controlFields.isEmpty() && dataFields.isEmpty();
    }

    void control(String tag, String value) {
        if (tag.equals("LDR")) {
            rawLeader = rawLeader.isBlank() ? value : rawLeader;
        } else if (CONTROL_TAG.matcher(tag).matches()) {
            controlFields.add(new ControlField(tag, clean(value)));
        } else {
            warnings.add("Field " + Text.shown(tag) + " has no subfields; its text became subfield a.");
            data(tag, " ", " ", List.of(new Part("a", value)));
        }
    }

    void data(String tag, String ind1, String ind2, List<Part> parts) {
        if (CONTROL_TAG.matcher(tag).matches()) {
            warnings.add("Field " + tag + " has subfields, which it must not have; they were put together.");
            var value = new StringBuilder();
            parts.forEach(part -> value.append(part.text()));
            control(tag, value.toString());
            return;
        }
        var legalTag = DATA_TAG.matcher(tag).matches() ? tag : tag.toUpperCase(Locale.ROOT);
        if (!DATA_TAG.matcher(legalTag).matches()) {
            warnings.add("A field was left out because its tag is not one: " + Text.shown(tag) + ".");
            return;
        }
        if (parts.isEmpty()) {
            warnings.add("Field " + legalTag + " is empty and was left out.");
            return;
        }
        var subfields = parts.stream()
                .map(part -> new Subfield(code(part.code(), legalTag), clean(part.text())))
                .toList();
        dataFields.add(new DataField(legalTag, indicator(ind1, legalTag), indicator(ind2, legalTag), subfields));
    }

    private String clean(String raw) {
        var text = Text.clean(raw, warnings);
        hasSortMarks |= Text.hasSortMarks(text);
        return text;
    }

    private char indicator(String raw, String tag) {
        char character = raw.isEmpty() ? ' ' : raw.charAt(0);
        if (isDigit(character) || isLowerCase(character) || character == ' ') {
            if (raw.length() > 1 && !raw.isBlank()) {
                warnings.add("An indicator of field " + tag + " has more than one character; the first was taken.");
            }
            return character;
        }
        if ("|#-^\\".indexOf(character) < 0) {
            warnings.add("An indicator of field " + tag + " is not a digit or small letter; it became blank.");
        }
        return ' ';
    }

    private char code(String raw, String tag) {
        char character = raw.isEmpty() ? ' ' : raw.charAt(0);
        boolean legal = isDigit(character)
                || isLowerCase(character)
                || (character >= 'A' && character <= 'Z')
                || LEGAL_CODES.indexOf(character) >= 0;
        if (!legal) {
            warnings.add("A subfield of field " + tag + " has no code that MARC knows; it became \"?\".");
            return '?';
        }
        return character;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLowerCase(char character) {
        return character >= 'a' && character <= 'z';
    }

    /** The record as delivered, with the marks for sorting where it has them. */
    MarcRecord record() {
        return new MarcRecord(Leader.canonical(rawLeader, warnings), controlFields, dataFields);
    }

    boolean hasSortMarks() {
        return hasSortMarks;
    }
}
