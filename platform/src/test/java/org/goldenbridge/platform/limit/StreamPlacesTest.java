package org.goldenbridge.platform.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class StreamPlacesTest {
    private static final CallerKey ANNA = new CallerKey(CallerKey.Kind.ADDRESS, "198.51.100.1");
    private static final CallerKey BORIS = new CallerKey(CallerKey.Kind.ADDRESS, "198.51.100.2");

    @Test
    void givesEachCallerItsPlacesAndNoMore() {
        var places = new StreamPlaces(2, 10);
        assertTrue(places.take(ANNA));
        assertTrue(places.take(ANNA));
        assertFalse(places.take(ANNA));
        assertTrue(places.take(BORIS));
        places.giveBack(ANNA);
        assertTrue(places.take(ANNA));
        assertEquals(3, places.open());
    }

    @Test
    void givesNoMoreThanThereAreAltogether() {
        var places = new StreamPlaces(2, 3);
        assertEquals(2, taken(places, ANNA, 2));
        assertTrue(places.take(BORIS));
        assertFalse(places.take(BORIS));
        places.giveBack(ANNA);
        assertTrue(places.take(BORIS));
    }

    @Test
    void losesNoPlaceWhenManyComeAndGoAtOnce() throws InterruptedException, ExecutionException {
        var places = new StreamPlaces(3, 5);
        var crowd = Executors.newFixedThreadPool(8);
        try {
            var visits = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 8; i++) {
                var caller = i % 2 == 0 ? ANNA : BORIS;
                visits.add(() -> {
                    var within = true;
                    for (var turn = 0; turn < 20_000; turn++) {
                        if (places.take(caller)) {
                            within &= places.open() <= 5 + 8; // those who are being refused are counted for a moment
                            places.giveBack(caller);
                        }
                    }
                    return within;
                });
            }
            for (var visit : crowd.invokeAll(visits)) {
                assertTrue(visit.get());
            }
        } finally {
            crowd.shutdown();
        }
        assertEquals(0, places.open());
        assertEquals(3, taken(places, ANNA, 4));
    }

    private static int taken(StreamPlaces places, CallerKey caller, int tries) {
        var taken = 0;
        for (var i = 0; i < tries; i++) {
            taken += places.take(caller) ? 1 : 0;
        }
        return taken;
    }
}
