package org.goldenbridge.event.desk;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A session with its roster and the line in which people are booked in.
 *
 * @param key under which the next booking is made, once
 */
public record SessionPanel(Card card, String day, List<Row> roster, int coming, String key, Said said) {

    /** A booking on the roster, in words. */
    public record Row(UUID booking, String name, String contact, int places, boolean cancelled, boolean ofCourse) {}

    /**
     * What was said last, and what was typed.
     *
     * @param isRefusal whether it was a no
     * @param detail of a no for which there are no words in the reader's language, in English; null otherwise
     * @param line what stays in the field
     */
    public record Said(@Nullable String words, @Nullable String detail, boolean isRefusal, String line, String places) {
        static final Said NOTHING = new Said(null, null, false, "", "1");
    }

    static SessionPanel of(Slot slot, List<Guest> guests, String key, Said said, Reader reader) {
        return new SessionPanel(
                Card.of(slot, reader),
                reader.times().dayOfYear(slot.startsAt().atZone(slot.zone()).toLocalDate()),
                guests.stream()
                        .map(guest -> new Row(
                                guest.booking(),
                                guest.name(),
                                guest.contact(),
                                guest.places(),
                                guest.isCancelled(),
                                guest.ofCourse()))
                        .toList(),
                guests.stream()
                        .filter(guest -> !guest.isCancelled())
                        .mapToInt(Guest::places)
                        .sum(),
                key,
                said);
    }
}
