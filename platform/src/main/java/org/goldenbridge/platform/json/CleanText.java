package org.goldenbridge.platform.json;

import org.goldenbridge.platform.text.VisibleText;

/** What a text that people read may consist of. */
public final class CleanText {
    private CleanText() {}

    /**
     * Refuses a text of which nothing can be seen. Empty ones and plain blanks are left to the rules of the field, which may allow them.
     *
     * @throws UnacceptableValue when it has no visible character
     */
    public static void checkVisible(String text) {
        if (!VisibleText.isVisible(text) && !text.chars().allMatch(each -> each <= ' ')) {
            throw new UnacceptableValue("must have a visible character");
        }
    }

    /**
     * Refuses control characters other than tab and line breaks (PostgreSQL cannot even store NUL, XML none of them)
     * and lone surrogates.
     *
     * @throws UnacceptableValue when the text holds one
     */
    public static void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new UnacceptableValue("must be whole Unicode: it holds half of a surrogate pair");
            } else if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                throw new UnacceptableValue("must not contain control characters");
            }
        }
    }
}
