package org.goldenbridge.event.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InUseTest {
    private static final Instant DAY = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void isFreeFromTheMomentAtWhichItEnds() {
        var inUse = new InUse();
        inUse.add(hours(10, 12), 5);
        inUse.add(hours(12, 14), 7);
        assertEquals(7, inUse.peak(hours(9, 15)));
        assertEquals(5, inUse.peak(hours(11, 12)));
        assertEquals(0, inUse.peak(hours(8, 10)));
        assertEquals(0, inUse.peak(hours(14, 15)));
    }

    @Test
    void countsAsOneWhoLooksAtEveryHour() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var inUse = new InUse();
            var claims = new ArrayList<Interval>();
            for (int i = random.nextInt(12); i > 0; i--) {
                var from = random.nextInt(20);
                var claim = hours(from, from + 1 + random.nextInt(6));
                claims.add(claim);
                inUse.add(claim, 1 + claims.size());
            }
            var from = random.nextInt(20);
            var asked = hours(from, from + 1 + random.nextInt(8));
            int most = 0;
            for (var at = asked.start(); at.isBefore(asked.end()); at = at.plusSeconds(3600)) {
                var hour = new Interval(at, at.plusSeconds(3600));
                int now = 0;
                for (int i = 0; i < claims.size(); i++) {
                    now += claims.get(i).overlaps(hour) ? 2 + i : 0;
                }
                most = Math.max(most, now);
            }
            assertEquals(most, inUse.peak(asked), "seed " + seed + ", " + claims + " asked " + asked);
        }
    }

    private static Interval hours(int from, int to) {
        return new Interval(DAY.plusSeconds(from * 3600L), DAY.plusSeconds(to * 3600L));
    }
}
