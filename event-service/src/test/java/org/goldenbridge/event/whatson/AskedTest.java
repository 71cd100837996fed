package org.goldenbridge.event.whatson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.goldenbridge.event.programme.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {
    @Test
    void readsAnAddressAndWritesItAgain() {
        var asked = asked(
                "centre",
                "paris",
                "week",
                "2026-W49",
                "kind",
                "workshop",
                "kind",
                "concert",
                "language",
                "kk",
                "free",
                "true",
                "q",
                "dombra night",
                "lang",
                "fr");
        assertEquals("paris", asked.centre());
        assertTrue(asked.isWeek());
        assertNull(asked.from(), "E21: what is looked for is shown whenever it is");
        assertEquals(LocalDate.of(2026, 11, 30), asked.with("q", null).from());
        assertEquals(List.of("dombra", "night"), asked.filtered().words());
        assertEquals(
                Set.of(EventKind.CONCERT, EventKind.WORKSHOP),
                Set.copyOf(asked.filtered().kinds()));
        assertEquals(
                "/whats-on?centre=paris&week=2026-W49&kind=concert&kind=workshop&heldIn=kk&placesLeft=true&q=dombra+night&lang=fr",
                asked.address("/whats-on"));
        assertFalse(asked.leftOut());
    }

    @ParameterizedTest
    @CsvSource({
        "centre, atlantis",
        "day, 2026-02-30",
        "day, 9999-01-01",
        "week, 2026-W60",
        "view, month",
        "kind, party",
        "audience, cats",
        "language, tlh",
        "free, maybe",
        "placesLeft, false",
        "costsNothing, 1",
        "weekend, sunday",
        "age, -1",
        "age, 121",
        "level, hard",
        "space, hall",
        "programme, 018f6f6e"
    })
    void leavesOutWhatCannotBeUnderstood(String name, String value) {
        var asked = asked(name, value);
        assertTrue(asked.leftOut());
        assertEquals("/whats-on", asked.address("/whats-on"));
    }

    @Test
    void passesOverEmptyFieldsAndParametersOfOthers() {
        var asked = asked("q", "", "kind", " ", "utm_source", "mail");
        assertFalse(asked.leftOut());
        assertFalse(asked.isFiltered());
    }

    @Test
    void looksForNothingThatIsNotText() {
        assertEquals(
                List.of("abai", "kunanbaev"),
                asked("q", "\u0000abai\u0007\n kunanbaev\ud800").filtered().words());
        assertEquals(100, String.valueOf(asked("q", "a".repeat(5_000)).one("q")).length());
    }

    @Test
    void showsADayByItselfAndSevenTogether() {
        assertFalse(asked("day", "2026-12-01").isWeek());
        assertTrue(asked("day", "2026-12-01", "view", "week").isWeek());
        assertTrue(asked().isWeek());
        assertNull(asked().from());
        assertEquals(
                "/whats-on?day=2026-12-01&view=week".length(),
                asked().weekFrom(LocalDate.of(2026, 12, 1)).address("/whats-on").length());
        assertEquals(
                "/whats-on?week=2026-W53",
                asked().weekFrom(LocalDate.of(2026, 12, 28)).address("/whats-on"));
    }

    @Test
    void takesAChoiceBackByChoosingItAgain() {
        var chosen = asked("kind", "concert").toggled("kind", "workshop");
        assertEquals(Set.of("concert", "workshop"), chosen.all("kind"));
        assertEquals(Set.of("workshop"), chosen.toggled("kind", "concert").all("kind"));
        assertFalse(chosen.withoutFilters().isFiltered());
    }

    private static Asked asked(String... parameters) {
        var all = new MultivaluedHashMap<String, String>();
        for (var i = 0; i < parameters.length; i += 2) {
            all.add(parameters[i], parameters[i + 1]);
        }
        return Asked.of(all, Set.of("paris", "beijing"));
    }
}
