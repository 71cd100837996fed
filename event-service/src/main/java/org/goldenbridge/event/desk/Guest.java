package org.goldenbridge.event.desk;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.programme.Price;
import org.jspecify.annotations.Nullable;

/**
 * A booking on the roster. Personal data: it is shown at the desk of the session's centre, and nowhere else.
 *
 * @param ofCourse whether it is of the course of which the session is a lesson
 * @param present how many of them came; null when nobody has noted it
 * @param language in which they are written to
 * @param undoableUntil until when its cancellation can be undone; null when it stands, or is final
 * @param price what it costs altogether; null where it costs nothing
 */
record Guest(
        UUID booking,
        String name,
        String contact,
        int places,
        boolean isCancelled,
        boolean ofCourse,
        Instant bookedAt,
        @Nullable Integer present,
        String language,
        @Nullable Instant undoableUntil,
        @Nullable Price price,
        boolean isPaid) {

    /** As somebody looks for a name: in the order of the reader's language; of one name, as they booked. */
    static List<Guest> byName(List<Guest> guests, Reader reader) {
        var collator = Collator.getInstance(reader.language().locale());
        return guests.stream()
                .sorted(Comparator.comparing(Guest::name, collator)
                        .thenComparing(Guest::bookedAt)
                        .thenComparing(Guest::booking))
                .toList();
    }
}
