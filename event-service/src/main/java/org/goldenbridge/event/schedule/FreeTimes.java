package org.goldenbridge.event.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.centre.CentreHours;
import org.goldenbridge.event.centre.Space;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** Finds when and where something could be held. What is claimed is read once; all times are then tried in memory. */
@ApplicationScoped
class FreeTimes {
    private static final long STEP_SECONDS = 15 * 60;
    private static final int MOST = 100;

    private final Diaries diaries;
    private final ReaderLanguage reader;

    @Inject
    FreeTimes(Diaries diaries, ReaderLanguage reader) {
        this.diaries = diaries;
        this.reader = reader;
    }

    /** What was found. */
    @Schema(name = "FreeTimes", description = "Where something could be held, in the order in which it could begin.")
    record Found(
            List<FreeSpace> items,

            @Schema(description = "Whether there is more than is shown: ask from a later day.")
            boolean more) {}

    Found find(FreeTimeQuery asked) {
        var cells = Stream.concat(
                        Stream.of(asked.teachers()),
                        asked.spaces().stream().flatMap(space -> Arrays.stream(space.cells())))
                .toArray(UUID[]::new);
        // A day around the window holds the set-up and clearing of every room.
        var diary = diaries.read(cells, asked.equipment(), asked.within().widened(1440, 1440), null);
        var hours = CentreHours.of(asked.centre());
        var found = asked.spaces().stream()
                .flatMap(space -> in(space, asked, diary, hours).stream())
                .sorted(Comparator.comparing(FreeSpace::startsAt))
                .toList();
        return new Found(found.subList(0, Math.min(MOST, found.size())), found.size() > MOST);
    }

    /** The times in one space: quarter hours at which it could begin, joined where each follows the other. */
    private List<FreeSpace> in(Space space, FreeTimeQuery asked, Diary diary, CentreHours hours) {
        var found = new ArrayList<FreeSpace>();
        @Nullable Instant first = null;
        @Nullable Instant last = null;
        for (var start = quarter(asked.within().start());
                !start.plus(asked.length()).isAfter(asked.within().end());
                start = start.plusSeconds(STEP_SECONDS)) {
            if (isPossible(space, asked, diary, hours, start)) {
                first = first == null ? start : first;
                last = start;
            } else if (first != null && last != null) {
                found.add(free(space, asked, first, last));
                first = null;
            }
        }
        if (first != null && last != null) {
            found.add(free(space, asked, first, last));
        }
        return found;
    }

    private static boolean isPossible(Space space, FreeTimeQuery asked, Diary diary, CentreHours hours, Instant start) {
        var candidate = new Interval(start, start.plus(asked.length()));
        var needed = candidate.widened(space.setUpMinutes(), space.clearingMinutes());
        return diary.isFree(space.cells(), needed)
                && diary.isFree(asked.teachers(), candidate)
                && diary.hasEnough(asked.equipment(), needed)
                && hours.isOpen(space.id(), candidate.start(), candidate.end());
    }

    private FreeSpace free(Space space, FreeTimeQuery asked, Instant first, Instant last) {
        var where = new OtherSpace(space.id(), reader.of(space.name()), space.capacity());
        return FreeSpace.of(where, new Interval(first, last.plus(asked.length())), last, asked.centre());
    }

    /** The quarter hour at or after an instant; every zone's offset in use is made of them. */
    private static Instant quarter(Instant instant) {
        var seconds =
                Math.floorDiv(instant.plus(Duration.ofMinutes(15)).minusNanos(1).getEpochSecond(), STEP_SECONDS);
        return Instant.ofEpochSecond(seconds * STEP_SECONDS);
    }
}
