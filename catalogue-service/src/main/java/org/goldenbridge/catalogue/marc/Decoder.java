package org.goldenbridge.catalogue.marc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of one record into text, and counts what could not be turned. */
abstract class Decoder {
    static final char REPLACEMENT = '\uFFFD';

    private final Warnings warnings;
    private int undecodable;

    Decoder(Warnings warnings) {
        this.warnings = warnings;
    }

    static Decoder of(Encoding encoding, Warnings warnings) {
        return switch (encoding) {
            case ASCII, MARC_8 -> new Marc8Decoder(warnings);
            case ISO_5426 -> new Iso5426Decoder(warnings);
            case KZ_1048 -> new KazakhDecoder(warnings);
            default -> new CharsetDecoder(encoding.charset(), warnings);
        };
    }

    /** The text of some bytes; what cannot be decoded becomes U+FFFD. */
    final String decode(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < ' ' || bytes[at] == '&') {
                return decodeAll(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    abstract String decodeAll(byte[] bytes, int from, int to);

    final void countUndecodable(int more) {
        undecodable += more;
    }

    /** Says how much could not be decoded. */
    final void finish() {
        if (undecodable > 0) {
            warnings.add(undecodable + (undecodable == 1 ? " character" : " characters")
                    + " could not be decoded; U+FFFD stands in the place of each.");
        }
    }

    private static final class CharsetDecoder extends Decoder {
        private final Charset charset;

        CharsetDecoder(Charset charset, Warnings warnings) {
            super(warnings);
            this.charset = charset;
        }

        @Override
        String decodeAll(byte[] bytes, int from, int to) {
            var text = new String(bytes, from, to - from, charset);
            int replaced = 0;
            for (int at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) {
                replaced++;
            }
            if (replaced > 0) {
                countUndecodable(replaced - (charset.equals(StandardCharsets.UTF_8) ? sent(bytes, from, to) : 0));
            }
            return text;
        }

        /** How often U+FFFD itself was sent: somebody before us could not decode it. */
        private static int sent(byte[] bytes, int from, int to) {
            int sent = 0;
            for (int at = from; at + 2 < to; at++) {
                if (bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBF && bytes[at + 2] == (byte) 0xBD) {
                    sent++;
                }
            }
            return sent;
        }
    }
}
