package org.goldenbridge.event.linkeddata;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a document looks like to the API description; its words are those of schema.org. */
@Schema(type = SchemaType.OBJECT, description = "An Event of schema.org, as JSON-LD.", examples = """
                {"@context": "https://schema.org", "@type": "MusicEvent",
                 "@id": "https://goldenbridge.example/v1/linked-data/sessions/018f6f6e-0000-7000-8000-000000000001",
                 "name": "Kobyz and erhu", "startDate": "2026-12-01T18:00:00+08:00", "endDate": "2026-12-01T20:00:00+08:00",
                 "eventStatus": "https://schema.org/EventScheduled",
                 "location": {"@type": "Place", "name": "Music hall",
                              "address": {"@type": "PostalAddress", "addressLocality": "Beijing", "addressCountry": "CN"}},
                 "offers": {"@type": "Offer", "price": 80, "priceCurrency": "CNY",
                            "availability": "https://schema.org/InStock"}}""")
public interface LinkedData {
    /** RFC 6838 registration by the W3C. */
    String MEDIA_TYPE = "application/ld+json";
}
