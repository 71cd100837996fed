package org.goldenbridge.event.linkeddata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import org.goldenbridge.event.centre.Access;
import org.goldenbridge.event.page.TourStops.TourStop;
import org.goldenbridge.event.publicschedule.ScheduleEntry;
import org.goldenbridge.platform.geo.Located;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Writes what stands around a session: where it takes place, who organises it, what it costs, and what it is a part of. */
@Singleton
class Surroundings {
    private final PublicAddresses addresses;

    Surroundings(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    /** Where one goes, or what one opens: without a public link that is the page that says how to get it. */
    ObjectNode location(ScheduleEntry session, Texts texts) {
        var online = session.online();
        if (online != null) {
            return object("VirtualLocation")
                    .put(
                            "url",
                            online.link() != null ? online.link() : addresses.session(session.eventId(), session.id()));
        }
        var venue = session.venue();
        if (venue != null) {
            var place = object("Place");
            texts.put(place, "name", venue.name());
            address(place, venue.address(), venue.postalCode(), venue.city(), venue.country(), texts);
            finding(place, venue, venue.access());
            return place;
        }
        var centre = session.centre();
        var space = session.space();
        if (space == null) {
            return place(centre, texts);
        }
        return place(space, centre, texts);
    }

    /** A space within its centre. */
    ObjectNode place(ScheduleEntry.InSpace space, ScheduleEntry.AtCentre centre, Texts texts) {
        var place = object("Place").put("@id", addresses.spaceId(space.id()));
        texts.put(place, "name", space.name());
        var whole =
                place.putObject("containedInPlace").put("@type", "Place").put("@id", addresses.centreId(centre.id()));
        texts.put(whole, "name", centre.name());
        address(whole, centre.address(), centre.postalCode(), centre.city(), centre.country(), texts);
        address(place, centre.address(), centre.postalCode(), centre.city(), centre.country(), texts);
        finding(place, centre, centre.access());
        return place;
    }

    ObjectNode place(ScheduleEntry.AtCentre centre, Texts texts) {
        var place = object("Place").put("@id", addresses.centreId(centre.id()));
        texts.put(place, "name", centre.name());
        address(place, centre.address(), centre.postalCode(), centre.city(), centre.country(), texts);
        finding(place, centre, centre.access());
        return place;
    }

    /** Where a touring exhibition stands for a while. */
    ObjectNode place(TourStop stop, Texts texts) {
        var place = object("Place");
        if (stop.centreId() != null) {
            place.put("@id", addresses.centreId(stop.centreId()));
        }
        texts.put(place, "name", stop.place());
        address(place, stop.address(), null, stop.city(), stop.country(), texts);
        return place;
    }

    private static void address(
            ObjectNode place,
            @Nullable LocalizedText street,
            @Nullable String postalCode,
            @Nullable LocalizedText city,
            @Nullable String country,
            Texts texts) {
        var address = place.putObject("address").put("@type", "PostalAddress");
        texts.put(address, "streetAddress", street);
        if (postalCode != null) {
            address.put("postalCode", postalCode);
        }
        texts.put(address, "addressLocality", city);
        if (country != null) {
            address.put("addressCountry", country);
        }
    }

    /** Its point, and how one gets in. */
    private static void finding(ObjectNode place, Located point, @Nullable Access access) {
        if (point.latitude() != null && point.longitude() != null) {
            place.putObject("geo")
                    .put("@type", "GeoCoordinates")
                    .put("latitude", point.latitude())
                    .put("longitude", point.longitude());
        }
        if (access != null) {
            feature(place, "Step-free access", access.stepFree());
            feature(place, "Hearing loop", access.hearingLoop());
        }
    }

    private static void feature(ObjectNode place, String name, @Nullable Boolean value) {
        if (value != null) {
            place.withArray("/amenityFeature")
                    .addObject()
                    .put("@type", "LocationFeatureSpecification")
                    .put("name", name)
                    .put("value", value);
        }
    }

    ObjectNode organizer(ScheduleEntry.AtCentre centre, Texts texts) {
        var organizer = object("Organization").put("@id", addresses.centreId(centre.id()));
        texts.put(organizer, "name", centre.name());
        return organizer.put("url", addresses.centre(centre.id()));
    }

    /** Who organises what belongs to no single centre. */
    ObjectNode network() {
        return object("Organization").put("name", "Goldenbridge").put("url", addresses.of("/whats-on"));
    }

    ObjectNode offer(ScheduleEntry session) {
        var offer = object("Offer")
                .put("@id", addresses.sessionId(session.id()) + "#offer")
                .put("url", addresses.session(session.eventId(), session.id()))
                .put(
                        "validFrom",
                        session.announcedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        var price = session.price();
        if (price != null) {
            return offer.put("price", price.amount()).put("priceCurrency", price.currency());
        }
        offer.put("price", 0);
        var currency = currency(
                session.venue() == null
                        ? session.centre().country()
                        : session.venue().country());
        if (currency != null) {
            offer.put("priceCurrency", currency);
        }
        return offer;
    }

    /** A price of nothing is asked for with a currency all the same: that of the country. */
    private static @Nullable String currency(@Nullable String country) {
        if (country == null) {
            return null;
        }
        try {
            var currency = Currency.getInstance(new Locale("", country));
            return currency == null ? null : currency.getCurrencyCode();
        } catch (IllegalArgumentException e) {
            return null; // no country that this JDK knows
        }
    }

    /** The event of which it is a session, and the programme that stands over both. */
    ObjectNode event(ScheduleEntry session, Texts texts) {
        var event = object("EventSeries").put("@id", addresses.eventId(session.eventId()));
        texts.put(event, "name", session.title());
        event.put("url", addresses.event(session.eventId()));
        event.set("organizer", organizer(session.centre(), texts));
        var programme = session.programme();
        if (programme != null) {
            event.set("superEvent", programme(programme, texts));
        }
        return event;
    }

    ObjectNode programme(ScheduleEntry.UnderProgramme programme, Texts texts) {
        var over = object("EventSeries").put("@id", addresses.programmeId(programme.id()));
        texts.put(over, "name", programme.title());
        return over.put("url", addresses.programme(programme.id()));
    }

    private static ObjectNode object(String type) {
        return JsonNodeFactory.instance.objectNode().put("@type", type);
    }
}
