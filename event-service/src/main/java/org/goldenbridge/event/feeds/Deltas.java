package org.goldenbridge.event.feeds;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ScheduleReader;
import org.goldenbridge.platform.feed.ChangeFeed;
import org.goldenbridge.platform.text.ReaderLanguage;

/** Reads both feeds at once, each session once, as apps need it. */
@Singleton
class Deltas {
    private static final List<String> FEEDS = List.of("sessions", "availability");

    private static final Duration OLDEST_SCHEDULE = Duration.ofSeconds(2);

    private final ChangeFeed changes;
    private final ScheduleReader schedule;

    Deltas(ChangeFeed changes, ScheduleReader schedule) {
        this.changes = changes;
        this.schedule = schedule;
    }

    /**
     * From where somebody goes on who reads the schedule after this: some seconds back, for the schedule may be a second old. What is
     * told twice does no harm.
     */
    ScheduleDelta beginning() throws SQLException {
        var place = changes.lastNumberThrough(changes.closedThrough().minus(OLDEST_SCHEDULE));
        return new ScheduleDelta(place, true, List.of());
    }

    /** What changed after the number: of everything, or of these centres, which a session never leaves. */
    ScheduleDelta after(long number, int limit, List<String> centres, ReaderLanguage reader) throws SQLException {
        var moved = changes.after(FEEDS, number, limit);
        if (number > 0 && number < changes.forgottenThrough(FEEDS)) {
            throw FeedNumbers.tooOld();
        }
        var last = new LinkedHashMap<UUID, ChangeFeed.Change>();
        for (var change : moved) {
            last.merge(
                    UUID.fromString(change.item()),
                    change,
                    (earlier, later) -> later.feed().equals("sessions") ? later : earlier);
        }
        var entries = schedule.of(last.keySet()).stream()
                .filter(entry ->
                        centres.isEmpty() || centres.contains(entry.centre().id()))
                .collect(Collectors.toMap(ScheduleEntry::id, entry -> entry));
        var items = last.entrySet().stream()
                .flatMap(moves -> Optional.ofNullable(entries.get(moves.getKey())).stream()
                        .map(entry -> item(moves.getValue(), entry, reader)))
                .toList();
        return new ScheduleDelta(
                moved.isEmpty() ? number : moved.get(moved.size() - 1).number(), moved.size() < limit, items);
    }

    private static DeltaItem item(ChangeFeed.Change change, ScheduleEntry entry, ReaderLanguage reader) {
        if (change.deleted()) {
            return DeltaItem.gone(entry.id());
        }
        return change.feed().equals("sessions") ? DeltaItem.of(entry, reader) : DeltaItem.ofPlaces(entry);
    }
}
