package org.goldenbridge.event.publicschedule;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.publicschedule.Ground.Places;
import org.goldenbridge.event.publicschedule.PreparedAnswers.Content;
import org.goldenbridge.event.publicschedule.ScheduleChange.ChangedSession;
import org.goldenbridge.platform.http.EntityTags;
import org.jspecify.annotations.Nullable;

/** An answer about the schedule, written once and kept with what it depends on. */
final class Answer {
    /** Below this, packing makes it longer or saves nothing worth it. */
    private static final int WORTH_PACKING = 300;

    /** Above this, packing is no work for a thread that answers others. */
    private static final int SOON_PACKED = 64 * 1024;

    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    /** RFC 9110, 15.4.5: what goes with an answer that is not sent again; the rest is known where it was sent. */
    private static final Set<String> OF_NOT_MODIFIED =
            Set.of(HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY);

    /** What a page is closed with goes with it each time: some browsers take it from the answer that says that nothing is new. */
    private static final String POLICY = "Content-Security-Policy";

    final String tag;
    final long begun;

    /** All that goes with it, and what goes with it when it is not sent again. */
    final List<Field> fields;

    final List<Field> fieldsOfNotModified;
    private final Buffer whole;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ScheduleQuestion question;
    private final ScheduleReader.@Nullable Place after;
    private final @Nullable Instant lastStart;
    private final SeenSessions places;
    private final Set<UUID> courses;
    private final Places showing;
    private final @Nullable Blanks blanks;
    private final boolean mayBeASecondOld;
    private final long until;

    /** Its items in their order, where other words are written into them. */
    private final List<UUID> items;

    private volatile @Nullable Buffer packed;

    /** Up to which change it is known to be true. */
    private volatile long trueAt;

    /**
     * @param trueAt the last change known before the database was read
     * @param begun when it was begun to be made (System.nanoTime)
     */
    Answer(Content content, Ground ground, long trueAt, long begun) {
        this.begun = begun;
        this.trueAt = trueAt;
        var bytes = content.body().getBytes(StandardCharsets.UTF_8);
        whole = Buffer.buffer(bytes);
        tag = EntityTags.weak(bytes);
        headers.put(HttpHeaders.CONTENT_TYPE, content.mediaType());
        headers.put(HttpHeaders.ETAG, tag);
        headers.put(HttpHeaders.CACHE_CONTROL, "no-cache"); // a copy is asked for again, and is seldom sent again
        headers.put(HttpHeaders.VARY, "Accept-Language, Accept-Encoding");
        if (!content.languages().isEmpty()) {
            headers.put(HttpHeaders.CONTENT_LANGUAGE, String.join(", ", content.languages()));
        }
        headers.putAll(content.headers());
        fields = fields(headers);
        fieldsOfNotModified = notModified(headers);
        question = ground.question();
        after = ground.after();
        var seen = ground.seen();
        lastStart = ground.isWhole() || seen.isEmpty()
                ? null
                : seen.get(seen.size() - 1).startsAt();
        showing = ground.places();
        blanks = ground.blanks();
        mayBeASecondOld = ground.mayBeASecondOld();
        until = ground.until().toEpochMilli();
        items = showing == Places.AS_WORDS
                ? seen.stream().map(ScheduleEntry::id).toList()
                : List.of();
        places =
                SeenSessions.of(seen, ground.counted(), entry -> shown(entry.id(), entry.places(), entry.placesLeft()));
        courses = seen.stream()
                .map(ScheduleEntry::courseId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The same with other words for the places left of some sessions. */
    private Answer(Answer before, Filled filled, SeenSessions all, long trueAt) {
        whole = filled.bytes();
        blanks = before.blanks == null
                ? null
                : new Blanks(filled.blanks(), before.blanks.sessions(), before.blanks.isArranged());
        this.trueAt = trueAt;
        begun = before.begun;
        tag = EntityTags.weak(whole.getBytes());
        headers.putAll(before.headers);
        headers.put(HttpHeaders.ETAG, tag);
        fields = fields(headers);
        fieldsOfNotModified = notModified(headers);
        question = before.question;
        after = before.after;
        lastStart = before.lastStart;
        showing = before.showing;
        mayBeASecondOld = before.mayBeASecondOld;
        until = before.until;
        items = before.items;
        courses = before.courses;
        places = all;
    }

    private ShownPlaces shown(ChangedSession session) {
        return shown(session.id(), session.places(), session.placesLeft());
    }

    /** What it says of the places of a session. */
    private ShownPlaces shown(UUID session, Availability word, int left) {
        var isNumber = showing == Places.AS_NUMBERS
                || (showing == Places.IN_SENTENCES && word == Availability.FEW && left <= Ground.COUNTED_UP_TO);
        var all = new ShownPlaces(word, isNumber ? left : -1);
        return blanks == null ? all : blanks.shown(session, all);
    }

    /** Whether other places of the session ask for another answer, and not only for other words in this one. */
    private boolean isMadeAgain(ChangedSession session) {
        var before = places.places(session.id());
        return blanks == null
                ? showing != Places.AS_WORDS
                : before == null || blanks.isMadeAgain(before, shown(session));
    }

    /** A header, written so that it need not be encoded each time it is sent. */
    record Field(CharSequence name, CharSequence value) {
        static Field of(String name, String value) {
            return new Field(
                    io.vertx.core.http.HttpHeaders.createOptimized(name),
                    io.vertx.core.http.HttpHeaders.createOptimized(value));
        }
    }

    private static List<Field> fields(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> Field.of(header.getKey(), header.getValue()))
                .toList();
    }

    private static List<Field> notModified(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> OF_NOT_MODIFIED.contains(header.getKey())
                        || (headers.containsKey(POLICY) && !header.getKey().equals(HttpHeaders.CONTENT_TYPE)))
                .map(header -> Field.of(header.getKey(), header.getValue()))
                .toList();
    }

