package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.page.TimeSpan;
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
            case Done.PLANNED ->
                new Told(
                        words.say("deskPlanned", title, when(slot, reader)),
                        page(slot),
                        slot.isCancelled() ? null : undo(done, page(slot) + "/cancellation/unplanning"));
            case Done.CHANGED -> new Told(words.say("deskChanged", title), page(slot), null);
            case Done.MOVED ->
                new Told(
                        words.say("deskMoved", title, when(slot, reader)),
                        page(slot),
                        undo(done, page(slot) + "/move/undoing"));
            case Done.CANCELLED ->
                new Told(
                        words.say("deskSessionCancelled", title),
                        page(slot),
                        slot.isCancelled() ? undo(done, page(slot) + "/cancellation/undoing") : null);
            case Done.RESTORED -> new Told(words.say("deskRestored", title), page(slot), null);
            default -> null;
        };
    }

    /** It names the version that the change has made: if somebody else has changed the session since, that is refused. */
    private static Told.@Nullable Undo undo(Done done, String action) {
        return done.version == null ? null : new Told.Undo(action, List.of(new Told.Field("version", done.version)));
    }

    private static Told blocked(Blocked block, Reader reader) {
        return new Told(
                reader.words().say("deskBlocked", reader.read(block.spaceName()).text()),
                null,
                new Told.Undo("/desk/blocks/" + block.id() + "/removal", List.of()));
    }

    private static Told unblocked(Blocked block, Reader reader) {
        var start = block.startsAt().atZone(block.zone()).toLocalDateTime();
        var end = block.endsAt().atZone(block.zone()).toLocalDateTime();
        return new Told(
                reader.words()
                        .say("deskUnblocked", reader.read(block.spaceName()).text()),
                null,
                new Told.Undo(
                        "/desk/blocks",
                        List.of(
                                new Told.Field("key", again(block.id()).toString()),
                                new Told.Field("centre", block.centre()),
                                new Told.Field("instead", start + "/" + end),
                                new Told.Field("place", block.space().toString()),
                                new Told.Field("reason", block.reason()))));
    }

    /** The same however often it is pressed, so that a block is made again once. */
    private static UUID again(UUID block) {
        return UUID.nameUUIDFromBytes((block + " again").getBytes(StandardCharsets.UTF_8));
    }

    private static String page(Slot slot) {
        return "/desk/sessions/" + slot.id();
    }

    private static String when(Slot slot, Reader reader) {
        return reader.times().whenOfYear(TimeSpan.of(slot.startsAt(), slot.endsAt(), slot.zone()));
    }
}
