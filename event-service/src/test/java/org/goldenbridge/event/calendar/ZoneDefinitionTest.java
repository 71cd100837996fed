package org.goldenbridge.event.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneDefinitionTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private static String written(String zone, Instant first, Instant last) {
        var lines = new ContentLines();
        ZoneDefinition.write(lines, ZoneId.of(zone), first, last);
        return new String(lines.bytes(), StandardCharsets.UTF_8);
    }

    private static VTimeZone read(String zone, Instant first, Instant last) throws IOException, ParserException {
        var calendar =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + written(zone, first, last) + "END:VCALENDAR\r\n";
        return (VTimeZone) new CalendarBuilder()
                .build(new StringReader(calendar))
                .getComponents()
                .get(0);
    }

    /** Zones that change by a rule, by decree, by the moon, by half an hour, at midnight, in UTC, or not at all. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026, 2029",
        "Europe/Paris, 1994, 1999",
        "Asia/Shanghai, 1985, 1993",
        "Asia/Shanghai, 2026, 2029",
        "Asia/Almaty, 2023, 2026",
        "Asia/Almaty, 2026, 2029",
        "Africa/Cairo, 2013, 2016",
        "Africa/Cairo, 2022, 2029",
        "America/Sao_Paulo, 2017, 2020",
        "Asia/Tehran, 2020, 2024",
        "Australia/Lord_Howe, 2026, 2029",
        "Africa/Casablanca, 2026, 2029",
        "America/Nuuk, 2022, 2029",
        "America/Santiago, 2026, 2029",
        "Asia/Gaza, 2026, 2029",
        "Europe/Dublin, 2026, 2028",
        "Asia/Kathmandu, 2026, 2027",
        "Etc/UTC, 2026, 2027"
    })
    void saysTheOffsetOfEveryHour(String zone, int firstYear, int lastYear) throws IOException, ParserException {
        var first = Instant.parse(firstYear + "-01-01T12:00:00Z");
        var last = Instant.parse(lastYear + "-12-31T00:00:00Z");
        var read = read(zone, first, last);
        assertTrue(read.validate(true).getEntries().isEmpty(), () -> read + " " + read.validate(true));
        var rules = ZoneId.of(zone).getRules();
        var onsets = ReadCalendar.onsets(read, last);
        int tried = 0;
        for (var hour = first; hour.isBefore(last); hour = hour.plus(Duration.ofHours(1))) {
            var at = hour;
            assertEquals(rules.getOffset(at), onsets.floorEntry(at).getValue(), () -> zone + " at " + at + "\n" + read);
            tried++;
        }
        assertEquals(Duration.between(first, last).toHours(), tried);
    }

    @Test
    void writesARuleWhereTheZoneHasOne() {
        var paris = written("Europe/Paris", NOW, NOW);
        assertEquals("""
                BEGIN:VTIMEZONE
                TZID:Europe/Paris
                BEGIN:DAYLIGHT
                DTSTART:20250330T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:20251026T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                END:VTIMEZONE
                """.replace("\n", "\r\n"), paris);
        assertTrue(written("Australia/Lord_Howe", NOW, NOW)
                .contains("TZOFFSETTO:+1030\r\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"));
        assertTrue(written("America/Santiago", NOW, NOW).contains("BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8"));
    }

    /** Such a zone is true up to a year after the last of its times, whenever that is. */
    @Test
    void writesOnsetByOnsetWhereItHasNone() {
        for (var zone : List.of("Africa/Casablanca", "Africa/Cairo", "Asia/Almaty")) {
            assertFalse(
                    written(zone, Instant.parse("2023-06-01T00:00:00Z"), NOW).contains("RRULE"), zone);
        }
        assertTrue(written("Africa/Cairo", NOW, Instant.parse("2034-06-01T00:00:00Z"))
                .contains("20351026T000000"));
    }

    @Test
    void aZoneThatStaysAsItIsHasOneOffset() {
        assertEquals("""
                BEGIN:VTIMEZONE
                TZID:Asia/Shanghai
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0800
                TZOFFSETTO:+0800
                END:STANDARD
                END:VTIMEZONE
                """.replace("\n", "\r\n"), written("Asia/Shanghai", NOW, NOW));
    }
}
