package org.goldenbridge.event.whatson;

import java.util.function.IntFunction;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list a page shows, and the way to its other parts.
 *
 * @param shown which of how many
 * @param first the first part, where another is shown
 * @param more how many come after it; null for none
 */
record Pages(
        String shown,
        @Nullable String first,
        @Nullable String more,
        @Nullable String moreHref) {
    static final int SIZE = 200;

    /** The part of that number, from 1; null where one page shows all. */
    static @Nullable Pages of(int page, long all, Reader reader, IntFunction<String> address) {
        if (all <= SIZE) {
            return null;
        }
        var last = Math.min((long) page * SIZE, all);
        var words = reader.words();
        return new Pages(
                words.say("shownOf", String.valueOf(offset(page) + 1), String.valueOf(last), String.valueOf(all)),
                page == 1 ? null : address.apply(1),
                last == all ? null : words.count("moreEntries", all - last),
                last == all ? null : address.apply(page + 1));
    }

    static int offset(int page) {
        return (page - 1) * SIZE;
    }

    /** The number that an address names; 1 where it names none that can be, or one behind the last. */
    static int number(@Nullable String text, long all) {
        var page = asked(text);
        return offset(page) >= all ? 1 : page;
    }

    /** The number that an address names, whether there is such a part or not; 1 where it names none that can be. */
    static int asked(@Nullable String text) {
        return text == null || !text.matches("[1-9]\\d{0,4}") ? 1 : Integer.parseInt(text);
    }
}
