package org.goldenbridge.event.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goldenbridge.event.page.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The day at a centre: what needs a hand, what is on in each space now and what comes next, and what else is left of today.
 *
 * @param expected how many people are still expected today
 */
public record Today(List<Hand> needs, List<Space> spaces, List<Card> rest, int expected, String expectedWords) {

    /**
     * Something that needs a hand, with where to do it.
     *
     * @param visitor whom it concerns; null where it is nobody in particular
     */
    public record Hand(
            String what,
            Reader.Text title,
            String when,
            UUID session,
            boolean urgent,
            @Nullable String visitor,
            @Nullable String contact) {
        /** By which a click calls or writes. */
        public String href() {
            return contact == null ? "" : CallGroup.href(contact);
        }
    }

    /** A space with what is on in it; a place elsewhere has its sessions under the name of elsewhere. */
    public record Space(
            Reader.Text name, @Nullable Card now, @Nullable Card next) {}

    /**
     * @param slots all of today, cancelled ones included
     */
    static Today of(
            List<Need> needs, List<Room> rooms, List<Slot> slots, Workplace workplace, Reader reader, Instant now) {
        var standing = slots.stream()
                .filter(slot -> !slot.isCancelled() && slot.endsAt().isAfter(now))
                .toList();
        var spaces = new ArrayList<Space>();
        for (var room : rooms) {
            spaces.add(space(
                    reader.read(room.name()),
                    standing.stream()
                            .filter(slot -> room.id().equals(slot.space()))
                            .toList(),
                    reader,
                    now));
        }
        var elsewhere = standing.stream().filter(slot -> slot.space() == null).toList();
        if (!elsewhere.isEmpty()) {
            spaces.add(space(new Reader.Text(reader.words().say("deskElsewhere"), null, null), elsewhere, reader, now));
        }
        var shown = spaces.stream()
                .flatMap(space -> Stream.of(space.now(), space.next()))
                .filter(Objects::nonNull)
                .map(Card::id)
                .collect(Collectors.toSet());
        var expected = standing.stream().mapToInt(Slot::taken).sum();
        return new Today(
                needs.stream().map(need -> hand(need, workplace, reader)).toList(),
                spaces,
                slots.stream()
                        .filter(slot -> slot.endsAt().isAfter(now) && !shown.contains(slot.id()))
                        .map(slot -> Card.of(slot, reader))
                        .toList(),
                expected,
                reader.words().count("deskExpected", expected));
    }

    private static Space space(Reader.Text name, List<Slot> slots, Reader reader, Instant now) {
        var on = slots.stream().filter(slot -> slot.isOn(now)).findFirst();
        var next = slots.stream().filter(slot -> slot.startsAt().isAfter(now)).findFirst();
        return new Space(
                name,
                on.map(slot -> Card.of(slot, reader)).orElse(null),
                next.map(slot -> Card.of(slot, reader)).orElse(null));
    }

    private static Hand hand(Need need, Workplace workplace, Reader reader) {
        var words = reader.words();
        var at = need.at().atZone(workplace.zone());
        var what = switch (need.what()) {
            case CLASH -> words.say("deskClash");
            case SHORTAGE -> words.say("deskShortage");
            case OFFER -> words.say("deskOfferEnds");
            case BELOW_MINIMUM -> words.count("deskMissing", need.missing());
        };
        return new Hand(
                what,
                reader.read(need.title()),
                reader.times().shortDayOfYear(at.toLocalDate()) + " "
                        + reader.times().clock(at),
                need.session(),
                need.what() == Need.What.CLASH,
                workplace.isOwn() ? need.visitor() : null,
                workplace.isOwn() ? need.contact() : null);
    }
}
