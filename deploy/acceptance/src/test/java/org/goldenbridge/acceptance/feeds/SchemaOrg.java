package org.goldenbridge.acceptance.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What schema.org defines for an Event, and what search engines require (name, startDate, location) and recommend of one
 * (description, endDate, eventStatus, eventAttendanceMode, image, offers, organizer, performer).
 */
final class SchemaOrg {
    private static final Set<String> EVENTS = Set.of(
            "Event",
            "MusicEvent",
            "ScreeningEvent",
            "ExhibitionEvent",
            "EducationEvent",
            "LiteraryEvent",
            "FoodEvent",
            "Festival");

    private static final Set<String> OF_AN_EVENT = Set.of(
            "@context",
            "@type",
            "@id",
            "identifier",
            "name",
            "description",
            "url",
            "image",
            "startDate",
            "endDate",
            "eventStatus",
            "previousStartDate",
            "eventAttendanceMode",
            "location",
            "organizer",
            "performer",
            "inLanguage",
            "typicalAgeRange",
            "audience",
            "isAccessibleForFree",
            "offers",
            "superEvent",
            "maximumAttendeeCapacity",
            "remainingAttendeeCapacity");

    /** An EducationEvent has these as well. */
    private static final Set<String> OF_EDUCATION = Set.of("educationalLevel", "teaches", "assesses");

    private final JsonNode event;
    private final List<String> faults = new ArrayList<>();

    private SchemaOrg(JsonNode event) {
        this.event = event;
    }

    /** What is wrong with the document of a session. */
    static List<String> faults(JsonNode session) {
        var check = new SchemaOrg(session);
        check.check();
        return check.faults.stream()
                .map(fault -> session.path("@id").asText() + ": " + fault)
                .toList();
    }

    private void check() {
        must(event.path("@context").asText().equals("https://schema.org"), "@context is not schema.org");
        must(EVENTS.contains(event.path("@type").asText()), "@type is no Event: " + event.path("@type"));
        event.fieldNames().forEachRemaining(name -> must(isDefined(name), "an Event has no " + name));
        address("@id", event.path("@id"));
        address("url", event.path("url"));
        text("name", event.path("name"));
        if (event.has("description")) {
            text("description", event.path("description"));
        }
        must(
                time("startDate") != null
                        && time("endDate") != null
                        && time("startDate").isBefore(time("endDate")),
                "it has no beginning before its end");
        word("eventStatus", event.path("eventStatus"), "EventScheduled", "EventRescheduled", "EventCancelled");
        word(
                "eventAttendanceMode",
                event.path("eventAttendanceMode"),
                "OfflineEventAttendanceMode",
                "OnlineEventAttendanceMode");
        location();
        text("organizer.name", event.at("/organizer/name"));
        address("organizer.url", event.at("/organizer/url"));
        event.path("performer").forEach(person -> text("performer.name", person.path("name")));
        offers();
    }

    private boolean isDefined(String property) {
        return OF_AN_EVENT.contains(property)
                || (event.path("@type").asText().equals("EducationEvent") && OF_EDUCATION.contains(property));
    }

    private void location() {
        var location = event.path("location");
        if (location.path("@type").asText().equals("VirtualLocation")) {
            address("location.url", location.path("url"));
            return;
        }
        must(location.path("@type").asText().equals("Place"), "location is no Place");
        text("location.name", location.path("name"));
        text("location.address.addressLocality", location.at("/address/addressLocality"));
        must(location.at("/address/addressCountry").asText().matches("[A-Z]{2}"), "the address has no country");
    }

    private void offers() {
        var offer = event.path("offers");
        must(offer.path("price").isNumber(), "offers.price is no number");
        must(offer.path("priceCurrency").asText().matches("[A-Z]{3}"), "offers.priceCurrency is no currency");
        must(
                (offer.path("price").decimalValue().signum() == 0)
                        == event.path("isAccessibleForFree").asBoolean(),
                "isAccessibleForFree contradicts the price");
        word("offers.availability", offer.path("availability"), "InStock", "LimitedAvailability", "SoldOut");
        address("offers.url", offer.path("url"));
    }

    private OffsetDateTime time(String property) {
        try {
            return OffsetDateTime.parse(event.path(property).asText());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void text(String property, JsonNode text) {
        must(text.isTextual() && !text.asText().isBlank(), property + " is no text");
    }

    private void word(String property, JsonNode value, String... words) {
        must(List.of(words).contains(value.asText().replace("https://schema.org/", "")), property + " is " + value);
    }

    private void address(String property, JsonNode value) {
        must(value.isTextual() && URI.create(value.asText()).isAbsolute(), property + " is no address: " + value);
    }

    private void must(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
