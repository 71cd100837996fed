package org.goldenbridge.acceptance.invariants;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.goldenbridge.acceptance.network.Database;

/**
 * A reader who follows the change feeds of event-service step by step, as a partner does: each time what came after the
 * last number it saw. Numbers that become visible late, or go backwards, would leave it with something else than a reader
 * who starts anew.
 */
final class FeedFollower implements AutoCloseable {
    private static final List<String> FEEDS =
            List.of("sessions", "availability", "courses", "course-availability", "events", "programmes", "centres");
    private static final long PAUSE_MILLIS = 15;

    private final Connection connection;
    private final Map<String, Long> position = new HashMap<>();
    private final Map<String, Long> held = new TreeMap<>();
    private final List<String> backwards = new ArrayList<>();
    private final Thread thread = new Thread(this::follow, "feed-follower");
    private volatile boolean over;

    FeedFollower(Database database) {
        connection = database.connect();
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        while (!over) {
            try {
                step();
                Thread.sleep(PAUSE_MILLIS);
            } catch (SQLException | InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void step() throws SQLException {
        for (var feed : FEEDS) {
            try (var query = connection.prepareStatement(
                    "select item, number from event.feed_item where feed = ? and number > ? order by number, item")) {
                query.setString(1, feed);
                query.setLong(2, position.getOrDefault(feed, 0L));
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        take(feed, rows.getString(1), rows.getLong(2));
                    }
                }
            }
        }
    }

    private void take(String feed, String item, long number) {
        var before = held.put(feed + " " + item, number);
        if (before != null && before >= number) {
            backwards.add("feed %s moved %s from %d to %d".formatted(feed, item, before, number));
        }
        position.merge(feed, number, Math::max);
    }

    /** What it holds now, after one more step. */
    synchronized Map<String, Long> held() throws SQLException {
        step();
        return Map.copyOf(held);
    }

    synchronized List<String> backwards() {
        return List.copyOf(backwards);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join(1_000);
            connection.close();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
