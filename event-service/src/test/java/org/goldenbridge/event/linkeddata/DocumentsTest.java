package org.goldenbridge.event.linkeddata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goldenbridge.event.places.Availability;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.event.schedule.Venue;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentsTest {
    private static final UUID ID = UUID.fromString("018f6f6e-0000-7000-8000-000000000001");
    private static final UUID EVENT = UUID.fromString("018f6f6e-0000-7000-8000-000000000002");
    private static final ScheduleEntry.AtCentre BEIJING = new ScheduleEntry.AtCentre(
            "beijing",
            new LocalizedText(Map.of("en", "Beijing centre", "zh-Hans", "北京中心")),
            LocalizedText.of("en", "Beijing"),
            "CN",
            LocalizedText.of("en", "Dongsi 1"),
            "100020",
            39.92,
            116.46,
            null);
    private static final ScheduleEntry.InSpace HALL =
            new ScheduleEntry.InSpace(EVENT, LocalizedText.of("en", "Music hall"));

    private final PublicAddresses addresses = new PublicAddresses("https://goldenbridge.example/");
    private final PlacesDocuments places = new PlacesDocuments(addresses);
    private final Surroundings surroundings = new Surroundings(addresses);
    private final Documents documents = new Documents(
            new SessionDocuments(addresses, surroundings, places), places, new TourDocuments(addresses, surroundings));
    private final ReaderLanguage french = ReaderLanguage.asked("fr", null);

    private static ScheduleEntry concert() {
        return entry(
                EventKind.CONCERT,
                "Kobyz",
                new Price(new BigDecimal("80"), "CNY"),
                false,
                HALL,
                null,
                null,
                Availability.FEW);
    }

    private static ScheduleEntry entry(
            EventKind kind,
            String title,
            Price price,
            boolean cancelled,
            ScheduleEntry.InSpace space,
            Venue venue,
            ScheduleEntry.OnlineAt online,
            Availability left) {
        return new ScheduleEntry(
                ID,
                7,
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-10-01T00:00:00Z"),
                0,
                EVENT,
                kind,
                new LocalizedText(Map.of("en", title, "fr", title + " en français")),
                LocalizedText.of("en", "An evening."),
                Audience.ADULTS,
                Level.BEGINNER,
                12,
                null,
                List.of("zh-Hans", "kk"),
                price,
                cancelled,
                null,
                List.of(),
                Instant.parse("2026-12-01T10:00:00Z"),
                Instant.parse("2026-12-01T12:00:00Z"),
                ZoneId.of("Asia/Shanghai"),
                BEIJING,
                space,
                venue,
                online,
                List.of("Aigul Sarsenova"),
                left,
                3,
                20,
                null,
                null,
                new ScheduleEntry.UnderProgramme(ID, LocalizedText.of("en", "Winter")),
                new ScheduleEntry.EventImage(EVENT, 1200, 800, LocalizedText.of("en", "A kobyz")));
    }

    @Test
    void saysWhatSearchEnginesRequireAndRecommend() {
        var document = documents.of(concert(), french);
        assertEquals("https://schema.org", document.get("@context").asText());
        assertEquals("MusicEvent", document.get("@type").asText());
        assertEquals("Kobyz en français", document.get("name").asText());
        assertEquals("An evening.", document.get("description").asText());
        assertEquals("2026-12-01T18:00:00+08:00", document.get("startDate").asText());
        assertEquals("2026-12-01T20:00:00+08:00", document.get("endDate").asText());
        assertEquals(
                "https://schema.org/EventScheduled", document.get("eventStatus").asText());
        assertEquals(
                "https://schema.org/OfflineEventAttendanceMode",
                document.get("eventAttendanceMode").asText());
        assertEquals("Music hall", document.at("/location/name").asText());
        assertEquals(
                "Beijing centre", document.at("/location/containedInPlace/name").asText());
        assertEquals("Dongsi 1", document.at("/location/address/streetAddress").asText());
        assertEquals("CN", document.at("/location/address/addressCountry").asText());
        assertEquals("Beijing centre", document.at("/organizer/name").asText());
        assertEquals("Aigul Sarsenova", document.at("/performer/0/name").asText());
        assertEquals("12-", document.get("typicalAgeRange").asText());
        assertEquals("80", document.at("/offers/price").asText());
        assertEquals("CNY", document.at("/offers/priceCurrency").asText());
        assertEquals(
                "https://schema.org/LimitedAvailability",
                document.at("/offers/availability").asText());
        assertEquals(3, document.get("remainingAttendeeCapacity").asInt());
        assertEquals(20, document.get("maximumAttendeeCapacity").asInt());
        assertFalse(document.get("isAccessibleForFree").asBoolean());
        assertEquals(
                "https://goldenbridge.example/v1/images/" + EVENT,
                document.at("/image/url").asText());
        assertEquals("Winter", document.at("/superEvent/superEvent/name").asText());
        assertEquals(
                "https://goldenbridge.example/whats-on/events/" + EVENT + "#" + ID,
                document.get("url").asText());
    }

    @Test
    void tagsEachTextWhenAllLanguagesAreAskedFor() {
        var document = documents.of(concert(), ReaderLanguage.asked("*", null));
        assertEquals("en", document.at("/name/0/@language").asText());
        assertEquals("Kobyz", document.at("/name/0/@value").asText());
        assertEquals("fr", document.at("/name/1/@language").asText());
        assertEquals("An evening.", document.at("/description/0/@value").asText());
    }

    @Test
    void leavesPlacesOutWhereOnlyTheRestIsFollowed() {
        var document = documents.withoutPlaces(concert(), french);
        assertFalse(document.has("remainingAttendeeCapacity"));
        assertFalse(document.has("maximumAttendeeCapacity"));
        assertFalse(document.get("offers").has("availability"));
        var left = documents.placesOf(concert());
        assertEquals(document.get("@id"), left.get("@id"));
        assertEquals(document.at("/offers/@id"), left.at("/offers/@id"));
    }

    @Test
    void callsAFreePlaceFreeInTheMoneyOfTheCountry() {
        var free = entry(EventKind.LECTURE, "Silk road", null, false, HALL, null, null, Availability.PLENTY);
        var document = documents.of(free, french);
        assertTrue(document.get("isAccessibleForFree").asBoolean());
        assertEquals(0, document.at("/offers/price").asInt());
        assertEquals("CNY", document.at("/offers/priceCurrency").asText());
        var venue =
                new Venue(LocalizedText.of("en", "Museum"), null, LocalizedText.of("en", "Lyon"), "FR", "Europe/Paris");
        var elsewhere = entry(EventKind.LECTURE, "Silk road", null, false, null, venue, null, Availability.PLENTY);
        assertEquals(
                "EUR",
                documents.of(elsewhere, french).at("/offers/priceCurrency").asText());
        assertEquals(
                "Lyon",
                documents
                        .of(elsewhere, french)
                        .at("/location/address/addressLocality")
                        .asText());
    }

    @Test
    void keepsAPrivateLinkToItself() {
        var hidden = entry(
                EventKind.LECTURE,
                "Online",
                null,
                false,
                null,
                null,
                new ScheduleEntry.OnlineAt(null),
                Availability.PLENTY);
        var location = documents.of(hidden, french).get("location");
        assertEquals("VirtualLocation", location.get("@type").asText());
        assertEquals(
                "https://goldenbridge.example/whats-on/events/" + EVENT + "#" + ID,
                location.get("url").asText());
        var open = entry(
                EventKind.LECTURE,
                "Online",
                null,
                false,
                null,
                null,
                new ScheduleEntry.OnlineAt("https://meet.example.org/a"),
                Availability.PLENTY);
        assertEquals(
                "https://meet.example.org/a",
                documents.of(open, french).at("/location/url").asText());
        assertEquals(
                "https://schema.org/OnlineEventAttendanceMode",
                documents.of(open, french).get("eventAttendanceMode").asText());
    }

    @Test
    void saysThatItIsCancelled() {
        var cancelled = entry(EventKind.CONCERT, "Kobyz", null, true, HALL, null, null, Availability.NONE);
        assertEquals(
                "https://schema.org/EventCancelled",
                documents.of(cancelled, french).get("eventStatus").asText());
    }

    @ParameterizedTest
    @CsvSource({"PLENTY,InStock", "FEW,LimitedAvailability", "NONE,SoldOut", "WAITING_LIST,SoldOut"})
    void hasAWordOfSchemaOrgForThePlacesLeft(Availability ours, String theirs) {
        var session = entry(EventKind.CONCERT, "Kobyz", null, false, HALL, null, null, ours);
        assertEquals(
                "https://schema.org/" + theirs,
                documents.of(session, french).at("/offers/availability").asText());
        assertEquals(
                ours.toString(),
                documents
                        .of(session, french)
                        .at("/offers/additionalProperty/value")
                        .asText());
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void hasATypeOfSchemaOrgForEachKind(EventKind kind) {
        var type = documents
                .of(entry(kind, "Any", null, false, HALL, null, null, Availability.PLENTY), french)
                .get("@type")
                .asText();
        assertTrue(
                List.of(
                                "Event",
                                "MusicEvent",
                                "ScreeningEvent",
                                "ExhibitionEvent",
                                "LiteraryEvent",
                                "FoodEvent",
                                "Festival",
                                "EducationEvent")
                        .contains(type),
                type);
    }

    @Test
    void cannotBreakOutOfAPage() throws JsonProcessingException {
        var title = "</script><script>alert('x')</script><!-- & \u2028\u2029";
        var evil = entry(EventKind.CONCERT, title, null, false, HALL, null, null, Availability.PLENTY);
        var document = documents.of(List.of(evil), ReaderLanguage.asked("en", null));
        var page = Documents.inPage(document);
        for (var dangerous : new String[] {"<", ">", "&", "\u2028", "\u2029"}) {
            assertFalse(page.contains(dangerous), page);
        }
        assertEquals(document, new ObjectMapper().readTree(page));
        assertEquals(title, document.at("/@graph/0/name").asText());
    }
}
