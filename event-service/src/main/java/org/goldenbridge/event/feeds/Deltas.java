package org.goldenbridge.event.feeds;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ScheduleReader;
import org.goldenbridge.platform.feed.ChangeFeed;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Reads both feeds at once, each session once, as apps need it. */
@Singleton
class Deltas {
    private static final List<String> FEEDS = List.of("sessions", "availability");

    private final ChangeFeed changes;
    private final ScheduleReader schedule;

    Deltas(ChangeFeed changes, ScheduleReader schedule) {
        this.changes = changes;
        this.schedule = schedule;
    }

    /** Where the feeds are now: who reads the schedule after this and goes on from here misses nothing. */
    ScheduleChanges now() throws SQLException {
        return new ScheduleChanges(changes.lastNumber(), true, List.of());
    }

    /** What changed after the number: of everything, or of one centre, which a session never leaves. */
    ScheduleChanges after(long number, int limit, @Nullable String centre, ReaderLanguage reader) throws SQLException {
        var moved = changes.after(FEEDS, number, limit);
        if (number > 0 && number < changes.forgottenThrough(FEEDS)) {
            throw ChangeNumbers.tooOld();
        }
        var last = new LinkedHashMap<UUID, ChangeFeed.Change>();
        for (var change : moved) {
            last.merge(
                    UUID.fromString(change.item()),
                    change,
                    (earlier, later) -> later.feed().equals("sessions") ? later : earlier);
        }
        var entries = schedule.of(last.keySet()).stream()
                .filter(entry -> centre == null || entry.centre().id().equals(centre))
                .collect(Collectors.toMap(ScheduleEntry::id, entry -> entry));
        var items = last.entrySet().stream()
                .flatMap(moves -> Optional.ofNullable(entries.get(moves.getKey())).stream()
                        .map(entry -> item(moves.getValue(), entry, reader)))
                .toList();
        return new ScheduleChanges(
                moved.isEmpty() ? number : moved.get(moved.size() - 1).number(), moved.size() < limit, items);
    }

    private static ScheduleChange item(ChangeFeed.Change change, ScheduleEntry entry, ReaderLanguage reader) {
        if (change.deleted()) {
            return ScheduleChange.gone(entry.id());
        }
        return change.feed().equals("sessions") ? ScheduleChange.of(entry, reader) : ScheduleChange.ofPlaces(entry);
    }
}
