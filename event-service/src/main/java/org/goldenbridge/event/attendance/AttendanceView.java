package org.goldenbridge.event.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is expected at a session, and whether they came. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Attendance", description = "Who is expected at a session, and how many of them came.")
public record AttendanceView(
        UUID bookingId,
        @Schema(examples = "Camille Laurent") String name,

        @Schema(description = "How many are expected.", examples = "2")
        int places,

        @Schema(
                description = "Whether the session itself is booked, its course, or this lesson instead of another.",
                enumeration = {"booking", "enrolment", "make-up"})
        String as,

        @Schema(description = "How many came; there once it was noted.", examples = "2") @Nullable
        Integer present,

        @Nullable Instant notedAt) {}
