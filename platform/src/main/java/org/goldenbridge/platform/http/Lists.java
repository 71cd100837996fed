package org.goldenbridge.platform.http;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.goldenbridge.platform.cursor.SignedCursors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Cuts lists into pages. */
@Singleton
public class Lists {
    private final SignedCursors cursors;
    private final TaggedJson tagged;

    Lists(SignedCursors cursors, TaggedJson tagged) {
        this.cursors = cursors;
        this.tagged = tagged;
    }

    /**
     * What is asked for.
     *
     * @param list the list with its filters
     * @param cursor where the previous page ended; null for the first
     * @param limit how many are shown at most
     * @param ifNoneMatch the tag of what the client has already
     */
    public record Wish(
            String list,
            @Nullable String cursor,
            int limit,
            @Nullable String ifNoneMatch) {}

    /**
     * Finds what stands behind a place in a list.
     *
     * @param <E> what is listed
     */
    @FunctionalInterface
    public interface Finder<E> {
        /** At most so many, behind the place, in the order of the list; an empty place is its beginning. */
        List<E> after(String place, int atMost);
    }

    /** The place in a list that is ordered by identifiers; they grow with time. */
    public static UUID id(String place) {
        return place.isEmpty() ? new UUID(0, 0) : UUID.fromString(place);
    }

    /** The page that was asked for, or 304. */
    public <E> RestResponse<byte[]> page(Wish wish, Finder<E> finder, Function<E, String> place, Function<E, ?> view) {
        var after = wish.cursor() == null
                ? ""
                : cursors.open(wish.list(), wish.cursor()).get(0);
        var found = finder.after(after, wish.limit() + 1);
        var shown = found.subList(0, Math.min(wish.limit(), found.size()));
        var next = found.size() > wish.limit()
                ? cursors.sign(wish.list(), place.apply(shown.get(shown.size() - 1)))
                : null;
        return tagged.page(new Page<>(shown.stream().<Object>map(view).toList(), next), wish.ifNoneMatch());
    }
}
