package org.goldenbridge.catalogue.oai;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.goldenbridge.catalogue.marc.MarcXml;
import org.goldenbridge.catalogue.record.Copy;

/**
 * Writes a record into an answer as it is kept, with the holdings of today in place of those that it was delivered with. The
 * kept text is followed character by character and not parsed: it is in the form that {@link MarcXml#write} gives, so that one
 * pass can show that it is well formed and keeps to the schema, at a fraction of a parser's cost.
 */
final class EmbeddedRecord {
    private static final String OPEN = "<record xmlns=\"" + MarcXml.NAMESPACE + "\"";
    private static final Pattern LEADER = Pattern.compile(
            "[0-9 ]{5}[0-9A-Za-z ][0-9A-Za-z][0-9A-Za-z ]{3}[2 ]{2}[0-9 ]{5}[0-9A-Za-z ]{3}(4500|    )");
    private static final Pattern CONTROL_TAG = Pattern.compile("00[1-9A-Za-z]");
    private static final Pattern DATA_TAG =
            Pattern.compile("0[1-9A-Z][0-9A-Z]|0[1-9a-z][0-9a-z]|[1-9A-Z][0-9A-Z]{2}|[1-9a-z][0-9a-z]{2}");
    private static final Pattern INDICATOR = Pattern.compile("[0-9a-z ]");
    private static final Pattern CODE =
            Pattern.compile("[0-9A-Za-z!#$%'()*+,\\-./:;=?{}_^`~\\[\\]\\\\]|&(quot|amp|lt|gt);");
    private static final Set<String> ENTITIES = Set.of("&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#13;");
    private static final Set<String> HOLDINGS = Set.of("852", "876");

    private final String kept;
    private int at;

    private EmbeddedRecord(String kept) {
        this.kept = kept;
    }

    /**
     * Writes a record.
     *
     * @param organisation the MARC code of the network
     * @throws IllegalArgumentException when no harvester could read it; the answer then holds the beginning of it
     */
    static void write(Entry entry, String kept, String organisation, StringBuilder answer) {
        new EmbeddedRecord(kept).copy(entry.copies(), organisation, answer);
    }

    private void copy(List<Copy> copies, String organisation, StringBuilder answer) {
        pass(OPEN);
        answer.append(OPEN).append(Format.MARCXML.schemaLocation());
        var from = at;
        pass("><leader>");
        pass(LEADER, "</leader>");
        while (comes("<controlfield")) {
            pass("<controlfield tag=\"");
            pass(CONTROL_TAG, "\">");
            passText();
            pass("</controlfield>");
        }
        boolean areWritten = copies.isEmpty();
        while (comes("<datafield")) {
            var start = at;
            var tag = passDataField();
            var isLeftOut = HOLDINGS.contains(tag) || tag.isEmpty();
            var belongsBehind = !areWritten && tag.compareTo("852") >= 0;
            if (isLeftOut || belongsBehind) {
                answer.append(kept, from, start);
                from = isLeftOut ? at : start;
            }
            if (belongsBehind) {
                write(copies, organisation, answer);
                areWritten = true;
            }
        }
        answer.append(kept, from, at);
        if (!areWritten) {
            write(copies, organisation, answer);
        }
        pass("</record>");
        if (at < kept.length()) {
            throw broken();
        }
        answer.append("</record>");
    }

    private static void write(List<Copy> copies, String organisation, StringBuilder answer) {
        copies.forEach(copy -> MarcXml.write(copy.location(organisation), answer));
        copies.forEach(copy -> MarcXml.write(copy.availability(), answer));
    }

    /** Passes a field and tells its tag; none for a field without subfields, which the schema does not allow. */
    private String passDataField() {
        pass("<datafield tag=\"");
        var tag = pass(DATA_TAG, "\" ind1=\"");
        pass(INDICATOR, "\" ind2=\"");
        pass(INDICATOR, "\">");
        var start = at;
        while (comes("<subfield")) {
            pass("<subfield code=\"");
            pass(CODE, "\">");
            passText();
            pass("</subfield>");
        }
        var isEmpty = at == start;
        pass("</datafield>");
        return isEmpty ? "" : tag;
    }

    private boolean comes(String markup) {
        return kept.startsWith(markup, at);
    }

    private void pass(String markup) {
        if (!comes(markup)) {
            throw broken();
        }
        at += markup.length();
    }

    /** Passes a value of that form with the markup behind it. */
    private String pass(Pattern form, String behind) {
        var end = kept.indexOf(behind, at);
        if (end < 0 || !form.matcher(kept).region(at, end).matches()) {
            throw broken();
        }
        var value = kept.substring(at, end);
        at = end + behind.length();
        return value;
    }

    private void passText() {
        while (at < kept.length()) {
            var character = kept.charAt(at);
            if (character == '<') {
                return;
            } else if (character == '&') {
                passEntity();
            } else if (character == '>') { // it is always written as an entity, and must be behind ]]
                throw broken();
            } else if (character >= ' ' && character < Character.MIN_SURROGATE) {
                at++;
            } else {
                passUnusual();
            }
        }
    }

    private void passEntity() {
        var end = kept.indexOf(';', at);
        if (end < 0 || !ENTITIES.contains(kept.substring(at, end + 1))) {
            throw broken();
        }
        at = end + 1;
    }

    private void passUnusual() {
        var character = kept.codePointAt(at);
        if (!MarcXml.isLegal(character) || character == '\r') { // a reader would make a line feed of it
            throw broken();
        }
        at += Character.charCount(character);
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException("At character " + at + " it is no record in MARCXML");
    }
}
