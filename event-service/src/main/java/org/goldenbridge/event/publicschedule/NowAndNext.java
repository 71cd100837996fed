package org.goldenbridge.event.publicschedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.jspecify.annotations.Nullable;

/** What is on at a centre at this moment, and what comes next. */
@Singleton
class NowAndNext {
    private static final int NEXT = 5;
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(10);

    private final ScheduleReader reader;
    private final ObjectMapper json;

    NowAndNext(ScheduleReader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    /**
     * What is told of it.
     *
     * @param until when the next session begins or ends
     */
    record State(String json, Instant until) {}

    /** Those that have begun and not ended, and the next that begin; in all their languages. */
    @Schema(description = "What is on at the centre and what comes next, in all languages.")
    record OnNow(List<Shown> now, List<Shown> next) {}

    /** A session, as short as can be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ShownNow", description = "A session, as short as can be.")
    record Shown(
            UUID id,
            LocalizedText title,
            @Nullable LocalizedText space,
            OffsetDateTime localStartsAt,
            OffsetDateTime localEndsAt,
            Availability places) {
        static Shown of(ScheduleEntry entry) {
            return new Shown(
                    entry.id(),
                    entry.title(),
                    entry.space() == null ? null : entry.space().name(),
                    entry.localStart().toOffsetDateTime(),
                    entry.localEnd().toOffsetDateTime(),
                    entry.places());
        }
    }

    State at(String centre, Instant now) {
        var coming = reader.find(ScheduleQuestion.everything().at(List.of(centre)), null, 50, now).stream()
                .filter(entry -> !entry.cancelled())
                .toList();
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
                write(new OnNow(
                        begun.stream().map(Shown::of).toList(),
                        next.stream().map(Shown::of).toList())),
                until);
    }

    private String write(OnNow state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own messages can be written", e);
        }
    }
}
