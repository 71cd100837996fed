package org.goldenbridge.catalogue.marc;

import java.nio.charset.Charset;

/** KZ-1048, which Java does not know: windows-1251 with the Kazakh letters in the places of Serbian and other ones. */
final class KazakhDecoder extends Decoder {
    private static final Charset NEIGHBOUR = Charset.forName("windows-1251");
    private static final String IN_1251 = "ЌЋќћЎўЈҐЄЇґєјЅѕї";
    private static final String IN_KZ = "ҚҺқһҰұӘӨҒҮөғәҢңү";

    KazakhDecoder(Warnings warnings) {
        super(warnings);
    }

    /** Whether that byte of windows-1251 stands for a letter that only Kazakh has. */
    static boolean isKazakh(byte value) {
        return IN_1251.indexOf(new String(new byte[] {value}, NEIGHBOUR)) >= 0;
    }

    @Override
    String decodeAll(byte[] bytes, int from, int to) {
        var text = new StringBuilder(new String(bytes, from, to - from, NEIGHBOUR));
        for (int at = 0; at < text.length(); at++) {
            int letter = IN_1251.indexOf(text.charAt(at));
            if (letter >= 0) {
                text.setCharAt(at, IN_KZ.charAt(letter));
            } else if (text.charAt(at) == REPLACEMENT) {
                countUndecodable(1);
            }
        }
        return text.toString();
    }
}
