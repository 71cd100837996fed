package org.goldenbridge.event.linkeddata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Writes a session as an Event of schema.org, with the properties that search engines require and recommend. */
@Singleton
class SessionDocuments {
    /** One of the forms of W3C NOTE-datetime, which RPDE demands: with seconds, and an offset in hours and minutes. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private final PublicAddresses addresses;
    private final Surroundings surroundings;
    private final PlacesDocuments places;

    SessionDocuments(PublicAddresses addresses, Surroundings surroundings, PlacesDocuments places) {
        this.addresses = addresses;
        this.surroundings = surroundings;
        this.places = places;
    }

    ObjectNode withPlaces(ScheduleEntry session, ReaderLanguage reader) {
        var document = withoutPlaces(session, reader);
        var left = places.of(session);
        document.withObject("/offers").setAll(left.withObject("/offers"));
        left.remove("offers");
        return document.setAll(left);
    }

    ObjectNode withoutPlaces(ScheduleEntry session, ReaderLanguage reader) {
        var texts = new Texts(reader);
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("@type", Types.of(session.kind()))
                .put("@id", addresses.sessionId(session.id()))
                .put("identifier", session.id().toString());
        texts.put(document, "name", session.title());
        texts.put(document, "description", session.description());
        document.put("url", addresses.session(session.eventId(), session.id()))
                .put("startDate", time(session.localStart()))
                .put("endDate", time(session.localEnd()))
                .put("eventStatus", Types.CONTEXT + status(session))
                .put(
                        "eventAttendanceMode",
                        Types.CONTEXT
                                + (session.online() == null
                                        ? "/OfflineEventAttendanceMode"
                                        : "/OnlineEventAttendanceMode"));
        earlierStarts(document, session);
        document.set("location", surroundings.location(session, texts));
        document.set("organizer", surroundings.organizer(session.centre(), texts));
        if (!session.teachers().isEmpty()) {
            var performers = document.putArray("performer");
            session.teachers()
                    .forEach(name ->
                            performers.addObject().put("@type", "Person").put("name", name));
        }
        if (!session.languages().isEmpty()) {
            var languages = document.putArray("inLanguage");
            session.languages().forEach(languages::add);
        }
        whoItIsFor(document, session);
        picture(document, session.image(), texts);
        var price = session.price();
        document.put("isAccessibleForFree", price == null || price.amount().signum() == 0);
        document.set("offers", surroundings.offer(session));
        document.set("superEvent", surroundings.event(session, texts));
        return document;
    }

    private static String status(ScheduleEntry session) {
        if (session.cancelled()) {
            return "/EventCancelled";
        }
        return session.earlierStarts().isEmpty() ? "/EventScheduled" : "/EventRescheduled";
    }

    /** All of them where it was moved more than once. */
    private static void earlierStarts(ObjectNode document, ScheduleEntry session) {
        var starts = session.earlierStarts();
        if (starts.size() == 1) {
            document.put("previousStartDate", time(starts.get(0).atZone(session.zone())));
        } else if (!starts.isEmpty()) {
            var several = document.putArray("previousStartDate");
            starts.forEach(start -> several.add(time(start.atZone(session.zone()))));
        }
    }

    static String time(ZonedDateTime time) {
        return TIME.format(time);
    }

    private static void whoItIsFor(ObjectNode document, ScheduleEntry session) {
        var youngest = session.minimumAge();
        var oldest = session.maximumAge();
        if (youngest != null || oldest != null) {
            document.put("typicalAgeRange", (youngest == null ? 0 : youngest) + "-" + (oldest == null ? "" : oldest));
        }
        var audience = document.putObject("audience")
                .put("@type", "PeopleAudience")
                .put("audienceType", Words.of(session.audience()));
        if (youngest != null) {
            audience.put("suggestedMinAge", youngest);
        }
        if (oldest != null) {
            audience.put("suggestedMaxAge", oldest);
        }
        if (session.level() != null && Types.of(session.kind()).equals(Types.EDUCATION)) {
            document.put("educationalLevel", Words.of(session.level()));
        }
    }

    private void picture(ObjectNode document, ScheduleEntry.@Nullable EventImage image, Texts texts) {
        if (image == null) {
            return;
        }
        var picture = document.putObject("image")
                .put("@type", "ImageObject")
                .put("url", addresses.image(image.id()))
                .put("width", image.width())
                .put("height", image.height());
        texts.put(picture, "caption", image.alt());
    }
}
