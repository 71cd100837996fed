package org.goldenbridge.event.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.platform.http.IdempotencyKey;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.tracing.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * A request to book, by the names under which the function {@code book_together} reads it.
 *
 * @param contacts by what the contact is known, by the country of the centre, see {@link ContactKey#byCountry}
 */
record Wanted(
        long lock,
        String caller,
        String operation,
        String key,
        String hash,
        List<String> units,
        UUID booking,
        int places,
        UUID visitor,
        String name,
        String contact,
        Map<String, String> contacts,
        String language,
        @Nullable List<Integer> ages,
        @Nullable UUID hold,
        @Nullable UUID allocation,
        Instant now,
        @Nullable String traceparent) {

    /** What they all want. */
    record What(Opportunity.Kind kind, UUID id) {}

    /**
     * What this thread's request wants; its trace goes along, whoever does the work.
     *
     * @param countries in which the centre may be; the database says which one is missing
     */
    static Wanted of(BookingDraft draft, IdempotencyKey key, List<String> units, Set<String> countries, Instant now) {
        return new Wanted(
                key.lock(),
                key.caller(),
                key.operation(),
                key.key(),
                key.bodyHash(),
                units,
                Ids.next(),
                draft.places(),
                Ids.next(),
                draft.visitor().name(),
                draft.visitor().contact(),
                ContactKey.byCountry(draft.visitor().contact(), countries),
                draft.visitor().language(),
                draft.ages(),
                draft.holdId(),
                draft.allocationId(),
                now,
                TraceParent.current());
    }

    /**
     * What the database says became of it.
     *
     * @param answer what is kept under the key when it was booked
     * @param changeNumber of what was written
     */
    record Outcome(String word, @Nullable String answer, int placesLeft, long changeNumber) {}
}
