package org.goldenbridge.event.desk;

import java.util.ArrayList;
import java.util.List;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Who is booked in and who waits, as a table that other programs read, in the words of who asks.
 *
 * @param booked the first part
 * @param waiting the second part
 */
record RosterTable(List<String> heads, Part booked, Part waiting, boolean isRightToLeft) {

    /** One part of it, with its name. */
    record Part(String name, List<List<Cell>> rows) {}

    /** A field: a text, or a number when it has one. */
    record Cell(String text, @Nullable Integer number) {
        static final Cell EMPTY = new Cell("", null);

        static Cell of(@Nullable String text) {
            return text == null ? EMPTY : new Cell(text, null);
        }

        static Cell of(@Nullable Integer number) {
            return number == null ? EMPTY : new Cell(number.toString(), number);
        }
    }

    static RosterTable of(List<Guest> guests, List<Waiter> waiting, Reader reader) {
        var words = reader.words();
        var costs = guests.stream().anyMatch(guest -> guest.price() != null);
        var heads = new ArrayList<>(List.of(
                words.say("deskName"),
                words.say("deskContact"),
                words.say("deskPlaces"),
                words.say("deskCame"),
                words.say("deskState"),
                words.say("deskLanguage")));
        if (costs) {
            heads.add(words.say("deskPrice"));
            heads.add(words.say("deskPaid"));
        }
        var waits = new ArrayList<List<Cell>>();
        for (var waiter : waiting) {
            if (waiter.undoableUntil() != null) {
                continue; // on the list no more
            }
            waits.add(padded(
                    List.of(
                            Cell.of(waiter.name()),
                            Cell.of(waiter.contact()),
                            Cell.of(waiter.places()),
                            Cell.EMPTY,
                            Cell.of(words.say("deskWaitingList") + " " + (waits.size() + 1)),
                            Cell.of(reader.times().languageName(waiter.language()))),
                    heads.size()));
        }
        return new RosterTable(
                heads,
                new Part(
                        words.say("deskRoster"),
                        Guest.byName(guests, reader).stream()
                                .map(guest -> row(guest, costs, reader))
                                .toList()),
                new Part(words.say("deskWaitingList"), waits),
                reader.language().direction().equals("rtl"));
    }

    private static List<Cell> row(Guest guest, boolean costs, Reader reader) {
        var words = reader.words();
        var row = new ArrayList<>(List.of(
                Cell.of(guest.name()),
                Cell.of(guest.contact()),
                Cell.of(guest.places()),
                Cell.of(guest.present()),
                Cell.of(words.say(
                        guest.isCancelled() ? "cancelled" : guest.ofCourse() ? "deskEnrolled" : "deskStateBooked")),
                Cell.of(reader.times().languageName(guest.language()))));
        if (costs) {
            var price = guest.price();
            row.add(Cell.of(price == null ? null : reader.times().price(price)));
            row.add(Cell.of(price == null ? null : words.say(guest.isPaid() ? "deskYes" : "deskNo")));
        }
        return row;
    }

    private static List<Cell> padded(List<Cell> row, int length) {
        var padded = new ArrayList<>(row);
        while (padded.size() < length) {
            padded.add(Cell.EMPTY);
        }
        return padded;
    }
}
