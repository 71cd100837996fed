package org.goldenbridge.event.publicschedule;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Bytes of which some parts say how many places are left. */
record Filled(Buffer bytes, List<Blank> blanks) {
    /** The same with other places. */
    Filled with(Blank.Known places) {
        var filled = Buffer.buffer(bytes.length() + 100);
        var moved = new ArrayList<Blank>(blanks.size());
        var from = 0;
        for (var blank : blanks) {
            filled.appendBytes(bytes.getBytes(from, blank.at()));
            var at = filled.length();
            filled.appendString(blank.writing().of(places));
            moved.add(new Blank(at, filled.length() - at, blank.writing()));
            from = blank.at() + blank.length();
        }
        filled.appendBytes(bytes.getBytes(from, bytes.length()));
        return new Filled(filled, moved);
    }
}
