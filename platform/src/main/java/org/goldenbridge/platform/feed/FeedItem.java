package org.goldenbridge.platform.feed;

/**
 * An item of a change feed that a change moves to the feed's end.
 *
 * @param feed the feed's name
 * @param item the item's id in that feed
 * @param deleted whether it is gone from the feed's point of view, and stays as a tombstone
 */
public record FeedItem(String feed, String item, boolean deleted) {
    /** An item that is there, new or changed. */
    public static FeedItem changed(String feed, Object item) {
        return new FeedItem(feed, item.toString(), false);
    }

    /** An item that is gone. */
    public static FeedItem deleted(String feed, Object item) {
        return new FeedItem(feed, item.toString(), true);
    }
}
