package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A programme as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "An umbrella over events of several centres and cities: a season, a festival, days of culture, a tour.")
record ProgrammeView(
        UUID id,
        ProgrammeKind kind,

        @Schema(description = "The centre that answers for it; absent for the network.", examples = "paris") @Nullable
        String centreId,

        LocalizedText title,
        @Nullable LocalizedText description,

        @Schema(description = "The programme it is a part of.") @Nullable
        UUID parentId,

        LocalDate startsOn,
        LocalDate endsOn,
        PublicStatus status,

        @Schema(description = "Why it was cancelled.") @Nullable
        LocalizedText cancelReason,

        @Schema(description = "Its parts by their first days; only where one programme is read.") @Nullable
        List<ProgrammeView> children,

        @Schema(
                description =
                        "Its own events, at most 500, without those of its parts; only where one programme is read."
                                + " GET /v1/events?programme= lists all.")
        @Nullable
        List<EventView> events,

        @Schema(description = "The legs of a touring exhibition in their order; only where one programme is read.")
        @Nullable
        List<LegView> legs) {

    /** As a list shows it. */
    static ProgrammeView of(Programme programme, ReaderLanguage reader, Insight insight) {
        return of(programme, reader, insight, null, null, null);
    }

    static ProgrammeView of(
            Programme programme,
            ReaderLanguage reader,
            Insight insight,
            @Nullable List<ProgrammeView> children,
            @Nullable List<EventView> events,
            @Nullable List<LegView> legs) {
        var parent = programme.parent;
        var shown = parent != null && (parent.isPublic() || insight.into(parent.centreId));
        return new ProgrammeView(
                programme.id,
                programme.kind,
                programme.centreId,
                reader.of(programme.title),
                reader.ofNullable(programme.description),
                shown && parent != null ? parent.id : null,
                programme.startsOn,
                programme.endsOn,
                programme.status,
                reader.ofNullable(programme.cancelReason),
                children,
                events,
                legs);
    }
}
