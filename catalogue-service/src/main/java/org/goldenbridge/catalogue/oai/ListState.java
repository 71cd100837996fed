package org.goldenbridge.catalogue.oai;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a harvester stands in a list (OAI-PMH 2.0, 3.5).
 *
 * @param set the set harvested; empty for the whole catalogue
 * @param number the number of the change behind which the list goes on
 * @param item the record that changed there, for several can change with one number; empty before the first of them
 * @param through the number of the last change that belongs to the list: what changes later comes in the next harvest
 * @param asOf up to when the list is complete; a harvest from then on misses nothing
 * @param cursor how many entries of the list came before
 * @param size how many entries the list had when it was begun
 */
record ListState(
        Format format, String set, long number, String item, long through, Instant asOf, long cursor, long size) {
    /** How long a resumption token can be used. */
    static final Duration VALID_FOR = Duration.ofDays(7);

    /** A list of the changes behind one number, up to another. */
    static ListState begin(Format format, String set, long after, long through, Instant asOf) {
        return new ListState(format, set, after + 1, "", through, asOf, 0, 0);
    }

    /** The change feed that is read; a set that is nothing but the parent of others holds every record. */
    String feed() {
        return isWhole() ? format.prefix() : format.prefix() + "/" + set;
    }

    private boolean isWhole() {
        return set.isEmpty() || HarvestSet.PARENTS.contains(set);
    }

    ListState counted(long size) {
        return new ListState(format, set, number, item, through, asOf, cursor, size);
    }

    /** The state behind an entry. */
    ListState behind(Entry entry) {
        return new ListState(format, set, entry.number(), entry.item(), through, asOf, cursor + 1, size);
    }
}
