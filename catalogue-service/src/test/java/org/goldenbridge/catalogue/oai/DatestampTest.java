package org.goldenbridge.catalogue.oai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatestampTest {
    @Test
    void aSecondIsASecond() {
        var second = Datestamp.read("from", "2026-11-21T10:00:01Z");
        assertEquals(Instant.parse("2026-11-21T10:00:01Z"), second.first());
        assertEquals(Instant.parse("2026-11-21T10:00:01Z"), second.last());
    }

    @Test
    void aDayLastsToItsEnd() {
        var day = Datestamp.read("until", "2028-02-29");
        assertEquals(Instant.parse("2028-02-29T00:00:00Z"), day.first());
        assertEquals(Instant.parse("2028-02-29T23:59:59Z"), day.last());
    }

    @Test
    void refusesEverythingElse() {
        for (var text : new String[] {
            "",
            "2026",
            "2026-11",
            "20261121",
            "2026-13-01",
            "2026-02-29",
            "2026-11-00",
            "0000-01-01",
            "0000-01-01T00:00:00Z",
            "-2026-11-21",
            "+02026-11-21",
            "2026-11-21Z",
            "2026-11-21T10:00Z",
            "2026-11-21T10:00:00",
            "2026-11-21T10:00:00z",
            "2026-11-21t10:00:00Z",
            "2026-11-21 10:00:00Z",
            "2026-11-21T10:00:00.0Z",
            "2026-11-21T10:00:00+00:00",
            "2026-11-21T24:00:00Z",
            "2026-11-21T23:60:00Z",
            "2026-06-30T23:59:60Z",
            " 2026-11-21",
            "2026-11-21\n",
            "\u0662\u0660\u0662\u0666-11-21"
        }) {
            var error = assertThrows(ProtocolError.class, () -> Datestamp.read("from", text), text);
            assertEquals(ProtocolError.Code.BAD_ARGUMENT, error.code());
        }
    }

    @Test
    void answersWithoutFractions() {
        assertEquals("2026-11-21T10:00:01Z", Datestamp.of(Instant.parse("2026-11-21T10:00:01.999999Z")));
        assertEquals("2026-11-21T10:00:00Z", Datestamp.of(Instant.parse("2026-11-21T10:00:00Z")));
    }
}
