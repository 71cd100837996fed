package org.goldenbridge.catalogue.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    public Author {
        at = at.truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it: an answer shows what the next one will show
    }

    /** A person at work. */
    public static Author of(String name, Instant at) {
        return new Author(name, at, null);
    }
}
