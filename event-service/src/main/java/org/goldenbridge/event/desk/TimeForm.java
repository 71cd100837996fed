package org.goldenbridge.event.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.page.Reader;
import org.goldenbridge.event.schedule.AsPlanned;
import org.goldenbridge.event.schedule.BlockDraft;
import org.goldenbridge.event.schedule.EquipmentNeed;
import org.goldenbridge.event.schedule.Online;
import org.goldenbridge.event.schedule.Place;
import org.goldenbridge.event.schedule.SessionChecks;
import org.goldenbridge.event.schedule.SessionDraft;
import org.goldenbridge.event.schedule.SessionMove;
import org.goldenbridge.event.schedule.Venue;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.time.CalendarDay;
import org.jspecify.annotations.Nullable;

/** The form that says when and where a session stands and what it needs, read as what the schedule understands. */
final class TimeForm {
    static final String VENUE = "venue";
    static final String ONLINE = "online";

    /** Before the id of a stock: how many of it. */
    static final String EQUIPMENT = "equipment-";

    /** Before the id of a stock: whether each person needs one. */
    static final String EACH = "each-";

    private static final String SPACE = "space:";

    private final Typed typed;
    private final Reader reader;

    TimeForm(Typed typed, Reader reader) {
        this.typed = instead(typed);
        this.reader = reader;
    }

    /** The form that shows a session as it is. */
    static Typed of(AsPlanned session, Reader reader) {
        var fields = new HashMap<String, String>();
        fields.put("version", String.valueOf(session.version()));
        fields.put("date", session.startsAt().toLocalDate().toString());
        fields.put("start", session.startsAt().toLocalTime().toString());
        fields.put("end", session.endsAt().toLocalTime().toString());
        if (!session.endsAt().toLocalDate().equals(session.startsAt().toLocalDate())) {
            fields.put("endDate", session.endsAt().toLocalDate().toString());
        }
        put(fields, session.place(), reader);
        if (session.capacityLimit() != null) {
            fields.put("capacity", session.capacityLimit().toString());
        }
        for (var need : session.equipment()) {
            fields.put(EQUIPMENT + need.equipmentId(), need.quantity().toString());
            fields.put(EACH + need.equipmentId(), need.perPerson() == null ? "" : "true");
        }
        session.teacherIds().forEach(id -> fields.put("teacher-" + id, "true"));
        return Typed.of(fields);
    }

    private static void put(Map<String, String> fields, Place place, Reader reader) {
        var venue = place.venue();
        var online = place.online();
        if (place.spaceId() != null) {
            fields.put("place", place.spaceId().toString());
        } else if (venue != null) {
            fields.put("place", VENUE);
            fields.put("venueName", reader.read(venue.name()).text());
            fields.put(
                    "venueAddress",
                    venue.address() == null ? "" : reader.read(venue.address()).text());
            fields.put("venueCity", reader.read(venue.city()).text());
            fields.put("venueCountry", venue.country());
            fields.put("venueZone", venue.zone());
        } else if (online != null) {
            fields.put("place", ONLINE);
            fields.put("link", online.link());
            fields.put("linkPublic", Boolean.FALSE.equals(online.linkForBooked()) ? "true" : "");
        }
    }

    /** A time or a space that was offered and taken goes before what stood in the fields. */
    private static Typed instead(Typed typed) {
        var offered = typed.get("instead");
        if (offered.startsWith(SPACE)) {
            return typed.with("place", offered.substring(SPACE.length()));
        }
        if (offered.isEmpty()) {
            return typed;
        }
        try {
            var times = offered.split("/", 2);
            var start = LocalDateTime.parse(times[0]);
            var end = LocalDateTime.parse(times[times.length - 1]);
            return typed.with("date", start.toLocalDate().toString())
                    .with("start", start.toLocalTime().toString())
                    .with("end", end.toLocalTime().toString())
                    .with(
                            "endDate",
                            start.toLocalDate().equals(end.toLocalDate())
                                    ? ""
                                    : end.toLocalDate().toString());
        } catch (DateTimeException e) {
            throw Refusal.badRequest("invalid-request", "That is no time that was offered.");
        }
    }

    Typed typed() {
        return typed;
    }

    /** Whether there is enough in it to ask what would come of it. */
    boolean isTimed() {
        return typed.has("date") && typed.has("start") && typed.has("end") && typed.has("place");
    }

    /** The first day of it, which a board shows afterwards. */
    LocalDate day() {
        return day("date");
    }

    SessionChecks.Wish wish(@Nullable AsPlanned now) {
        return new SessionChecks.Wish(
                place(now), startsAt(), endsAt(), typed.number("capacity"), override(), teachers(), equipment());
    }

