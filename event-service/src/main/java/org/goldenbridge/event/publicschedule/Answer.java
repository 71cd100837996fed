package org.goldenbridge.event.publicschedule;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Content;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Ground;
import org.goldenbridge.event.publicschedule.ScheduleChange.ChangedSession;
import org.goldenbridge.platform.http.EntityTags;
import org.jspecify.annotations.Nullable;

/** An answer about the schedule, written once and kept with what it depends on. */
final class Answer {
    /** Below this, packing makes it longer or saves nothing worth it. */
    private static final int WORTH_PACKING = 300;

    final String mediaType;
    final byte[] bytes;
    final byte @Nullable [] packed;
    final String tag;
    final long begun;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ScheduleQuestion question;
    private final ScheduleReader.@Nullable Place after;
    private final @Nullable Instant lastStart;
    private final Map<UUID, Availability> places;
    private final boolean showsPlaces;
    private final long until;

    /** Up to which change it is known to be true. */
    private volatile long trueAt;

    /**
     * @param trueAt the last change known before the database was read
     * @param begun when it was begun to be made (System.nanoTime)
     */
    Answer(Content content, Ground ground, long trueAt, long begun) {
        this.begun = begun;
        mediaType = content.mediaType();
        this.trueAt = trueAt;
        bytes = content.body().getBytes(StandardCharsets.UTF_8);
        packed = bytes.length < WORTH_PACKING ? null : packed(bytes);
        tag = EntityTags.weak(bytes);
        headers.put(HttpHeaders.ETAG, tag);
        headers.put(HttpHeaders.CACHE_CONTROL, "no-cache"); // a copy is asked for again, and is seldom sent again
        headers.put(HttpHeaders.VARY, "Accept-Language, Accept-Encoding");
        if (!content.languages().isEmpty()) {
            headers.put(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", content.languages()));
        }
        headers.putAll(content.headers());
        question = ground.question();
        after = ground.after();
        var seen = ground.seen();
        lastStart = ground.isWhole() || seen.isEmpty()
                ? null
                : seen.get(seen.size() - 1).startsAt();
        showsPlaces = ground.showsPlaces();
        until = ground.until().toEpochMilli();
        places = new HashMap<>(2 * seen.size());
        seen.forEach(entry -> places.put(entry.id(), entry.places()));
    }

    /** What goes with it whether it is sent or known already. */
    Map<String, String> headers() {
        return headers;
    }

    /** The bytes, to be sent by many at once. */
    Buffer buffer() {
        return Buffer.buffer(bytes);
    }

    /** The same, packed. */
    Buffer packedBuffer() {
        return Buffer.buffer(Objects.requireNonNull(packed));
    }

    /** How much memory it takes, about; in bytes. */
    int weight() {
        return 1_000 + bytes.length + (packed == null ? 0 : packed.length) + 100 * places.size();
    }

    /** Whether it is still true, as far as is known here. */
    boolean isTrue(ScheduleChanges changes, long nowMillis) {
        if (nowMillis >= until) {
            return false;
        }
        var number = changes.number();
        var since = trueAt;
        if (since >= number) {
            return true;
        }
        if (!changes.reachesBack(since)) {
            return false;
        }
        for (var together : changes.after(since)) {
            for (var change : together) {
                if (concerns(change)) {
                    return false;
                }
            }
        }
        // Forgotten while it was looked through: then it is not known.
        if (!changes.reachesBack(since)) {
            return false;
        }
        trueAt = number;
        return true;
    }

    private boolean concerns(ScheduleChange change) {
        var session = change.session();
        if (session == null) {
            return true;
        }
        var shown = places.get(session.id());
        if (change.what() == ScheduleChange.What.PLACES) {
            return showsPlaces && (shown == null ? question.free() && mayBelong(session) : shown != session.places());
        }
        return shown != null || mayBelong(session);
    }

    /** Whether the session may be one of it now; what is cheap to know is looked at. */
    private boolean mayBelong(ChangedSession session) {
        var from = question.from();
        var to = question.to();
        return (question.centres().isEmpty() || question.centres().contains(session.centreId()))
                && (question.spaces().isEmpty()
                        || (session.spaceId() != null && question.spaces().contains(session.spaceId())))
                && (question.event() == null || question.event().equals(session.eventId()))
                && (question.course() == null || question.course().equals(session.courseId()))
                && (from == null || session.endsAt().isAfter(from.beginning(session.zone())))
                && (to == null || session.startsAt().isBefore(to.ending(session.zone())))
                && (after == null || !session.startsAt().isBefore(after.startsAt()))
                && (lastStart == null || !session.startsAt().isAfter(lastStart));
    }

    private static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 4 + 100);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but memory", e);
        }
        return packed.toByteArray();
    }
}
