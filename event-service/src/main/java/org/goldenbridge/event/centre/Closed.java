package org.goldenbridge.event.centre;

import java.util.UUID;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Why a space cannot receive the public.
 *
 * @param space what is closed: the space itself, or one that shares a cell with it; null when it is the whole centre
 * @param why completes "It is ..."
 */
public record Closed(@Nullable UUID space, String why) {
    /** The closed space by its name, or the centre, and why it is closed: a sentence without its full stop. */
    public String inWords(ReaderLanguage reader) {
        return subject(reader) + " is " + why;
    }

    private String subject(ReaderLanguage reader) {
        if (space == null) {
            return "The centre";
        }
        Space closed = Space.findById(space);
        return closed == null
                ? "A space that shares room with it"
                : reader.of(closed.name()).texts().values().iterator().next();
    }
}
