package org.goldenbridge.event.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a space is blocked.
 *
 * @param key under which it is blocked once
 * @param no why it could not be done; null when nothing was sent yet
 * @param inTheWay what stands against it
 */
public record BlockSheet(
        String key,
        String centre,
        Typed typed,
        List<TimeSheet.Option> spaces,
        Refusals.@Nullable No no,
        List<InTheWay> inTheWay) {

    /**
     * Something that has the space then.
     *
     * @param words what it is, from when to when, and who planned it
     * @param href its page; null for a block
     */
    public record InTheWay(String words, @Nullable String href) {}
}
