package org.goldenbridge.event.desk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** Characters of a line; what is longer was not typed at a desk. */
    static final int LONGEST = 450;

    private static final Pattern LINE = Pattern.compile(
            "(?<name>.*?\\S)[\\s,;·<(]+(?<contact>[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>)]+|\\+?[0-9][0-9 ()./-]{4,30})[>)]?");

    /** The same the other way round. */
    private static final Pattern CONTACT_FIRST = Pattern.compile(
            "<?(?<contact>[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>),;]+|\\+?[0-9][0-9 ()./-]{4,30})[>)]?[\\s,;·]+(?<name>\\p{L}.*)");

    /** What the line says, in either order; empty when it has no name or nothing to reach them by. */
    static Optional<VisitorLine> of(String line) {
        var plain = TURNING.matcher(line).replaceAll("").strip();
        if (plain.length() > LONGEST || !isText(plain)) {
            return Optional.empty();
        }
        return Stream.of(LINE, CONTACT_FIRST)
                .map(pattern -> pattern.matcher(plain))
                .filter(Matcher::matches)
                .findFirst()
                .map(match -> new VisitorLine(
                        match.group("name").strip(), match.group("contact").strip()));
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
}
