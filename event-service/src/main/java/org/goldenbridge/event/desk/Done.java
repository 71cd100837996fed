package org.goldenbridge.event.desk;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done last, as the address of the board says it that is shown afterwards: the word, of what, and which
 * version that has made. It holds nothing of anybody.
 */
class Done {
    static final String PLANNED = "planned";
    static final String MOVED = "moved";
    static final String CHANGED = "changed";
    static final String CANCELLED = "cancelled";
    static final String RESTORED = "restored";
    static final String BLOCKED = "blocked";
    static final String UNBLOCKED = "unblocked";

    @QueryParam("done")
    @Nullable
    String what;

    @QueryParam("of")
    @Nullable
    String of;

    /** The version that it has made: taking it back is refused when there is another by then (ADR 32). */
    @QueryParam("version")
    @Nullable
    String version;

    static Done of(String what, UUID of) {
        var done = new Done();
        done.what = what;
        done.of = of.toString();
        return done;
    }

    /** The same, which can be taken back as long as the version is that one. */
    static Done of(String what, UUID of, long version) {
        var done = of(what, of);
        done.version = String.valueOf(version);
        return done;
    }

    /** The board of that day. */
    URI on(LocalDate day, Workplace workplace) {
        return on("day", day, workplace);
    }

    /** The board on which it was done: {@code week}, or else the day's. */
    URI on(String asked, LocalDate day, Workplace workplace) {
        var board = UriBuilder.fromPath(asked.equals("week") ? "/desk/week" : "/desk/day")
                .queryParam("day", day)
                .queryParam("centre", workplace.centre().id())
                .queryParam("done", what)
                .queryParam("of", of);
        if (version != null) {
            board.queryParam("version", version);
        }
        return board.build();
    }
}
