package org.goldenbridge.event.feeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.event.linkeddata.LinkedData;
import org.jspecify.annotations.Nullable;

/** An item of a feed, at the place of its last change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FeedItem", description = "A session, or its places, at the place of its last change.", examples = """
                {"state": "updated", "kind": "SessionAvailability", "id": "018f6f6e-0000-7000-8000-000000000001",
                 "modified": 4711, "data": {"@context": "https://schema.org", "@type": "MusicEvent",
                 "@id": "https://goldenbridge.example/v1/linked-data/sessions/018f6f6e-0000-7000-8000-000000000001",
                 "maximumAttendeeCapacity": 20, "remainingAttendeeCapacity": 7}}""")
record FeedItemView(
        @Schema(
                description = "Whether it is there, or gone and to be forgotten.",
                enumeration = {"updated", "deleted"})
        String state,

        @Schema(examples = "Session") String kind,
        @Schema(format = "uuid") String id,

        @Schema(description = "The number of its last change; grows along the feed.", examples = "4711")
        long modified,

        @Schema(
                implementation = LinkedData.class,
                description = "An Event of schema.org as JSON-LD; not there when the item is deleted.")
        @Nullable
        ObjectNode data) {}
