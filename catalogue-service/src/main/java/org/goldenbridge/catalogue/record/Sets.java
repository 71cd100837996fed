package org.goldenbridge.catalogue.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.goldenbridge.platform.feed.FeedItem;

/**
 * The sets by which partners harvest selectively: by centre and by kind of material. Each format has a change feed for the
 * whole catalogue and one for each set; what leaves a set stays in the set's feed, as deleted.
 */
final class Sets {
    private static final List<String> FORMATS = List.of("oai_dc", "marcxml");

    private Sets() {}

    /** The sets of a record of that kind that the centres keep or hold. */
    static List<String> of(RecordKind kind, Collection<String> centres) {
        var sets = new TreeSet<String>();
        centres.forEach(centre -> sets.add(ofCentre(centre)));
        sets.add(ofKind(kind));
        if (kind == RecordKind.RARE_BOOK) {
            sets.add(ofKind(RecordKind.BOOK));
        }
        return List.copyOf(sets);
    }

    /** The set of what a centre keeps or holds. */
    static String ofCentre(String centre) {
        return "centre:" + centre;
    }

    /** The narrowest set of a kind. */
    static String ofKind(RecordKind kind) {
        return "kind:" + (kind == RecordKind.RARE_BOOK ? RecordKind.BOOK + ":" + kind : kind);
    }

    /** What moves in the feeds when the description changes: every format. */
    static List<FeedItem> moved(UUID id, boolean isShown, List<String> before, List<String> now) {
        var moved = new ArrayList<FeedItem>();
        FORMATS.forEach(format -> move(format, id, isShown, before, now, moved));
        return moved;
    }

    /** What moves when an item changes: only the format that shows the holdings, unless the record joins or leaves a set. */
    static List<FeedItem> movedByItem(UUID id, boolean isShown, List<String> before, List<String> now) {
        if (!before.equals(now)) {
            return moved(id, isShown, before, now);
        }
        var moved = new ArrayList<FeedItem>();
        move("marcxml", id, isShown, before, now, moved);
        return moved;
    }

    private static void move(
            String format, UUID id, boolean isShown, List<String> before, List<String> now, List<FeedItem> moved) {
        moved.add(new FeedItem(format, id.toString(), !isShown));
        now.forEach(set -> moved.add(new FeedItem(format + "/" + set, id.toString(), !isShown)));
        before.stream()
                .filter(set -> !now.contains(set))
                .forEach(left -> moved.add(FeedItem.deleted(format + "/" + left, id)));
    }
}
