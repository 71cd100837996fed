package org.goldenbridge.event.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A session with its roster, who waits, and the line in which people are booked in.
 *
 * @param coming how many are booked in
 * @param isItsDay whether it can be noted who came
 * @param key under which the next booking is made, once
 */
public record SessionPanel(
        Card card,
        String day,
        List<Row> roster,
        List<Wait> waiting,
        int coming,
        boolean isItsDay,
        String key,
        Said said) {

    /**
     * A booking on the roster, in words.
     *
     * @param came whether all of them came
     */
    public record Row(
            UUID booking, String name, String contact, int places, boolean cancelled, boolean ofCourse, boolean came) {
        static Row of(Guest guest) {
            var present = guest.present();
            return new Row(
                    guest.booking(),
                    guest.name(),
                    guest.contact(),
                    guest.places(),
                    guest.isCancelled(),
                    guest.ofCourse(),
                    present != null && present == guest.places());
        }
    }

    /**
     * Somebody who waits, in words.
     *
     * @param offer until when places are kept for them, in words; null while they wait
     */
    public record Wait(
            int nth,
            String name,
            String contact,
            int places,
            @Nullable String offer) {}

    /**
     * What was said last, and what was typed.
     *
     * @param isRefusal whether it was a no
     * @param canWait whether they can be put on the waiting list instead
     * @param detail of a no for which there are no words in the reader's language, in English; null otherwise
     * @param line what stays in the field
     */
    public record Said(
            @Nullable String words,
            @Nullable String detail,
            boolean isRefusal,
            boolean canWait,
            String line,
            String places) {
        static final Said NOTHING = new Said(null, null, false, false, "", "1");

        static Said done(String words) {
            return new Said(words, null, false, false, "", "1");
        }

        static Said typed(@Nullable String line, @Nullable String places) {
            return new Said(null, null, true, false, line == null ? "" : line, places == null ? "1" : places);
        }
    }

    static SessionPanel of(
            Slot slot, List<Guest> guests, List<Waiter> waiting, String key, Said said, Reader reader, Instant now) {
        var date = slot.startsAt().atZone(slot.zone()).toLocalDate();
        return new SessionPanel(
                Card.of(slot, reader),
                reader.times().dayOfYear(date),
                guests.stream().map(Row::of).toList(),
                waits(waiting, slot.zone(), reader),
                guests.stream()
                        .filter(guest -> !guest.isCancelled())
                        .mapToInt(Guest::places)
                        .sum(),
                !slot.isCancelled() && !now.atZone(slot.zone()).toLocalDate().isBefore(date),
                key,
                said);
    }

    private static List<Wait> waits(List<Waiter> waiting, ZoneId zone, Reader reader) {
        var waits = new ArrayList<Wait>();
        for (var waiter : waiting) {
            var until = waiter.offeredUntil();
            waits.add(new Wait(
                    waits.size() + 1,
                    waiter.name(),
                    waiter.contact(),
                    waiter.places(),
                    until == null ? null : reader.words().say("deskOffered", at(until, zone, reader))));
        }
        return waits;
    }

    private static String at(Instant instant, ZoneId zone, Reader reader) {
        var time = instant.atZone(zone);
        return reader.times().shortDay(time.toLocalDate()) + " "
                + reader.times().clock(time);
    }
}
