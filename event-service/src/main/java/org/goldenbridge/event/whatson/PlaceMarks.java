package org.goldenbridge.event.whatson;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.publicschedule.Blank;
import org.goldenbridge.event.publicschedule.Blanks;
import org.goldenbridge.event.publicschedule.Ground;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.publicschedule.ShownPlaces;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a page for what it says of places while it is rendered, so that it is known where that is: after a booking these
 * parts alone are written anew.
 */
final class PlaceMarks {
    /** Nobody can write it into a text: it has signs that no text may have, and is another in each process. */
    private static final String MARK = "\u0001" + Long.toHexString(new SecureRandom().nextLong()) + "\u0002";

    private static final char END = '\u0003';

    private final Reader reader;
    private final List<Mark> marks = new ArrayList<>();
    private final Map<UUID, ShownPlaces> now = new HashMap<>();
    private List<ScheduleEntry> counted = List.of();

    /** What stands at a mark; of one session, or of many. */
    private record Mark(@Nullable UUID session, Blank.Writing writing) {}

    PlaceMarks(Reader reader) {
        this.reader = reader;
    }

    /** What is said of the places of a session. */
    static String text(ShownPlaces places, Reader reader) {
        return places.word() == Availability.FEW && places.left() > 0 && places.left() <= Ground.COUNTED_UP_TO
                ? reader.words().count("placesLeft", places.left())
                : reader.words().word("places", places.word());
    }

    /** In its stead, a mark. */
    String text(ScheduleEntry entry) {
        return put(entry, textOf(entry.id(), reader));
    }

    /** In the stead of the word that its colour goes by, a mark. */
    String word(ScheduleEntry entry) {
        return put(entry, wordOf(entry.id()));
    }

    /** Kept with the page, and so holds nothing of what the page was made of; the next as well. */
    private static Blank.Writing textOf(UUID session, Reader reader) {
        return places -> text(places.of(session), reader);
    }

    private static Blank.Writing wordOf(UUID session) {
        return places -> Words.of(places.of(session).word());
    }

    /** In the stead of how many of these have places left, a mark; everything that is shown is among them. */
    String free(List<ScheduleEntry> entries) {
        counted = entries;
        return put((UUID) null, places -> String.valueOf(places.free()));
    }

    /** Those of which it counts how many have places left. */
    List<ScheduleEntry> counted() {
        return counted;
    }

    private String put(ScheduleEntry entry, Blank.Writing writing) {
        now.put(entry.id(), new ShownPlaces(entry.places(), entry.placesLeft()));
        return put(entry.id(), writing);
    }

    private String put(@Nullable UUID session, Blank.Writing writing) {
        marks.add(new Mark(session, writing));
        return MARK + (marks.size() - 1) + END;
    }

    /** The page with what stands at the marks, and where that is. */
    Written write(String marked) {
        var html = new StringBuilder(marked.length());
        var blanks = new ArrayList<Blank>();
        var sessions = new HashSet<UUID>();
        var bytes = 0;
        var from = 0;
        for (var at = marked.indexOf(MARK); at >= 0; at = marked.indexOf(MARK, from)) {
            var end = marked.indexOf(END, at);
            var before = marked.substring(from, at);
            var mark = marks.get(Integer.parseInt(marked.substring(at + MARK.length(), end)));
            var part = mark.writing().of(known());
            if (mark.session() != null) {
                sessions.add(mark.session());
            }
            bytes += length(before);
            blanks.add(new Blank(bytes, length(part), mark.writing()));
            bytes += length(part);
            html.append(before).append(part);
            from = end + 1;
        }
        return new Written(html.append(marked, from, marked.length()).toString(), blanks, sessions);
    }

    private Blank.Known known() {
        return new Blank.Known() {
            @Override
            public ShownPlaces of(UUID session) {
                return now.getOrDefault(session, new ShownPlaces(Availability.NONE, -1));
            }

            @Override
            public int free() {
                return (int) counted.stream()
                        .filter(entry -> new ShownPlaces(entry.places(), -1).any())
                        .count();
            }
        };
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A page with the parts that say something of places, of those sessions. */
    record Written(String html, List<Blank> parts, Set<UUID> sessions) {
        /** @param isArranged whether which sessions are shown, or in which order, goes by whether places are left */
        Blanks blanks(boolean isArranged) {
            return new Blanks(parts, sessions, isArranged);
        }
    }
}
