package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.problem.Refusal;
import org.goldenbridge.platform.time.IanaZones;
import org.jspecify.annotations.Nullable;

/** Where a session is that takes place online. It needs no claim, and its times are shown in one zone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where a session is that takes place online.")
public record Online(
        @Schema(description = "Where to join, by https.", examples = "https://meet.example.org/dombra")
        @NotBlank
        @Size(max = 2000)
        String link,

        @Schema(
                description = "IANA time zone of its times; that of the centre when left out.",
                examples = "Asia/Shanghai")
        @Size(max = 60)
        @Nullable
        String zone,

        @Schema(
                description =
                        "Whether only who booked, and staff, get the link; true when left out. With false it is public.",
                examples = "true")
        @Nullable
        Boolean linkForBooked) {

    /**
     * The same with what was left out, as it is kept.
     *
     * @throws Refusal 400 for a link that nobody can follow, 422 {@code unknown-zone}
     */
    Online complete(ZoneId ofCentre) {
        return new Online(checked(link), zone == null ? ofCentre.getId() : known(zone), isForBooked());
    }

    /** As the public sees it. */
    OnlineView view(boolean forStaff) {
        return new OnlineView(forStaff || !isForBooked() ? link : null, isForBooked());
    }

    /** Without a word the link stays with those who booked: what was told once cannot be taken back. */
    private boolean isForBooked() {
        return linkForBooked == null || linkForBooked;
    }

    private static String checked(String link) {
        try {
            var uri = new URI(link);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return link;
            }
        } catch (URISyntaxException e) {
            // told below, like any other that is not https
        }
        throw Refusal.badRequest("invalid-request", "The link of an online session must be an https address.")
                .at("/online/link", "must be an https address such as https://meet.example.org/dombra");
    }

    private static String known(String zone) {
        if (!IanaZones.has(zone)) {
            throw Refusal.unprocessable("unknown-zone", "There is no time zone " + zone + ".")
                    .at("/online/zone", "must be an IANA time zone such as Asia/Shanghai");
        }
        return zone;
    }
}
