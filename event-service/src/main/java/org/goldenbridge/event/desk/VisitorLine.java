package org.goldenbridge.event.desk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.goldenbridge.platform.json.CleanText;
import org.goldenbridge.platform.json.UnacceptableValue;

/**
 * A visitor as they are written down in one line: the name, and behind it a mail address or a phone number.
 *
 * @param name as it is said
 * @param contact mail or phone
 */
record VisitorLine(String name, String contact) {
    /** Marks that turn the direction of what follows (Unicode, UAX 9): in a name they would turn the roster. */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]");

    private static final Pattern LINE = Pattern.compile(
            "(?<name>.*?\\S)[\\s,;·<(]+(?<contact>[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>)]+|\\+?[0-9][0-9 ()./-]{4,30})[>)]?");

    /** What the line says; empty when it has no name or nothing to reach them by. */
    static Optional<VisitorLine> of(String line) {
        var plain = TURNING.matcher(line).replaceAll("").strip();
        var match = LINE.matcher(plain);
        return plain.length() <= 450 && isText(plain) && match.matches()
                ? Optional.of(new VisitorLine(
                        match.group("name").strip(), match.group("contact").strip()))
                : Optional.empty();
    }

    /** Whether it has nothing in it that is no text and that nothing can keep. */
    static boolean isText(String line) {
        try {
            CleanText.check(line);
            return true;
        } catch (UnacceptableValue e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name + " · " + contact;
    }
}
