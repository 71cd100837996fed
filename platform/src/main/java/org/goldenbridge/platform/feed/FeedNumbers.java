package org.goldenbridge.platform.feed;

import java.util.regex.Pattern;
import org.goldenbridge.platform.problem.Refusal;

/** Reads the numbers of places in the feeds, which readers hand back as they got them. */
public final class FeedNumbers {
    /** The greatest whole number that every JSON reader holds exactly (RFC 8259, 6). */
    public static final long GREATEST = (1L << 53) - 1;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,16}");

    private FeedNumbers() {}

    /**
     * The number.
     *
     * @throws Refusal 400 when the text is none, for instance the cursor of a list
     */
    public static long parse(String text, String name) {
        if (NUMBER.matcher(text).matches()) {
            var number = Long.parseLong(text);
            if (number <= GREATEST) {
                return number;
            }
        }
        var detail = "must be a change number from a feed, a whole number from 0 to " + GREATEST;
        throw Refusal.badRequest("invalid-request", "?" + name + " " + detail + ".")
                .at("?" + name, detail);
    }

    /** What is told to who read up to a place behind which tombstones are no longer kept. */
    public static Refusal tooOld() {
        return Refusal.gone(
                "feed-position-too-old",
                "What has gone since that place is no longer kept, so you may hold what is not there any more. Begin"
                        + " again without afterChangeNumber, and forget what does not come.");
    }
}
