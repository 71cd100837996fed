package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
        LocalizedText title,
        @Nullable LocalizedText description,
        Audience audience,
        @Nullable Level level,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        List<String> languages,
        @Nullable Price price,
        @Nullable Integer placesPerContact) {
    static EventView of(Event event, ReaderLanguage reader) {
        return new EventView(
                event.id,
                event.centreId,
                event.kind,
                reader.of(event.title),
                reader.ofNullable(event.description),
                event.audience,
                event.level,
                event.minimumAge,
                event.maximumAge,
                List.of(event.languages),
                event.price(),
                event.placesPerContact);
    }
}
