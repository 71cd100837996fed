package org.goldenbridge.catalogue.marc;

/** Chinese text as CNMARC files of the mainland have it. */
final class Gb18030 {
    private Gb18030() {}

    /**
     * Whether nearly all bytes above ASCII are pairs of the common characters of GB 2312 (its rows 16 to 55, sorted by
     * pinyin, and the signs of rows 1 to 9). Words in a code page of single bytes have odd lengths half of the time, and
     * leave bytes over.
     */
    static boolean isLikely(byte[] bytes, int from, int to) {
        int common = 0;
        int rare = 0;
        int at = from;
        while (at < to) {
            int first = bytes[at] & 0xFF;
            if (first < 0x80) {
                at++;
                continue;
            }
            int second = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
            if (second < 0x40 || second == 0x7F || second == 0xFF || first == 0x80 || first == 0xFF) {
                return false;
            }
            boolean isCommon = second >= 0xA1 && ((first >= 0xB0 && first <= 0xD7) || (first >= 0xA1 && first <= 0xA9));
            common += isCommon ? 1 : 0;
            rare += isCommon ? 0 : 1;
            at += 2;
        }
        return common >= 2 && common >= 5 * rare;
    }
}
