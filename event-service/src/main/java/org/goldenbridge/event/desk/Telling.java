package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/** Says in words what was done last, and how to take it back. */
@Singleton
class Telling {
    private final DeskReader desk;

    Telling(DeskReader desk) {
        this.desk = desk;
    }

    /** Null when nothing was done, or what it was done to is not of that desk. */
    @Nullable
    Told told(Done done, Workplace workplace, Reader reader) {
        if (done.what == null || done.of == null || !workplace.isOwn()) {
            return null;
        }
        var of = Typed.id("of", done.of);
        return switch (done.what) {
            case Done.BLOCKED ->
                own(of, workplace).map(block -> blocked(block, reader)).orElse(null);
            case Done.UNBLOCKED ->
                own(of, workplace).map(block -> unblocked(block, reader)).orElse(null);
            default ->
                desk.slot(of)
                        .filter(slot -> slot.centre().equals(workplace.centre().id()))
                        .map(slot -> told(done, slot, reader))
                        .orElse(null);
        };
    }

    private Optional<Blocked> own(UUID id, Workplace workplace) {
        return desk.block(id)
                .filter(block -> block.centre().equals(workplace.centre().id()));
    }

    private static @Nullable Told told(Done done, Slot slot, Reader reader) {
        var words = reader.words();
        var title = reader.read(slot.title()).text();
        return switch (Objects.requireNonNull(done.what)) {
            case Done.PLANNED -> new Told(words.say("deskPlanned", title, when(slot, reader)), null);
            case Done.CHANGED -> new Told(words.say("deskChanged", title), null);
            case Done.MOVED -> new Told(words.say("deskMoved", title, when(slot, reader)), back(done, slot));
            case Done.CANCELLED ->
                new Told(
                        words.say("deskSessionCancelled", title),
                        slot.isCancelled() ? new Told.Undo(page(slot) + "/cancellation/undoing", List.of()) : null);
            case Done.RESTORED -> new Told(words.say("deskRestored", title), null);
            default -> null;
        };
    }

    /** Where it was is sent as a move of the session as it is now: if somebody else has moved it since, that says no. */
    private static Told.@Nullable Undo back(Done done, Slot slot) {
        if (done.was == null || done.wasIn == null) {
            return null;
        }
        var fields = new ArrayList<Told.Field>();
        fields.add(new Told.Field("version", String.valueOf(slot.version())));
        fields.add(new Told.Field("instead", done.was));
        fields.add(new Told.Field("place", done.wasIn));
        return new Told.Undo(page(slot) + "/move", fields);
    }

    private static Told blocked(Blocked block, Reader reader) {
        return new Told(
                reader.words().say("deskBlocked", reader.read(block.spaceName()).text()),
                new Told.Undo("/desk/blocks/" + block.id() + "/removal", List.of()));
    }

    private static Told unblocked(Blocked block, Reader reader) {
        var start = block.startsAt().atZone(block.zone()).toLocalDateTime();
        var end = block.endsAt().atZone(block.zone()).toLocalDateTime();
        return new Told(
                reader.words()
                        .say("deskUnblocked", reader.read(block.spaceName()).text()),
                new Told.Undo(
                        "/desk/blocks",
                        List.of(
                                new Told.Field("key", Ids.next().toString()),
                                new Told.Field("centre", block.centre()),
                                new Told.Field("instead", start + "/" + end),
                                new Told.Field("place", block.space().toString()),
                                new Told.Field("reason", block.reason()))));
    }

    private static String page(Slot slot) {
        return "/desk/sessions/" + slot.id();
    }

    private static String when(Slot slot, Reader reader) {
        var start = slot.startsAt().atZone(slot.zone());
        return reader.times().day(start.toLocalDate()) + " " + reader.times().clock(start) + "–"
                + reader.times().clock(slot.endsAt().atZone(slot.zone()));
    }
}
