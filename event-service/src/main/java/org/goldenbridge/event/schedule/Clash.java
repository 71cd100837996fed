package org.goldenbridge.event.schedule;

import java.time.Instant;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.text.ReaderLanguage;

/**
 * A session that is in the way.
 *
 * @param startsAt from when it takes the space, set-up counted
 * @param endsAt until when, clearing counted
 * @param plannedBy the colleague to talk to
 */
public record Clash(UUID sessionId, LocalizedText title, Instant startsAt, Instant endsAt, String plannedBy) {
    static Clash of(Session session, ReaderLanguage reader) {
        var claimed = session.claimed();
        return new Clash(
                session.id, reader.of(session.event.title()), claimed.start(), claimed.end(), session.plannedBy);
    }
}
