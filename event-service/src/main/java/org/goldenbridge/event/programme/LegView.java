package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.centre.Centre;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A leg of a touring exhibition as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where a touring exhibition stands from when to when, in the local days of the place.")
record LegView(
        UUID id,

        @Schema(description = "Which leg of the tour it is, by the days.", examples = "2")
        int nth,

        @Nullable String centreId,
        @Nullable LegVenue venue,
        @Nullable UUID spaceId,
        @Nullable LocalizedText city,

        @Schema(description = "ISO 3166-1 alpha-2.", examples = "FR") @Nullable
        String country,

        LocalDate opensOn,
        LocalDate closesOn,
        int setUpDays,
        int transitDaysBefore,

        @Schema(description = "When setting up begins.", examples = "2027-01-28")
        LocalDate setUpFrom) {

    static LegView of(Leg leg, int nth, ReaderLanguage reader) {
        var centre = leg.centreId == null ? null : Centre.<Centre>findById(leg.centreId);
        var venue = leg.venue == null ? null : leg.venue.in(reader);
        return new LegView(
                leg.id,
                nth,
                leg.centreId,
                venue,
                leg.spaceId,
                venue != null ? venue.city() : centre == null ? null : reader.ofNullable(centre.city()),
                venue != null ? venue.country() : centre == null ? null : centre.country(),
                leg.opensOn,
                leg.closesOn,
                leg.setUpDays,
                leg.transitDaysBefore,
                leg.setUpFrom());
    }

    static List<LegView> of(List<Leg> legs, ReaderLanguage reader) {
        return IntStream.range(0, legs.size())
                .mapToObj(i -> of(legs.get(i), i + 1, reader))
                .toList();
    }
}
