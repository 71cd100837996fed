package org.goldenbridge.event.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody did. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "What somebody did to a session, a course, a booking, an event or a programme. Names of visitors are never in it.")
record AuditEntry(
        @Schema(description = "Grows with time.", examples = "1042")
        long id,

        Instant at,

        @Schema(description = "The account that did it; `system` for what happens by itself.", examples = "system")
        String actor,

        @Schema(examples = "booked") String action,
        @Nullable UUID sessionId,
        @Nullable UUID courseId,
        @Nullable UUID bookingId,
        @Nullable UUID eventId,
        @Nullable UUID programmeId,

        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) @JsonRawValue @Nullable
        String detail) {}
