package org.goldenbridge.event.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.attendance.Attendance;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * A session with its roster, who waits, what is kept, and the line in which people are booked in.
 *
 * @param head what stands above the line
 * @param came how many of those who are booked in have come, in words
 * @param costs whether somebody on the roster has something to pay
 * @param coming how many are booked in
 * @param isItsDay whether it can be noted who came
 * @param key under which the next booking is made, once
 * @param source what is booked out of; null for the places that are free
 * @param hold the form in which places are held
 * @param allocation the form in which places are given to a partner
 * @param printedOn for paper
 */
public record SessionPanel(
        SessionHead head,
        Card card,
        String day,
        List<Row> roster,
        List<Wait> waiting,
        List<KeptRow> kept,
        boolean costs,
        int coming,
        String came,
        boolean isItsDay,
        String key,
        @Nullable KeptRow source,
        Said said,
        Keeping hold,
        Keeping allocation,
        String printedOn) {

    /**
     * A booking on the roster, in words.
     *
     * @param present how many came; null when nobody has noted it
     * @param price what is to pay; null for nothing
     * @param undo for how many more milliseconds its cancellation can be undone; null when it cannot
     */
    public record Row(
            UUID booking,
            String name,
            String contact,
            int places,
            boolean cancelled,
            boolean ofCourse,
            @Nullable Integer present,
            @Nullable String price,
            boolean paid,
            @Nullable Long undo) {
        /** Whether nobody of them came. */
        public boolean absent() {
            return present != null && present == 0;
        }

        /** Whether all of them came. */
        public boolean came() {
            return present != null && present == places;
        }

        public boolean group() {
            return places > 1;
        }

        static Row of(Guest guest, Reader reader, Instant now) {
            var price = guest.price();
            return new Row(
                    guest.booking(),
                    guest.name(),
                    guest.contact(),
                    guest.places(),
                    guest.isCancelled(),
                    guest.ofCourse(),
                    guest.present(),
                    price == null ? null : reader.times().price(price),
                    guest.isPaid(),
                    left(guest.undoableUntil(), now));
        }
    }

    /**
     * Somebody who waits, in words.
     *
     * @param offer until when places are kept for them, in words; null while they wait
     * @param undo for how many more milliseconds they can be put back on the list; null while they are on it
     * @param passed why others were asked before them; empty when nobody was
     */
    public record Wait(
            UUID entry,
            int nth,
            String name,
            String contact,
            int places,
            @Nullable String offer,
            @Nullable Long undo,
            List<String> passed) {}

    /**
     * Places that are kept, in words.
     *
     * @param whom the partner, or the colleague who holds them where they are known
     * @param note for whom they are held; null where nothing was written
     * @param left how many of them are not booked
     */
    public record KeptRow(
            UUID id,
            boolean isHold,
            @Nullable String whom,
            @Nullable String note,
            int places,
            int left,
            String until) {}

    /**
     * What was said last, and what was typed.
     *
     * @param isRefusal whether it was a no
     * @param canWait whether they can be put on the waiting list instead
     * @param detail of a no for which there are no words in the reader's language, in English; null otherwise
     * @param line what stays in the field
     * @param ages what stays in theirs
     * @param language that was chosen; empty for what the desk proposes
     * @param row the booking of which it is said; null for none
     */
    public record Said(
            @Nullable String words,
            @Nullable String detail,
            boolean isRefusal,
            boolean canWait,
            String line,
            String places,
            String ages,
            String language,
            @Nullable UUID row) {
        static final Said NOTHING = new Said(null, null, false, false, "", "1", "", "", null);

        static Said done(String words) {
            return new Said(words, null, false, false, "", "1", "", "", null);
        }

        /** Nothing said yet, and the form as it was sent. */
        static Said typed(
                @Nullable String line, @Nullable String places, @Nullable String ages, @Nullable String language) {
            return new Said(
                    null,
                    null,
                    true,
                    false,
                    line == null ? "" : line,
                    places == null ? "1" : places,
                    ages == null ? "" : ages,
                    language == null ? "" : language,
                    null);
        }

        /** The same, with the booking of which it is said. */
        Said of(@Nullable UUID booking) {
            return new Said(words, detail, isRefusal, canWait, line, places, ages, language, booking);
        }
    }

    static SessionPanel of(
            Slot slot,
            SessionFacts facts,
            int toTell,
            List<Guest> guests,
            List<Waiter> waiting,
            List<KeptReader.Kept> kept,
            String key,
            @Nullable UUID from,
            Said said,
            Reader reader,
            Instant now) {
        var zone = slot.zone();
        var rows = kept.stream()
                .map(one -> new KeptRow(
                        one.id(),
                        one.isHold(),
                        one.isHold() ? one.by() : one.partner(),
                        one.note(),
                        one.places(),
                        one.left(),
                        at(one.until(), zone, reader)))
                .toList();
        var empty = Keeping.empty(slot.startsAt().atZone(zone), now.atZone(zone));
        var coming = guests.stream()
                .filter(guest -> !guest.isCancelled())
                .mapToInt(Guest::places)
                .sum();
        var came = guests.stream()
                .filter(guest -> !guest.isCancelled())
                .map(Guest::present)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        return new SessionPanel(
                SessionHead.of(slot, facts, toTell, reader),
                Card.of(slot, reader),
                reader.times().whenOfYear(TimeSpan.of(slot.startsAt(), slot.endsAt(), zone)),
                Guest.byName(guests, reader).stream()
                        .map(guest -> Row.of(guest, reader, now))
                        .toList(),
                waits(waiting, zone, reader, now),
                rows,
                guests.stream().anyMatch(guest -> guest.price() != null),
                coming,
                reader.words().say("deskPresent", String.valueOf(came), String.valueOf(coming)),
                !slot.isCancelled() && !now.isBefore(slot.startsAt().minus(Attendance.NOTED_BEFORE_START)),
                key,
                rows.stream().filter(row -> row.id().equals(from)).findFirst().orElse(null),
                said,
                empty,
                empty,
                reader.words().say("printedOn", at(now, zone, reader)));
    }

    /** For how many: as it was typed, or all that is left of what is booked out of. */
    public String typedPlaces() {
        return source == null || said.isRefusal() ? said.places() : String.valueOf(source.left());
    }

    /** A form in which nothing is typed yet. */
    Keeping empty() {
        return hold;
    }

    /** The same with a form as it was filled in. */
    SessionPanel with(SessionRendering.Form which, Keeping typed) {
        var isHold = which == SessionRendering.Form.HOLD;
        return new SessionPanel(
                head,
                card,
                day,
                roster,
                waiting,
                kept,
                costs,
                coming,
                came,
                isItsDay,
                key,
                source,
                said,
                isHold ? typed : hold,
                isHold ? allocation : typed,
                printedOn);
    }

    private static @Nullable Long left(@Nullable Instant until, Instant now) {
        return until == null || !until.isAfter(now)
                ? null
                : Duration.between(now, until).toMillis();
    }

    private static List<Wait> waits(List<Waiter> waiting, ZoneId zone, Reader reader, Instant now) {
        var waits = new ArrayList<Wait>();
        var nth = 0;
        for (var waiter : waiting) {
            var until = waiter.offeredUntil();
            nth += waiter.undoableUntil() == null ? 1 : 0;
            waits.add(new Wait(
                    waiter.entry(),
                    nth,
                    waiter.name(),
                    waiter.contact(),
                    waiter.places(),
                    until == null ? null : reader.words().say("deskOffered", at(until, zone, reader)),
                    left(waiter.undoableUntil(), now),
                    passed(waiter, reader)));
        }
        return waits;
    }

    private static List<String> passed(Waiter waiter, Reader reader) {
        return waiter.passed().stream()
                .distinct()
                .map(reason ->
                        reader.words().count("deskPassed." + reason, Collections.frequency(waiter.passed(), reason)))
                .toList();
    }

    static String at(Instant instant, ZoneId zone, Reader reader) {
        var time = instant.atZone(zone);
        return reader.times().shortDayOfYear(time.toLocalDate()) + " "
                + reader.times().clock(time);
    }
}
