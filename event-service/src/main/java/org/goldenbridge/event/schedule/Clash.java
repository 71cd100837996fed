package org.goldenbridge.event.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A session or a block that is in the way.
 *
 * @param startsAt from when it takes the space, set-up counted, or the teacher
 * @param endsAt until when, clearing counted
 * @param plannedBy the colleague to talk to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A session or a block that is in the way, with set-up and clearing.")
public record Clash(
        @Schema(description = "The session, when it is one.") @Nullable
        UUID sessionId,

        @Schema(description = "The block, when it is one.") @Nullable
        UUID blockId,

        @Schema(description = "What is on then, when it is a session.") @Nullable
        LocalizedText title,

        @Schema(description = "What the space is blocked for.") @Nullable
        String reason,

        Instant startsAt,
        Instant endsAt,

        @Schema(description = "The colleague to talk to.") String plannedBy) {
    static Clash of(Holder holder, ReaderLanguage reader) {
        var during = holder.during();
        var block = holder.block();
        if (block != null) {
            return new Clash(null, block.id, null, block.reason, during.start(), during.end(), block.blockedBy);
        }
        var session = Objects.requireNonNull(holder.session(), "A claim is of a session or of a block");
        return new Clash(
                session.id,
                null,
                reader.of(session.event.title()),
                null,
                during.start(),
                during.end(),
                session.plannedBy);
    }

    /** What it is, in a few words. */
    String name() {
        return title == null
                ? "blocked (" + reason + ")"
                : title.texts().values().iterator().next();
    }
}
