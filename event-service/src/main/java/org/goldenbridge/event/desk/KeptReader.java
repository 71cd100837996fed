package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goldenbridge.event.page.Rows;
import org.jspecify.annotations.Nullable;

/** Reads which places of a session are kept: held for a while, or for a partner to fill. */
@Singleton
class KeptReader {
    static final List<Kept> NOTHING = List.of();

    private final Rows rows;

    KeptReader(Rows rows) {
        this.rows = rows;
    }

    /**
     * Places that are kept.
     *
     * @param partner who fills them; null for a hold
     * @param by who holds them, by their user name where it is known; null for an allocation
     * @param note for whom they are held; null where nothing was written
     * @param used how many of them are booked
     * @param until when they go back to everybody
     */
    record Kept(
            UUID id,
            @Nullable String partner,
            @Nullable String by,
            @Nullable String note,
            int places,
            int used,
            Instant until) {
        boolean isHold() {
            return partner == null;
        }

        int left() {
            return places - used;
        }
    }

    /** What is kept now, what ends first first. */
    List<Kept> of(UUID session, Instant now) {
        return rows.read(
                """
                        select h.id, null as partner, c.name as by, h.note, h.places, 0 as used, h.expires_at as until
                        from hold h left join colleague c on c.subject = h.held_by
                        where h.opportunity_id = ? and h.status = 'live' and h.expires_at > ?
                          and num_nonnulls(h.booking_id, h.entry_id) = 0
                        union all
                        select a.id, a.partner, null, null, a.places, a.used, a.release_at
                        from allocation a
                        where a.opportunity_id = ? and a.status = 'live' and a.release_at > ?
                        order by until, id""",
                row -> new Kept(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("partner"),
                        row.getString("by"),
                        row.getString("note"),
                        row.getInt("places"),
                        row.getInt("used"),
                        Rows.instant(row, "until")),
                session,
                now,
                session,
                now);
    }
}
