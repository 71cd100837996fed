package org.goldenbridge.event.image;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.problem.Refusal;

/** The files of images, each in its sizes. One that was replaced stays for a day: lists that were read before lead to it. */
@ApplicationScoped
class ImageFiles {
    private static final Duration KEPT_WHEN_REPLACED = Duration.ofDays(1);

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    ImageFiles(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What is known of a file without reading it. */
    record Listed(UUID imageId, int width, UUID eventId, String mediaType, String sha256) {
        String tag() {
            return "\"" + sha256 + "\"";
        }
    }

    void add(EventImage image, Rendition rendition) {
        entities.createNativeQuery("""
                        insert into image_file (image_id, width, height, event_id, media_type, sha256, bytes)
                        values (:image, :width, :height, :event, :type, :sha256, :bytes)""")
                .setParameter("image", image.id)
                .setParameter("width", rendition.width)
                .setParameter("height", rendition.height)
                .setParameter("event", image.eventId)
                .setParameter("type", rendition.type.mediaType)
                .setParameter("sha256", rendition.sha256)
                .setParameter("bytes", rendition.bytes)
                .executeUpdate();
    }

    void replaced(UUID imageId, Instant now) {
        entities.createNativeQuery("update image_file set replaced_at = :now where image_id = :image")
                .setParameter("now", now)
                .setParameter("image", imageId)
                .executeUpdate();
    }

    void removeAllOf(UUID eventId) {
        entities.createNativeQuery("delete from image_file where event_id = :event")
                .setParameter("event", eventId)
                .executeUpdate();
    }

    /**
     * The smallest size that is at least so wide, or the largest there is.
     *
     * @throws Refusal 404 when there is no such image any more
     */
    @SuppressWarnings("unchecked")
    Listed find(UUID imageId, int width) {
        List<Listed> sizes = entities.createNativeQuery(
                        "select image_id, width, event_id, media_type, encode(sha256, 'hex') from image_file"
                                + " where image_id = :image order by width",
                        Listed.class)
                .setParameter("image", imageId)
                .getResultList();
        if (sizes.isEmpty()) {
            throw Refusal.notFound("There is no such image.");
        }
        return sizes.stream().filter(size -> size.width() >= width).findFirst().orElse(sizes.get(sizes.size() - 1));
    }

    byte[] bytes(Listed file) {
        List<?> found = entities.createNativeQuery(
                        "select bytes from image_file where image_id = :image and width = :width", byte[].class)
                .setParameter("image", file.imageId())
                .setParameter("width", file.width())
                .getResultList();
        if (found.isEmpty()) {
            throw Refusal.notFound("There is no such image."); // it was taken away at this moment
        }
        return (byte[]) found.get(0);
    }

    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void forget() {
        forget(clock.instant());
    }

    /** Deletes those that were replaced long ago. */
    @Transactional
    void forget(Instant now) {
        entities.createNativeQuery("delete from image_file where replaced_at < :long_ago")
                .setParameter("long_ago", now.minus(KEPT_WHEN_REPLACED))
                .executeUpdate();
    }
}
