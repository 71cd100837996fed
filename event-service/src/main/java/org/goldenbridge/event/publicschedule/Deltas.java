package org.goldenbridge.event.publicschedule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
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
    private final ScheduleChanges following;
    private final Clock clock;

    Deltas(ChangeFeed changes, ScheduleReader schedule, ScheduleViews views, ScheduleChanges following, Clock clock) {
        this.changes = changes;
        this.schedule = schedule;
        this.views = views;
        this.following = following;
        this.clock = clock;
    }

    /**
     * From where somebody goes on who reads the schedule after this: some seconds back, for the schedule may be a second old. What is
     * told twice does no harm.
     */
    ScheduleDelta beginning() throws SQLException {
        var place = changes.lastNumberThrough(changes.closedThrough().minus(OLDEST_SCHEDULE));
        return new ScheduleDelta(place, true, List.of());
    }

    /**
     * What changed after the number: of everything, or of these centres, which a session never leaves. What has been followed here
     * is told from memory: most of it are places, of which a change says all.
     */
    Made after(long number, int limit, List<String> centres, ShownFields fields, ReaderLanguage reader)
            throws SQLException {
        var followed = following.followedSince(number);
        return followed.isPresent() && followed.get().stream().allMatch(this::isWhole)
                ? followed(followed.get(), number, limit, centres, fields, reader)
                : read(number, limit, centres, fields, reader);
    }

    /** Whether all that the change tells of is known without reading: of what has left the feeds it is not. */
    private boolean isWhole(ScheduleChange change) {
        var session = change.session();
        return session == null
                ? change.what() == ScheduleChange.What.MANY
                : session.endsAt().isAfter(clock.instant().minus(PreparedAnswers.FOLLOWED));
    }

    private Made followed(
            List<ScheduleChange> changes,
            long number,
            int limit,
            List<String> centres,
            ShownFields fields,
            ReaderLanguage reader) {
        // Of each session the last change of each kind, as the feeds have it.
        var latest = new LinkedHashMap<String, ScheduleChange>();
        for (var change : changes) {
            var session = change.session();
            if (session != null) {
                var item = change.what() + " " + session.id();
                latest.remove(item);
                latest.put(item, change);
            }
        }
        var told = latest.values().stream().limit(limit).toList();
        var last = new LinkedHashMap<UUID, ScheduleChange>();
        for (var change : told) {
            var session = requireNonNull(change.session());
            if (centres.isEmpty() || centres.contains(session.centreId())) {
                last.merge(
                        session.id(),
                        change,
                        (earlier, later) -> later.what() == ScheduleChange.What.SESSION ? later : earlier);
            }
        }
        var moved = last.values().stream()
                .filter(change -> change.what() == ScheduleChange.What.SESSION)
                .map(change -> requireNonNull(change.session()).id())
                .toList();
        var entries = moved.isEmpty()
                ? Map.<UUID, ScheduleEntry>of()
                : schedule.of(moved).stream().collect(Collectors.toMap(ScheduleEntry::id, entry -> entry));
        var items = last.values().stream()
                .map(change -> item(change, entries, fields, reader))
                .flatMap(Optional::stream)
                .toList();
        return made(
                told.isEmpty() ? number : told.get(told.size() - 1).number(),
                told.size() < limit,
                items,
                centres,
                entries);
    }

    private Optional<ObjectNode> item(
            ScheduleChange change, Map<UUID, ScheduleEntry> entries, ShownFields fields, ReaderLanguage reader) {
        var session = requireNonNull(change.session());
        return change.what() == ScheduleChange.What.PLACES
                ? Optional.of(views.places(session))
                : Optional.ofNullable(entries.get(session.id())).map(entry -> views.changed(entry, fields, reader));
    }

    private Made read(long number, int limit, List<String> centres, ShownFields fields, ReaderLanguage reader)
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
        return made(
                moved.isEmpty() ? number : moved.get(moved.size() - 1).number(),
                moved.size() < limit,
                items,
                centres,
                entries);
    }

    private Made made(
            long through,
            boolean isAll,
            List<ObjectNode> items,
            List<String> centres,
            Map<UUID, ScheduleEntry> entries) {
        var delta = new ScheduleDelta(
                through, isAll, items.stream().map(DeltaItem::new).toList());
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
