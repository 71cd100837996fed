package org.goldenbridge.event.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The image that an event has now; its pixels are {@link ImageFiles}. */
@Entity
class EventImage extends PanacheEntityBase {
    /** An event has one image at most. */
    @Id
    UUID eventId;

    /** Which image it is, in its address: a new one with each upload. */
    UUID id;

    @Version
    long version;

    String mediaType;
    int width;
    int height;
    int smallWidth;
    int smallHeight;

    /** What is to be seen on it, for who does not see it. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    LocalizedText alt;

    Instant createdAt;

    static EventImage of(UUID eventId) {
        var image = new EventImage();
        image.eventId = eventId;
        return image;
    }

    /** Shows another picture. What was said of the one before is not true of this one. */
    void show(UUID id, Renditions renditions, Instant now) {
        this.id = id;
        mediaType = renditions.large().type.mediaType;
        width = renditions.large().width;
        height = renditions.large().height;
        smallWidth = renditions.small().width;
        smallHeight = renditions.small().height;
        alt = null;
        createdAt = now;
    }

    static Optional<EventImage> shownOf(UUID eventId) {
        return EventImage.findByIdOptional(eventId);
    }

    static EventImage required(UUID eventId) {
        return shownOf(eventId).orElseThrow(() -> Refusal.notFound("The event has no image."));
    }
}
