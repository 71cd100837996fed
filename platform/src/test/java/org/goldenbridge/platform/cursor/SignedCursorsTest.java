package org.goldenbridge.platform.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.List;
import org.goldenbridge.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class SignedCursorsTest {
    private final SignedCursors cursors = new SignedCursors("a secret");

    @Test
    void givesThePlaceBack() {
        assertEquals(
                List.of("2026-12-01T10:00:00Z", "id"),
                cursors.open("list", cursors.sign("list", "2026-12-01T10:00:00Z", "id")));
    }

    @Test
    void refusesEveryFlippedBit() {
        var bytes = Base64.getUrlDecoder().decode(cursors.sign("list", "place"));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
            assertThrows(Refusal.class, () -> cursors.open("list", cursor));
        }
    }

    @Test
    void refusesThoseOfAnotherListAndOfAnotherSecret() {
        var cursor = cursors.sign("list", "place");
        assertThrows(Refusal.class, () -> cursors.open("another list", cursor));
        assertThrows(Refusal.class, () -> new SignedCursors("another secret").open("list", cursor));
        assertThrows(Refusal.class, () -> cursors.open("list", "not base64 !"));
        assertThrows(Refusal.class, () -> cursors.open("list", ""));
    }
}
