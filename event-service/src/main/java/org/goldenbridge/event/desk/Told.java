package org.goldenbridge.event.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a board says of what was done last.
 *
 * @param page of what it was done to; null where it has none
 * @param undo how it is taken back; null where it cannot be
 */
public record Told(
        String words, @Nullable String page, @Nullable Undo undo) {
    /** The form that takes something back. */
    public record Undo(String action, List<Field> fields) {}

    /** What such a form sends. */
    public record Field(String name, String value) {}
}
