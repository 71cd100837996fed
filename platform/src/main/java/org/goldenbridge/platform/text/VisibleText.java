package org.goldenbridge.platform.text;

import java.util.regex.Pattern;

/** What of a text can be seen. */
public final class VisibleText {
    /** Marks that turn the direction of what follows (Unicode, UAX 9): in a name they would turn the line in which it stands. */
    private static final Pattern DIRECTION_MARKS =
            Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** Letters and symbols by their category that are drawn as nothing: fillers of Hangul, the empty Braille pattern. */
    private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private VisibleText() {}

    /** Whether anything of it is drawn: more than blanks, marks and what only formats. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(VisibleText::isDrawn);
    }

    private static boolean isDrawn(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.UNASSIGNED -> false;
            default -> BLANK_LETTERS.indexOf(codePoint) < 0;
        };
    }

    /** A name in one line: without direction marks, with plain blanks and none outside. */
    public static String name(String typed) {
        return BLANKS.matcher(DIRECTION_MARKS.matcher(typed).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
