package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.http.EntityTags;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** An event as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What is on: the content, of which sessions are the times and places.")
record EventView(
        UUID id,
        String centreId,
        EventKind kind,
        PublicStatus status,

        @Schema(description = "Why it was cancelled.") @Nullable
        LocalizedText cancelReason,

        LocalizedText title,
        @Nullable LocalizedText description,
        Audience audience,
        @Nullable Level level,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        List<String> languages,
        @Nullable Price price,
        @Nullable Integer placesPerContact,

        @Schema(description = "The programme it stands under.") @Nullable
        UUID programmeId) {
    static EventView of(Event event, ReaderLanguage reader, Insight insight) {
        var programme = event.programme;
        var shown = programme != null && (programme.isPublic() || insight.into(programme.centreId));
        return new EventView(
                event.id,
                event.centreId,
                event.kind,
                event.status,
                reader.ofNullable(event.cancelReason),
                reader.of(event.title),
                reader.ofNullable(event.description),
                event.audience,
                event.level,
                event.minimumAge,
                event.maximumAge,
                List.of(event.languages),
                event.price(),
                event.placesPerContact,
                shown && programme != null ? programme.id : null);
    }

    /** The tag under which it is shown: whether its programme is shown depends on who reads. */
    String tag(long version, ReaderLanguage reader) {
        return programmeId == null
                ? EntityTags.of(version, reader)
                : EntityTags.of(version, reader, programmeId.toString().substring(0, 8));
    }
}
