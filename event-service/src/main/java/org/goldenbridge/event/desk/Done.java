package org.goldenbridge.event.desk;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.goldenbridge.event.schedule.AsPlanned;
import org.jspecify.annotations.Nullable;

/**
 * What was done last, as the address of the board says it that is shown afterwards: the word, of what, and where it was before.
 * It holds ids and times, and nothing of anybody.
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

    /** Wall times of its place, {@code <start>/<end>}. */
    @QueryParam("was")
    @Nullable
    String was;

    /** The space in which it was; nothing else can be taken back. */
    @QueryParam("wasIn")
    @Nullable
    String wasIn;

    static Done of(String what, UUID of) {
        var done = new Done();
        done.what = what;
        done.of = of.toString();
        return done;
    }

    /** A session that was moved from where it was. */
    static Done moved(AsPlanned before) {
        var done = of(MOVED, before.id());
        done.was = before.startsAt() + "/" + before.endsAt();
        var space = before.place().spaceId();
        done.wasIn = space == null ? null : space.toString();
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
        if (was != null && wasIn != null) {
            board.queryParam("was", was).queryParam("wasIn", wasIn);
        }
        return board.build();
    }
}
