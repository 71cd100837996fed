package org.goldenbridge.event.page;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads the legs of touring exhibitions that are announced. */
@Singleton
public class TourStops {
    private final Rows rows;
    private final TextColumns texts;

    TourStops(Rows rows, TextColumns texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /**
     * Where a touring exhibition stands from when to when, in the local days of the place.
     *
     * @param version how often it has changed
     * @param centreId the centre that shows it; null for a venue
     * @param place the venue, or the centre with its room
     * @param closes its last day
     */
    public record TourStop(
            UUID id,
            long version,
            @Nullable String centreId,
            @Nullable LocalizedText place,
            @Nullable LocalizedText room,
            @Nullable LocalizedText address,
            @Nullable LocalizedText city,
            @Nullable String country,
            LocalDate opens,
            LocalDate closes) {}

    /** Those of a programme, in the order of the tour. */
    public List<TourStop> of(UUID programme) {
        return rows.read(
                """
                select l.id, l.version, l.centre_id, coalesce(l.venue -> 'name', c.name) as place, sp.name as room,
                       coalesce(l.venue -> 'address', case when l.venue is null then c.address end) as address,
                       coalesce(l.venue -> 'city', c.city) as city, coalesce(l.venue ->> 'country', c.country) as country,
                       l.opens_on, l.closes_on
                from leg l join programme p on p.id = l.programme_id and p.announced_at is not null
                left join centre c on c.id = l.centre_id left join space sp on sp.id = l.space_id
                where l.programme_id = ? order by l.opens_on""",
                row -> new TourStop(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getString("centre_id"),
                        texts.nullable(row, "place"),
                        texts.nullable(row, "room"),
                        texts.nullable(row, "address"),
                        texts.nullable(row, "city"),
                        row.getString("country"),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class)),
                programme);
    }
}