    SessionDraft draft(UUID event) {
        var place = place(null);
        return new SessionDraft(
                event,
                typed.has("course") ? typed.id("course") : null,
                place.spaceId(),
                place.venue(),
                place.online(),
                startsAt(),
                endsAt(),
                typed.number("capacity"),
                override(),
                teachers(),
                equipment());
    }

    /** Whom and what it needs stays as it is where the form has no fields for that, as on a board. */
    SessionMove move(AsPlanned now) {
        var place = place(now);
        return new SessionMove(
                startsAt(),
                endsAt(),
                place.spaceId(),
                place.venue(),
                place.online(),
                override(),
                teachers(),
                equipment());
    }

    /** From when to when as they are given, or the whole of one day or several. */
    BlockDraft block() {
        if (typed.has("allDay")) {
            var last = day(typed.has("endDate") ? "endDate" : "date");
            return new BlockDraft(
                    typed.id("place"),
                    day("date").atStartOfDay().toString(),
                    last.plusDays(1).atStartOfDay().toString(),
                    typed.get("reason"));
        }
        return new BlockDraft(typed.id("place"), startsAt(), endsAt(), typed.get("reason"));
    }

    /** Its own limit; what it has where the form does not ask. */
    @Nullable
    Integer capacity(AsPlanned now) {
        return typed.has("needs") && !now.isLesson() ? typed.number("capacity") : now.capacityLimit();
    }

    private @Nullable String override() {
        return typed.orNull("hoursOverride");
    }

    private String startsAt() {
        return day("date").atTime(time("start")).toString();
    }

    /** What ends before the hour at which it begins ends on the next day. */
    private String endsAt() {
        var start = time("start");
        var end = time("end");
        if (typed.has("endDate")) {
            return day("endDate").atTime(end).toString();
        }
        return day("date").plusDays(end.isBefore(start) ? 1 : 0).atTime(end).toString();
    }

    private LocalDate day(String field) {
        try {
            return CalendarDay.parse(typed.get(field));
        } catch (DateTimeException e) {
            throw Refusal.badRequest("no-time", "Give the day, from when and to when.");
        }
    }

    private LocalTime time(String field) {
        try {
            return LocalTime.parse(typed.get(field));
        } catch (DateTimeException e) {
            throw Refusal.badRequest("no-time", "Give the day, from when and to when.");
        }
    }

    private Place place(@Nullable AsPlanned now) {
        return switch (typed.get("place")) {
            case "" -> throw Refusal.badRequest("no-place", "Say where it is.");
            case VENUE -> new Place(null, venue(now == null ? null : now.place().venue()), null);
            case ONLINE ->
                new Place(null, null, online(now == null ? null : now.place().online()));
            default -> new Place(typed.id("place"), null, null);
        };
    }

    private Venue venue(@Nullable Venue now) {
        if (!typed.has("venueName") || !typed.has("venueCity") || !typed.has("venueZone")) {
            throw Refusal.badRequest("no-venue", "A venue has a name, a city, a country and a time zone.");
        }
        var address = typed.orNull("venueAddress");
        return new Venue(
                text("venueName", now == null ? null : now.name()),
                address == null ? null : text("venueAddress", now == null ? null : now.address()),
                text("venueCity", now == null ? null : now.city()),
                typed.get("venueCountry"),
                typed.get("venueZone"),
                now == null ? null : now.postalCode(),
                now == null ? null : now.latitude(),
                now == null ? null : now.longitude(),
                now == null ? null : now.access());
    }

    private Online online(@Nullable Online now) {
        if (!typed.has("link")) {
            throw Refusal.badRequest("no-link", "Online has a link.");
        }
        return new Online(typed.get("link"), now == null ? null : now.zone(), !typed.has("linkPublic"));
    }

    /** What was left as it stood keeps its other languages. */
    private LocalizedText text(String field, @Nullable LocalizedText now) {
        var text = typed.get(field);
        if (now != null && reader.read(now).text().equals(text)) {
            return now;
        }
        if (text.length() > LocalizedText.LONGEST) {
            throw Refusal.badRequest("no-venue", "A venue has a name, a city, a country and a time zone.");
        }
        return LocalizedText.of(reader.language().tag(), text);
    }

    private @Nullable List<UUID> teachers() {
        return typed.has("needs")
                ? typed.ticked("teacher-").map(id -> Typed.id("teacher", id)).toList()
                : null;
    }

    private @Nullable List<EquipmentNeed> equipment() {
        if (!typed.has("needs")) {
            return null;
        }
        var needs = new ArrayList<EquipmentNeed>();
        for (var id : typed.ticked(EQUIPMENT).toList()) {
            var number = typed.number(EQUIPMENT + id);
            if (number != null) {
                needs.add(new EquipmentNeed(Typed.id("equipment", id), number, typed.has(EACH + id) ? 1 : null));
            }
        }
        return needs;
    }
}
