package org.goldenbridge.event.publicschedule;

import java.util.UUID;

/**
 * A part of an answer that says how many places are left; a booking changes no more than these.
 *
 * @param at where it begins, in bytes
 * @param length how many bytes it has
 * @param writing writes it
 */
public record Blank(int at, int length, Writing writing) {
    /** Writes a part of an answer of what is known of the places of all sessions that it depends on. */
    @FunctionalInterface
    public interface Writing {
        String of(Known places);
    }

    /** What is known of places. */
    public interface Known {
        /** Those of the session, as far as the answer says something of them. */
        ShownPlaces of(UUID session);

        /** How many of the sessions that are counted have places left. */
        int free();
    }
}
