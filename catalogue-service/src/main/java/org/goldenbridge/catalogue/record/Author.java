package org.goldenbridge.catalogue.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes the catalogue.
 *
 * @param name the account's user name; staff know each other by it
 * @param at when
 * @param importId the import that the change is part of
 */
public record Author(String name, Instant at, @Nullable UUID importId) {
    /** A person at work. */
    public static Author of(String name, Instant at) {
        return new Author(name, at, null);
    }
}
