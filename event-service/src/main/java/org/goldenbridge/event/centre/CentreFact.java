package org.goldenbridge.event.centre;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What is read of {@code org.goldenbridge.centre.changed.v1}. */
record CentreFact(
        String id,
        long version,
        boolean withdrawn,
        LocalizedText name,
        @Nullable LocalizedText city,
        @Nullable String country,
        @Nullable LocalizedText address,
        @Nullable String postalCode,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Access access,
        String zone,
        List<OpeningInterval> openingHours,
        List<Closure> closures) {

    record OpeningInterval(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
            DayOfWeek day,

            String opens,
            String closes) {}

    /** @param reason null in copies that were taken before it was kept */
    record Closure(
            @Nullable UUID spaceId,
            Instant startsAt,
            Instant endsAt,
            @Nullable LocalizedText reason) {}
}
