package org.goldenbridge.event.publicschedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Content;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Made;
import org.goldenbridge.platform.feed.ChangeFeed;
import org.goldenbridge.platform.feed.FeedNumbers;
import org.goldenbridge.platform.text.ReaderLanguage;

/** Reads both feeds at once, each session once, as apps need it. */
@Singleton
class Deltas {
    private static final List<String> FEEDS = List.of("sessions", "availability");

    private static final Duration OLDEST_SCHEDULE = Duration.ofSeconds(2);
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final ChangeFeed changes;
    private final ScheduleReader schedule;
    private final ScheduleViews views;

    Deltas(ChangeFeed changes, ScheduleReader schedule, ScheduleViews views) {
        this.changes = changes;
        this.schedule = schedule;
        this.views = views;
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
    Made after(long number, int limit, List<String> centres, ShownFields fields, ReaderLanguage reader)
            throws SQLException {
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
                        .map(entry -> item(moves.getValue(), entry, fields, reader)))
                .toList();
        var delta = new ScheduleDelta(
                moved.isEmpty() ? number : moved.get(moved.size() - 1).number(),
                moved.size() < limit,
                items.stream().map(DeltaItem::new).toList());
        return new Made(
                new Content(views.write(delta), MediaType.APPLICATION_JSON, SentLanguages.of(items), Map.of()),
                Ground.ofChanges(centres, List.copyOf(entries.values()), NEVER));
    }

    private ObjectNode item(ChangeFeed.Change change, ScheduleEntry entry, ShownFields fields, ReaderLanguage reader) {
        if (change.deleted()) {
            return views.gone(entry);
        }
        return change.feed().equals("sessions") ? views.changed(entry, fields, reader) : views.places(entry, reader);
    }
}