    /** The bytes, to be sent by many at once. */
    Buffer buffer() {
        return whole;
    }

    /** The same, packed. */
    Buffer packedBuffer() {
        var known = packed;
        if (known == null) {
            known = packed(whole.getBytes());
            packed = known;
        }
        return known;
    }

    /** Whether packing it would save nothing. */
    boolean isSmall() {
        return whole.length() < WORTH_PACKING;
    }

    /** Whether it is worth being packed, and quickly done. */
    boolean isSoonPacked() {
        return packed != null || (whole.length() >= WORTH_PACKING && whole.length() <= SOON_PACKED);
    }

    /** Packs what is too long to be packed by whoever answers others; to be called where it is made. */
    void packWhereItIsLong() {
        if (whole.length() > SOON_PACKED) {
            packedBuffer();
        }
    }

    /** How much memory it takes, about; in bytes. */
    int weight() {
        var parts = blanks == null ? 0 : blanks.parts().size();
        // As bytes and packed, which makes little of a page; with the ids of its sessions.
        var bytes = blanks == null ? 3 * whole.length() / 2 : 6 * whole.length() / 5;
        return 1_000 + bytes + 24 * places.size() + 40 * items.size() + 120 * parts;
    }

    /** Whether it is still true, as far as is known here. */
    boolean isTrue(ScheduleChanges changes, long nowMillis) {
        return current(changes, nowMillis) == this;
    }

    /**
     * What is true now: this answer, this answer with other words for the places left, or null when it must be made again.
     */
    @Nullable
    Answer current(ScheduleChanges changes, long nowMillis) {
        if (nowMillis >= until) {
            return null;
        }
        if (mayBeASecondOld && System.nanoTime() - begun < SECOND_NANOS) {
            return this;
        }
        return newest(changes);
    }

    /** The same, with all that has changed. */
    @Nullable
    Answer newest(ScheduleChanges changes) {
        var number = changes.number();
        var since = trueAt;
        if (since >= number) {
            return this;
        }
        if (!changes.reachesBack(since)) {
            return null;
        }
        Map<UUID, ShownPlaces> newer = new HashMap<>();
        for (var together : changes.after(since)) {
            for (var change : together) {
                if (concerns(change)) {
                    var session = change.session();
                    if (session == null
                            || change.what() != ScheduleChange.What.PLACES
                            || question.free()
                            || ofItsCourses(session)
                            || isMadeAgain(session)) {
                        return null;
                    }
                    newer.put(session.id(), shown(session));
                }
            }
        }
        // Forgotten while it was looked through: then it is not known.
        if (!changes.reachesBack(since)) {
            return null;
        }
        if (newer.isEmpty()) {
            trueAt = number;
            return this;
        }
        return with(newer, number);
    }

    /** The same answer with other words for the places left of some sessions: a booking changes no more than this. */
    private Answer with(Map<UUID, ShownPlaces> newer, long number) {
        var all = places.with(newer);
        var filled = blanks == null
                ? new Filled(JsonPlaces.with(whole, items, newer), List.of())
                : new Filled(whole, blanks.parts()).with(all);
        return new Answer(this, filled, all, number);
    }

    /** Whether one of its lessons shows the course of that session: every lesson says how many there are, and places left. */
    private boolean ofItsCourses(ChangedSession session) {
        return session.courseId() != null && courses.contains(session.courseId());
    }

    private boolean concerns(ScheduleChange change) {
        var session = change.session();
        if (session == null
                || (ofItsCourses(session)
                        && (showing != Places.UNSAID || change.what() != ScheduleChange.What.PLACES))) {
            return true;
        }
        if (change.what() == ScheduleChange.What.PLACES) {
            var shown = places.places(session.id());
            return showing != Places.UNSAID
                    && (shown == null ? question.free() && mayBelong(session) : !shown.equals(shown(session)));
        }
        return places.has(session.id()) || mayBelong(session);
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

    private static Buffer packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 4 + 100);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but memory", e);
        }
        return Buffer.buffer(packed.toByteArray());
    }
}
