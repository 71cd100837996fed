package org.goldenbridge.event.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.audit.Audit;
import org.goldenbridge.event.programme.EventRenamed;
import org.goldenbridge.platform.id.Ids;
import org.goldenbridge.platform.security.Caller;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Gives events their images; the schedule shows each change at once for all sessions of the event. */
@ApplicationScoped
class EventImages {
    private final ImageFiles files;
    private final Audit audit;
    private final Caller caller;
    private final Event<EventRenamed> renamed;

    @Inject
    EventImages(ImageFiles files, Audit audit, Caller caller, Event<EventRenamed> renamed) {
        this.files = files;
        this.audit = audit;
        this.caller = caller;
        this.renamed = renamed;
    }

    /** Shows the renditions in place of what there was. A transaction of its own: making them took its time before. */
    @Transactional
    EventImage keep(UUID eventId, Renditions renditions, Instant now) {
        var image = EventImage.shownOf(eventId).orElseGet(() -> EventImage.of(eventId));
        if (image.isPersistent()) {
            files.replaced(image.id, now);
        }
        image.show(Ids.next(), renditions, now);
        image.persistAndFlush();
        files.add(image, renditions.large());
        if (renditions.small().width < renditions.large().width) {
            files.add(image, renditions.small());
        }
        tell(image, "image-set", Map.of("imageId", image.id, "width", image.width, "height", image.height), now);
        return image;
    }

    @Transactional
    void describe(EventImage image, @Nullable LocalizedText alt, Instant now) {
        image.alt = alt;
        image.persistAndFlush();
        tell(image, "image-described", alt == null ? Map.of() : Map.of("alt", alt), now);
    }

    /** Takes it away, and all that were shown before it: whoever takes an image away has a reason. */
    @Transactional
    void remove(EventImage image, Instant now) {
        image.delete();
        files.removeAllOf(image.eventId);
        tell(image, "image-removed", Map.of("imageId", image.id), now);
    }

    private void tell(EventImage image, String action, Map<String, ?> detail, Instant now) {
        audit.recordOfEvent(now, caller.subject(), action, image.eventId, detail);
        renamed.fire(new EventRenamed(image.eventId));
    }
}
