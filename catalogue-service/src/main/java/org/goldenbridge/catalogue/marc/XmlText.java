package org.goldenbridge.catalogue.marc;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a delivered XML record, before it is parsed. */
final class XmlText {
    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,9}));");

    private XmlText() {}

    /** The text without what XML 1.0 does not allow. */
    static String decode(byte[] bytes, Encoding encoding, Warnings warnings) {
        var decoder = Decoder.of(encoding, warnings);
        var text = withoutIllegal(decoder.decodeAll(bytes, 0, bytes.length), warnings);
        decoder.finish();
        return text;
    }

    /** A declaration of UTF-8 is what a program writes by itself; the bytes may be something else. */
    static Encoding encoding(byte[] bytes, Encoding declared, Warnings warnings) {
        if (declared != Encoding.UTF_8 || Utf8.check(bytes, 0, bytes.length).invalid() == 0) {
            return declared;
        }
        var found = EncodingGuess.of(bytes, 0, bytes.length, Encoding.UTF_8);
        if (found != Encoding.UTF_8) {
            warnings.add("The file says that it is UTF-8; by its bytes the record is " + found.label()
                    + ", and was read as that.");
        }
        return found;
    }

    /** Takes out what XML 1.0 does not allow, as it is or as a reference, so that it does not cost the whole record. */
    private static String withoutIllegal(String text, Warnings warnings) {
        boolean legal = text.codePoints().allMatch(MarcXml::isLegal);
        var clean = legal
                ? text
                : text.codePoints()
                        .filter(MarcXml::isLegal)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        var whole = clean.indexOf("&#") < 0 ? clean : REFERENCE.matcher(clean).replaceAll(XmlText::legalOrNothing);
        if (whole.length() != text.length()) {
            warnings.add("Control characters, or others that XML does not allow, were removed.");
        }
        return whole;
    }

    private static String legalOrNothing(MatchResult reference) {
        var hexadecimal = reference.group(1);
        long character = hexadecimal == null ? Long.parseLong(reference.group(2)) : Long.parseLong(hexadecimal, 16);
        boolean legal = character <= Character.MAX_CODE_POINT && MarcXml.isLegal((int) character);
        return legal ? Matcher.quoteReplacement(reference.group()) : "";
    }
}
