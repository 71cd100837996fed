package org.goldenbridge.catalogue.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.feed.FeedItem;
import org.junit.jupiter.api.Test;

class SetsTest {
    private static final UUID ID = UUID.fromString("0199a3c4-7d30-7000-8000-0000000000aa");

    @Test
    void aRareBookIsABookToo() {
        assertEquals(
                List.of("centre:beijing", "centre:paris", "kind:book", "kind:book:rare-book"),
                Sets.of(RecordKind.RARE_BOOK, List.of("paris", "beijing", "beijing")));
    }

    @Test
    void aChangeOfTheDescriptionMovesBothFormatsInEverySet() {
        var sets = List.of("centre:paris", "kind:film");
        assertEquals(
                List.of(
                        FeedItem.changed("oai_dc", ID),
                        FeedItem.changed("oai_dc/centre:paris", ID),
                        FeedItem.changed("oai_dc/kind:film", ID),
                        FeedItem.changed("marcxml", ID),
                        FeedItem.changed("marcxml/centre:paris", ID),
                        FeedItem.changed("marcxml/kind:film", ID)),
                Sets.moved(ID, true, sets, sets));
    }

    @Test
    void anItemThatChangesWhereItIsMovesOnlyTheFormatThatShowsIt() {
        var sets = List.of("centre:paris");
        assertEquals(
                List.of(FeedItem.changed("marcxml", ID), FeedItem.changed("marcxml/centre:paris", ID)),
                Sets.movedByItem(ID, true, sets, sets));
    }

    @Test
    void whatLeavesASetStaysThereAsDeletedAndLivesElsewhere() {
        var moved = Sets.movedByItem(ID, true, List.of("centre:beijing", "centre:paris"), List.of("centre:paris"));
        assertTrue(moved.contains(FeedItem.deleted("marcxml/centre:beijing", ID)));
        assertTrue(moved.contains(FeedItem.deleted("oai_dc/centre:beijing", ID)));
        assertTrue(moved.contains(FeedItem.changed("marcxml", ID)));
        assertTrue(moved.contains(FeedItem.changed("oai_dc", ID)));
    }

    @Test
    void whatIsNotShownIsDeletedEverywhere() {
        var moved = Sets.moved(ID, false, List.of("kind:film"), List.of("kind:film"));
        assertTrue(moved.stream().allMatch(FeedItem::deleted));
        assertEquals(4, moved.size());
    }
}
