package org.goldenbridge.event.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goldenbridge.event.linkeddata.PublicAddresses;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ScheduleReader;
import org.goldenbridge.platform.feed.ChangeFeed;
import org.goldenbridge.platform.feed.FeedNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Reads the change feeds as RPDE pages. The places come first and what they hold now is looked up after: an item can be newer than
 * its place says, and then comes again; it is never older.
 */
@Singleton
class Feeds {
    private final ChangeFeed changes;
    private final ScheduleReader schedule;
    private final PublicAddresses addresses;
    private final String license;

    Feeds(
            ChangeFeed changes,
            ScheduleReader schedule,
            PublicAddresses addresses,
            @ConfigProperty(
                            name = "goldenbridge.feed-license",
                            defaultValue = "https://creativecommons.org/licenses/by/4.0/")
                    String license) {
        this.changes = changes;
        this.schedule = schedule;
        this.addresses = addresses;
        this.license = license;
    }

    /**
     * A feed.
     *
     * @param name of the change feed
     * @param path where it is read
     * @param kind what its items are called
     */
    record Feed(String name, String path, String kind) {}

    /** The page behind the place to which was read. */
    FeedPage page(Feed feed, FeedReading reading, Function<ScheduleEntry, ObjectNode> data) throws SQLException {
        var feeds = List.of(feed.name());
        var lastOfAll = changes.lastNumber();
        var moved = changes.after(feeds, reading.after(), reading.limit());
        if (reading.missed(changes.forgottenThrough(feeds))) {
            throw FeedNumbers.tooOld();
        }
        var entries = entries(moved);
        var shown = ofCentre(moved, entries, reading.centre());
        // A page without items says that there are no more: what concerns other centres alone is read over.
        while (shown.isEmpty() && !moved.isEmpty()) {
            moved = changes.after(feeds, moved.get(moved.size() - 1).number(), FeedReading.LIMIT);
            entries = entries(moved);
            shown = ofCentre(moved, entries, reading.centre());
        }
        return page(feed, reading, shown, entries, data, lastOfAll);
    }

    private FeedPage page(
            Feed feed,
            FeedReading reading,
            List<ChangeFeed.Change> moved,
            Map<String, ScheduleEntry> entries,
            Function<ScheduleEntry, ObjectNode> data,
            long lastOfAll) {
        var items = moved.stream()
                .map(change -> {
                    var entry = change.deleted() ? null : entries.get(change.item());
                    return new FeedItemView(
                            entry == null ? "deleted" : "updated",
                            feed.kind(),
                            change.item(),
                            change.number(),
                            entry == null ? null : data.apply(entry));
                })
                .toList();
        var next = moved.isEmpty()
                ? reading
                : reading.next(moved.get(moved.size() - 1).number(), lastOfAll);
        return new FeedPage(addresses.of(feed.path() + next.query()), items, license);
    }

    /** Those of the centre, and what has gone: of that nobody knows any more where it was. */
    private static List<ChangeFeed.Change> ofCentre(
            List<ChangeFeed.Change> moved, Map<String, ScheduleEntry> entries, @Nullable String centre) {
        return centre == null
                ? moved
                : moved.stream()
                        .filter(change -> {
                            var entry = entries.get(change.item());
                            return entry == null || entry.centre().id().equals(centre);
                        })
                        .toList();
    }

    private Map<String, ScheduleEntry> entries(List<ChangeFeed.Change> moved) {
        var ids = moved.stream()
                .filter(change -> !change.deleted())
                .map(change -> UUID.fromString(change.item()))
                .toList();
        return schedule.of(ids).stream()
                .collect(Collectors.toMap(entry -> entry.id().toString(), entry -> entry));
    }
}
