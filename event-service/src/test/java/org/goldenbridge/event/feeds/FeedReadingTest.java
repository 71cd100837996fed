package org.goldenbridge.event.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FeedReadingTest {
    private static FeedReading after(long number) {
        return new FeedReading(number, null, FeedReading.LIMIT, null, null);
    }

    @Test
    void carriesWhereItBeganUntilItHasComeSoFar() {
        var second = after(0).next(500, 9_000);
        assertEquals("?afterChangeNumber=500&begun=9000", second.query());
        var third = second.next(8_999, 9_100);
        assertEquals("?afterChangeNumber=8999&begun=9000", third.query());
        assertEquals("?afterChangeNumber=9000", third.next(9_000, 9_200).query());
    }

    @Test
    void takesLimitAndLanguageAlong() {
        var first = new FeedReading(0, null, 2, "fr", "paris");
        assertEquals("?limit=2&lang=fr&centre=paris", first.query());
        assertEquals(
                "?afterChangeNumber=7&limit=2&lang=fr&centre=paris",
                first.next(7, 7).query());
    }

    @Test
    void missesNothingThatHadGoneBeforeItBegan() {
        assertFalse(after(0).missed(4_000), "whoever begins holds nothing");
        assertFalse(after(0).next(500, 9_000).missed(9_000), "what had gone by then it never held");
        assertFalse(after(4_000).missed(4_000));
    }

    @Test
    void missesWhatIsForgottenBehindItsPlace() {
        assertTrue(after(3_999).missed(4_000));
        assertTrue(after(0).next(500, 9_000).missed(9_001), "a reading that took longer than tombstones are kept");
    }
}
