package org.goldenbridge.event.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** An event as the schedule shows it beside a session. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventSummary(
        UUID id,
        EventKind kind,
        PublicStatus status,
        LocalizedText title,
        Audience audience,
        @Nullable Level level,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        List<String> languages,
        @Nullable Price price) {
    /** The same in the reader's language. */
    public EventSummary in(ReaderLanguage reader) {
        return new EventSummary(
                id, kind, status, reader.of(title), audience, level, minimumAge, maximumAge, languages, price);
    }
}
