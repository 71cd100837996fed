package org.goldenbridge.event.feeds;

import org.jspecify.annotations.Nullable;

/**
 * How far somebody has read a feed, as {@code next} hands it on.
 *
 * @param after up to which number; 0 at the beginning
 * @param begun the last number there was when this reading began at the beginning, as long as it has not come so far; null for who
 *     goes on with an earlier reading. What was gone by then this reader never had, and needs no tombstone for it.
 * @param limit how many items a page has at most
 * @param lang the language that was asked for
 * @param centre the one centre that was asked for; null for all
 */
record FeedReading(
        long after,
        @Nullable Long begun,
        int limit,
        @Nullable String lang,
        @Nullable String centre) {
    static final int LIMIT = 500;

    boolean isFirst() {
        return after == 0;
    }

    /** Whether it may have missed that something has gone whose tombstone is forgotten up to the number. */
    boolean missed(long forgotten) {
        return !isFirst() && Math.max(after, begun == null ? 0 : begun) < forgotten;
    }

    /** The reading behind a page that ends with the number. */
    FeedReading next(long lastOfPage, long lastOfAll) {
        var began = isFirst() ? Long.valueOf(lastOfAll) : begun;
        return new FeedReading(lastOfPage, began == null || began <= lastOfPage ? null : began, limit, lang, centre);
    }

    /** The parameters that say so, always in one order: the last page is known by its own address. */
    String query() {
        var query = new StringBuilder();
        add(query, "afterChangeNumber", isFirst() ? null : after);
        add(query, "begun", begun);
        add(query, "limit", limit == LIMIT ? null : limit);
        add(query, "lang", lang);
        add(query, "centre", centre);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
        }
    }
}
