package org.goldenbridge.event.feeds;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a feed as RPDE has it (1.0, Response grammar). */
@Schema(description = "A page of a feed as OpenActive's Realtime Paged Data Exchange 1.0 has it.", examples = """
                {"next": "https://goldenbridge.example/v1/feeds/availability?afterChangeNumber=4711",
                 "items": [{"state": "updated", "kind": "SessionAvailability", "id": "018f6f6e-0000-7000-8000-000000000001",
                            "modified": 4711, "data": {"@context": "https://schema.org", "@type": "MusicEvent",
                            "@id": "https://goldenbridge.example/v1/linked-data/sessions/018f6f6e-0000-7000-8000-000000000001",
                            "maximumAttendeeCapacity": 20, "remainingAttendeeCapacity": 7}}],
                 "license": "https://creativecommons.org/licenses/by/4.0/"}""")
record FeedPage(
        @Schema(
                description = "The address of the next page; the page's own when it is the last, which has no items.",
                examples = "https://goldenbridge.example/v1/feeds/sessions?afterChangeNumber=4711")
        String next,

        List<FeedItemView> items,

        @Schema(
                description = "Under which terms it may be used.",
                examples = "https://creativecommons.org/licenses/by/4.0/")
        String license) {}
