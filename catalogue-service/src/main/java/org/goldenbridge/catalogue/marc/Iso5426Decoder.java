package org.goldenbridge.catalogue.marc;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.marc4j.converter.impl.UnimarcToUnicode;

/** ISO 5426 and the sets that UNIMARC escapes to, by the tables of marc4j: a diacritic stands before its letter. */
final class Iso5426Decoder extends Decoder {
    /** How marc4j writes a byte that no table has. */
    private static final Pattern UNKNOWN = Pattern.compile("<U\\+00[0-9A-Fa-f]{2}>");

    private final UnimarcToUnicode tables = new UnimarcToUnicode();

    Iso5426Decoder(Warnings warnings) {
        super(warnings);
    }

    @Override
    String decodeAll(byte[] bytes, int from, int to) {
        var sent = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        var raw = Text.withoutPiles(
                sent, character -> character >= 0xC0 && character <= 0xDF); // marc4j takes their square
        try {
            tables.resetDefaultGX();
            // marc4j takes the signs for ayn and hamza in Latin text for the Arabic letters themselves.
            var text = tables.convert(raw).replace('\u0639', '\u02BB').replace('\u0623', '\u02BC');
            var unknown = UNKNOWN.matcher(text);
            countUndecodable((int) unknown.results().count());
            return unknown.replaceAll(String.valueOf(REPLACEMENT));
        } catch (RuntimeException e) { // marc4j runs over the end of what it did not foresee
            countUndecodable(
                    (int) raw.chars().filter(character -> character > 0x7F).count());
            return raw.replaceAll("[^\\x00-\\x7F]", String.valueOf(REPLACEMENT));
        }
    }
}
