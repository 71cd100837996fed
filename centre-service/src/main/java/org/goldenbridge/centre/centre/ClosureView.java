package org.goldenbridge.centre.centre;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/** A closure as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "When a centre, or one space of it, is closed outside its weekly hours.", examples = """
                {"id": "0199a3c4-7d10-7c5e-9d2b-5b8f0c1d2e3f", "centreId": "beijing",
                 "startsAt": "2026-12-30T16:00:00Z", "endsAt": "2027-01-01T16:00:00Z",
                 "localStartsAt": "2026-12-31T00:00:00+08:00", "localEndsAt": "2027-01-02T00:00:00+08:00",
                 "zone": "Asia/Shanghai", "reason": {"en": "New Year"},
                 "sessionsHit":
                 "/v1/closure-checks?centre=beijing&from=2026-12-30T16:00:00Z&to=2027-01-01T16:00:00Z"}""")
record ClosureView(
        @NotNull UUID id,
        @NotNull String centreId,

        @Schema(description = "The space that is closed; absent when it is the whole centre.") @Nullable
        UUID spaceId,

        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @NotNull OffsetDateTime localStartsAt,
        @NotNull OffsetDateTime localEndsAt,
        @NotNull Zone zone,
        @NotNull LocalizedText reason,

        @Schema(
                description =
                        "Where the desk finds how many planned sessions it hits, and which; each is flagged until it is moved,"
                                + " cancelled or confirmed.",
                examples = "/v1/closure-checks?centre=beijing&from=2026-12-30T16:00:00Z&to=2027-01-01T16:00:00Z")
        @NotNull
        String sessionsHit) {
    static ClosureView of(Closure closure, ReaderLanguage reader) {
        var zone = Centre.required(closure.centreId).zone;
        return new ClosureView(
                closure.id,
                closure.centreId,
                closure.spaceId,
                closure.startsAt,
                closure.endsAt,
                closure.startsAt.atZone(zone.id()).toOffsetDateTime(),
                closure.endsAt.atZone(zone.id()).toOffsetDateTime(),
                zone,
                reader.of(closure.reason),
                "/v1/closure-checks?centre=" + closure.centreId
                        + (closure.spaceId == null ? "" : "&space=" + closure.spaceId) + "&from=" + closure.startsAt
                        + "&to="
                        + closure.endsAt);
    }
}
