package org.goldenbridge.catalogue.oai;

import java.time.Instant;
import java.util.List;
import org.goldenbridge.catalogue.record.Copy;
import org.jspecify.annotations.Nullable;

/**
 * A record at its place in a change feed.
 *
 * @param item the record's id
 * @param number its place, which several records can share
 * @param stamp when what the format contains last changed
 * @param deleted whether it is gone from the feed, or from the public since
 * @param sets the sets it is in now
 * @param marcxml the description as it is kept; null when only headers were read or the record is deleted
 * @param copies what centres hold of it
 */
record Entry(
        String item,
        long number,
        Instant stamp,
        boolean deleted,
        List<String> sets,
        @Nullable String marcxml,
        List<Copy> copies) {}
