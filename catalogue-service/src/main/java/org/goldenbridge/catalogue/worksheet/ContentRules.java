package org.goldenbridge.catalogue.worksheet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.goldenbridge.catalogue.marc.StandardNumber;

/** What single fields must say: a title, numbers that are right, languages and addresses in their form. */
final class ContentRules {
    /** Until 2001 several codes stood in one subfield. */
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{3})+");

    /** Of a title: an archive may name the form or the dates of its papers instead ($k, $f, $g). */
    private static final String TITLE_CODES = "afgk";

    private final Findings findings;

    private ContentRules(Findings findings) {
        this.findings = findings;
    }

    static void check(MarcBody record, String pointer, Findings findings) {
        var rules = new ContentRules(findings);
        boolean hasTitle = false;
        for (int nth = 0; nth < record.dataFields().size(); nth++) {
            var field = record.dataFields().get(nth);
            hasTitle |= field.tag().equals("245");
            rules.check(field, pointer + "/dataFields/" + nth);
        }
        if (!hasTitle) {
            findings.add(pointer + "/dataFields", "must have a title, 245");
        }
    }

    private void check(DataFieldBody field, String pointer) {
        if (field.tag().equals("245") && field.subfields().stream().noneMatch(it -> TITLE_CODES.contains(it.code()))) {
            findings.add(pointer + "/subfields", "must have a title in $a, or its form in $k");
        }
        for (int nth = 0; nth < field.subfields().size(); nth++) {
            check(field, field.subfields().get(nth), pointer + "/subfields/" + nth + "/value");
        }
    }

    private void check(DataFieldBody field, SubfieldBody subfield, String pointer) {
        var value = subfield.value();
        switch (field.tag() + subfield.code()) {
            case "020a" -> {
                if (StandardNumber.isbn(value.strip()).isEmpty()) {
                    findings.add(pointer, "must be an ISBN with a right check digit; put a wrong one into $z");
                }
            }
            case "022a", "022l" -> {
                if (!StandardNumber.issn(value).equals(Optional.of(value.strip()))) {
                    findings.add(
                            pointer,
                            "must be an ISSN such as 0317-8471 with a right check digit; put a wrong one into $y");
                }
            }
            case "856u" -> {
                if (!isWebAddress(value)) {
                    findings.add(pointer, "must be an address that begins with https:// or http://");
                }
            }
            default -> checkLanguage(field, subfield, pointer);
        }
    }

    /** Codes of MARC's own list; another list is named by the second indicator 7 and $2. */
    private void checkLanguage(DataFieldBody field, SubfieldBody subfield, String pointer) {
        boolean isCode = field.tag().equals("041")
                && field.ind2().equals(" ")
                && Character.isLetter(subfield.code().charAt(0));
        if (isCode && !LANGUAGE.matcher(subfield.value()).matches()) {
            findings.add(
                    pointer,
                    "must be a MARC language code of three letters, such as kaz; repeat the subfield for another");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
