package org.goldenbridge.event.programme;

import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.outbox.Fact;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The fact {@code org.goldenbridge.event.changed.v1}: an event is new or has another content. */
record EventChanged(
        UUID id,
        String centreId,
        long version,
        EventKind kind,
        LocalizedText title,
        @Nullable LocalizedText description,
        Audience audience,
        @Nullable Level level,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        List<String> languages,
        PublicStatus status,
        @Nullable UUID programmeId) {
    static Fact of(Event event) {
        var programme = event.programme;
        var data = new EventChanged(
                event.id,
                event.centreId,
                event.version,
                event.kind,
                event.title,
                event.description,
                event.audience,
                event.level,
                event.minimumAge,
                event.maximumAge,
                List.of(event.languages),
                event.status,
                programme == null || !programme.isPublic() ? null : programme.id);
        return new Fact("event.events", "org.goldenbridge.event.changed.v1", event.id.toString(), data);
    }
}
