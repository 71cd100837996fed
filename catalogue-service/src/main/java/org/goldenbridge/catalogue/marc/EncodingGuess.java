package org.goldenbridge.catalogue.marc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decides by its bytes how the text of one record was written. What the record says of itself decides only where the
 * bytes leave it open, since leaders lie.
 */
final class EncodingGuess {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private int high;
    private int neighbours;

    private EncodingGuess(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** The text with blanks for the codes of subfields, which would count as letters of the words they stand before. */
    private EncodingGuess withoutCodes() {
        var text = Arrays.copyOfRange(bytes, from, to);
        for (int at = 0; at + 1 < text.length; at++) {
            if (text[at] == Iso2709.DELIMITER) {
                text[at + 1] = ' ';
            }
        }
        var guess = new EncodingGuess(text, 0, text.length);
        guess.high = high;
        guess.neighbours = neighbours;
        return guess;
    }

    /** @param claim what the record says, if it says anything */
    static Encoding of(byte[] bytes, int from, int to, @Nullable Encoding claim) {
        return new EncodingGuess(bytes, from, to).guess(claim);
    }

    private Encoding guess(@Nullable Encoding claim) {
        count();
        if (high == 0) {
            return Marc8Decoder.hasEscape(bytes, from, to) ? Encoding.MARC_8 : Encoding.ASCII;
        }
        var utf8 = Utf8.check(bytes, from, to);
        if (utf8.invalid() == 0) {
            return Encoding.UTF_8;
        }
        if (Marc8Decoder.hasEscape(bytes, from, to)) {
            return Encoding.MARC_8;
        }
        if (utf8.valid() >= 4 * utf8.invalid()) {
            return Encoding.UTF_8; // some bytes are broken; by chance alone not so many sequences would be right
        }
        return withoutCodes().guessLegacy(claim);
    }

    private Encoding guessLegacy(@Nullable Encoding claim) {
        if (neighbours * 2 > high) {
            var wide = wide();
            if (wide != null) {
                return wide;
            }
        }
        return latin(claim);
    }

    private void count() {
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                high++;
                boolean hasNeighbour = (at > from && bytes[at - 1] < 0) || (at + 1 < to && bytes[at + 1] < 0);
                neighbours += hasNeighbour ? 1 : 0;
            }
        }
    }

    /** Where letters above ASCII stand beside each other, the words are Chinese or Cyrillic. */
    private @Nullable Encoding wide() {
        return Gb18030.isLikely(bytes, from, to) ? Encoding.GB18030 : CyrillicGuess.of(bytes, from, to);
    }

    /** Where they stand alone among Latin letters, the question is whether the diacritic is a byte of its own. */
    private Encoding latin(@Nullable Encoding claim) {
        int marc8 = Diacritics.MARC_8.score(bytes, from, to);
        boolean mayBeIso5426 = claim == null || claim == Encoding.ISO_5426; // only UNIMARC was ever written in it
        int iso5426 = mayBeIso5426 ? Diacritics.ISO_5426.score(bytes, from, to) : Integer.MIN_VALUE;
        int precomposed = Diacritics.scorePrecomposed(bytes, from, to);
        int best = Math.max(precomposed, Math.max(marc8, iso5426));
        if (claim == Encoding.MARC_8 && marc8 == best) {
            return Encoding.MARC_8;
        }
        if (claim == Encoding.ISO_5426 && iso5426 == best) {
            return Encoding.ISO_5426;
        }
        if (claim == Encoding.UTF_8 && best <= 0) {
            return Encoding.UTF_8;
        }
        if (precomposed == best) {
            return hasC1() ? Encoding.WINDOWS_1252 : Encoding.ISO_8859_1;
        }
        return marc8 == best ? Encoding.MARC_8 : Encoding.ISO_5426;
    }

    private boolean hasC1() {
        for (int at = from; at < to; at++) {
            if (bytes[at] < (byte) 0xA0) {
                return true;
            }
        }
        return false;
    }
}
