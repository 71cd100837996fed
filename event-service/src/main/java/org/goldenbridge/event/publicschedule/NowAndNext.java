package org.goldenbridge.event.publicschedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** What is on at a centre at this moment, and what comes next. */
@Singleton
class NowAndNext {
    private static final int NEXT = 5;
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(10);

    private final ScheduleReader reader;

    NowAndNext(ScheduleReader reader) {
        this.reader = reader;
    }

    /**
     * What is told of it.
     *
     * @param until when the next session begins or ends
     */
    record State(OnNow shown, Instant until) {}

    /** Those that have begun and not ended, and the next that begin; in all their languages. */
    @Schema(description = "What is on at a centre and what comes next, in the language that is asked for, or in all.")
    record OnNow(@Schema(examples = "beijing") String centreId, List<Shown> now, List<Shown> next) {
        OnNow in(ReaderLanguage reader) {
            return new OnNow(centreId, in(now, reader), in(next, reader));
        }

        private static List<Shown> in(List<Shown> shown, ReaderLanguage reader) {
            return shown.stream().map(one -> one.in(reader)).toList();
        }
    }

    /** A session, as short as can be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ShownNow", description = "A session, as short as can be.")
    record Shown(
            UUID id,
            LocalizedText title,
            @Nullable UUID spaceId,
            @Nullable LocalizedText space,

            @Schema(
                    description = "Whether it takes place.",
                    enumeration = {"scheduled", "cancelled"},
                    examples = "scheduled")
            String status,

            OffsetDateTime localStartsAt,
            OffsetDateTime localEndsAt,
            Availability places) {
        static Shown of(ScheduleEntry entry) {
            return new Shown(
                    entry.id(),
                    entry.title(),
                    entry.space() == null ? null : entry.space().id(),
                    entry.space() == null ? null : entry.space().name(),
                    entry.cancelled() ? "cancelled" : "scheduled",
                    entry.localStart().toOffsetDateTime(),
                    entry.localEnd().toOffsetDateTime(),
                    entry.places());
        }

        Shown in(ReaderLanguage reader) {
            return new Shown(
                    id,
                    reader.of(title),
                    spaceId,
                    reader.ofNullable(space),
                    status,
                    localStartsAt,
                    localEndsAt,
                    places);
        }
    }

    State at(String centre, Instant now) {
        var coming = reader.find(ScheduleQuestion.everything().at(List.of(centre)), null, 50, now);
        var begun =
                coming.stream().filter(entry -> !entry.startsAt().isAfter(now)).toList();
        var next = coming.stream()
                .filter(entry -> entry.startsAt().isAfter(now))
                .limit(NEXT)
                .toList();
        var until = Stream.concat(
                        begun.stream().map(ScheduleEntry::endsAt), next.stream().map(ScheduleEntry::startsAt))
                .min(Instant::compareTo)
                .filter(change -> change.isBefore(now.plus(AT_LEAST_EVERY)))
                .orElse(now.plus(AT_LEAST_EVERY));
        return new State(
                new OnNow(
                        centre,
                        begun.stream().map(Shown::of).toList(),
                        next.stream().map(Shown::of).toList()),
                until);
    }
}
