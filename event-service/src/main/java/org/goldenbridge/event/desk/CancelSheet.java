package org.goldenbridge.event.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The question before a session is cancelled.
 *
 * @param reached whom it reaches, in words
 * @param reasons in the languages of the centre and the network
 * @param others in all other languages
 * @param no why it could not be done; null when nothing was sent yet
 */
public record CancelSheet(
        UUID session,
        String title,
        String when,
        String reached,
        List<Reason> reasons,
        List<Reason> others,
        Refusals.@Nullable No no) {

    /**
     * The reason in one language.
     *
     * @param tag BCP 47
     * @param direction of what is written in it, as HTML says it
     * @param typed what was typed
     */
    public record Reason(String tag, String name, String direction, String typed) {}
}
