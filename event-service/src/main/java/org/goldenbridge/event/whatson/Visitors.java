package org.goldenbridge.event.whatson;

import java.util.Objects;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.programme.Audience;
import org.jspecify.annotations.Nullable;

/** Says for whom something is. */
final class Visitors {
    private Visitors() {}

    static String of(Audience audience, @Nullable Integer minimumAge, @Nullable Integer maximumAge, Reader reader) {
        var who = reader.words().word("audience", audience);
        if (minimumAge == null && maximumAge == null) {
            return who;
        }
        return who + " · " + ages(minimumAge, maximumAge, reader);
    }

    private static String ages(@Nullable Integer minimum, @Nullable Integer maximum, Reader reader) {
        var words = reader.words();
        if (maximum == null) {
            return words.say("agesFrom", String.valueOf(Objects.requireNonNull(minimum)));
        }
        return minimum == null
                ? words.say("agesTo", String.valueOf(maximum))
                : words.say("agesBetween", String.valueOf(minimum), String.valueOf(maximum));
    }
}
