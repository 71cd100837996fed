package org.goldenbridge.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.goldenbridge.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T18:00,           Asia/Shanghai, 2026-12-01T10:00:00Z",
        "2026-12-01T18:00:30,        Europe/Paris,  2026-12-01T17:00:30Z",
        "2026-12-01T18:00:00Z,       Europe/Paris,  2026-12-01T18:00:00Z",
        "2026-12-01T18:00:00+08:00,  Europe/Paris,  2026-12-01T10:00:00Z",
        "2026-12-01T18:00-03:00,     Europe/Paris,  2026-12-01T21:00:00Z",
        "2026-10-25T02:30,           Europe/Paris,  2026-10-25T00:30:00Z",
        "2024-02-29T12:00,           Asia/Almaty,   2024-02-29T06:00:00Z",
        "2024-03-01T12:00,           Asia/Almaty,   2024-03-01T07:00:00Z",
    })
    void isTheInstantThatIsMeant(String text, ZoneId zone, Instant instant) {
        assertEquals(instant, WallTime.instant(text, zone, "/startsAt"));
    }

    @Test
    void refusesAnHourThatClocksLeapOver() {
        var refusal = assertThrows(
                Refusal.class, () -> WallTime.instant("2027-03-28T02:30", ZoneId.of("Europe/Paris"), "/startsAt"));
        assertEquals("time-in-gap", refusal.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18:00",
                "2026-12-01",
                "2026-12-01 18:00",
                "2026-12-01T18:00 Z",
                "1999-12-31T10:00",
                "2101-01-01T00:00",
                "2028-09-05T10:00:00.0000001",
                "2028-09-05T10:00:00.5Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThrows(Refusal.class, () -> WallTime.instant(text, ZoneId.of("Europe/Paris"), "/startsAt"));
    }
}
