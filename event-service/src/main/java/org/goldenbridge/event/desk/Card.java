package org.goldenbridge.event.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A session in the words of who reads.
 *
 * @param sign the kind as styles and drawings name it
 * @param filled how much of the capacity is taken, in percent
 * @param places how many are left, or who waits, in words
 * @param state what is to be said of it besides: a draft, cancelled, in a clash; null for nothing
 * @param version that a move of it has to name
 * @param from wall time of its place
 * @param until wall time of its place
 * @param setUp for how long its space is prepared before, in words; null where it is not
 * @param clearing for how long its space is cleared after, in words; null where it is not
 * @param dim whether it is not what is looked for
 */
public record Card(
        UUID id,
        String sign,
        String kind,
        Reader.Text title,
        Reader.@Nullable Text place,
        Instant startsAt,
        String starts,
        String ends,
        int capacity,
        int taken,
        int filled,
        int waiting,
        String places,
        boolean cancelled,
        boolean troubled,
        @Nullable String state,
        long version,
        LocalDateTime from,
        LocalDateTime until,
        @Nullable UUID space,
        @Nullable String setUp,
        @Nullable String clearing,
        boolean dim) {

    static Card of(Slot slot, Reader reader) {
        return of(slot, reader, false);
    }

    static Card of(Slot slot, Reader reader, boolean isDim) {
        var words = reader.words();
        var times = reader.times();
        return new Card(
                slot.id(),
                Words.of(slot.kind()),
                words.word("kind", slot.kind()),
                reader.read(slot.title()),
                reader.readNullable(slot.place()),
                slot.startsAt(),
                times.clock(slot.startsAt().atZone(slot.zone())),
                times.clock(slot.endsAt().atZone(slot.zone())),
                slot.capacity(),
                slot.taken(),
                slot.capacity() == 0 ? 100 : Math.min(100, 100 * slot.taken() / slot.capacity()),
                slot.waiting(),
                places(slot, reader),
                slot.isCancelled(),
                slot.clashes() || slot.lacksEquipment(),
                state(slot, reader),
                slot.version(),
                slot.startsAt().atZone(slot.zone()).toLocalDateTime(),
                slot.endsAt().atZone(slot.zone()).toLocalDateTime(),
                slot.space(),
                slot.setUpMinutes() == 0 ? null : words.say("deskSetUp", slot.setUpMinutes()),
                slot.clearingMinutes() == 0 ? null : words.say("deskClearing", slot.clearingMinutes()),
                isDim);
    }

    private static String places(Slot slot, Reader reader) {
        var words = reader.words();
        if (slot.waiting() > 0) {
            return words.count("deskWaiting", slot.waiting());
        }
        return slot.left() == 0 ? words.say("places.none") : words.count("placesLeft", slot.left());
    }

    private static @Nullable String state(Slot slot, Reader reader) {
        var words = reader.words();
        if (slot.isCancelled()) {
            return words.say("cancelled");
        }
        if (slot.clashes()) {
            return words.say("deskClash");
        }
        if (slot.lacksEquipment()) {
            return words.say("deskShortage");
        }
        return slot.isAnnounced() ? null : words.say("deskDraft");
    }
}
