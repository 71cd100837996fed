package org.goldenbridge.event.whatson;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.Rows;
import org.goldenbridge.event.page.TextColumns;
import org.goldenbridge.event.programme.Audience;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.event.programme.Level;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.event.programme.ProgrammeKind;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Reads events and programmes of which the public knows, also those without a date. */
@Singleton
class PublicEvents {
    private static final String PROGRAMMES = """
            select p.id, p.kind, p.title, p.description, p.starts_on, p.ends_on, p.status, p.cancel_reason
            from programme p where p.announced_at is not null and\s""";

    private final Rows rows;
    private final TextColumns texts;

    PublicEvents(Rows rows, TextColumns texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** An event as it was announced. */
    record PublicEvent(
            UUID id,
            String centreId,
            EventKind kind,
            LocalizedText title,
            @Nullable LocalizedText description,
            Audience audience,
            @Nullable Level level,
            @Nullable Integer minimumAge,
            @Nullable Integer maximumAge,
            List<String> languages,
            @Nullable Price price,
            boolean cancelled,
            @Nullable LocalizedText cancelReason,
            @Nullable UUID programmeId) {}

    /** A programme as it was announced. */
    record PublicProgramme(
            UUID id,
            ProgrammeKind kind,
            LocalizedText title,
            @Nullable LocalizedText description,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean cancelled,
            @Nullable LocalizedText cancelReason) {}

    Optional<PublicEvent> event(UUID id) {
        return rows.read("""
                select id, centre_id, kind, title, description, audience, level, minimum_age, maximum_age, languages,
                       price_amount, price_currency, status, cancel_reason, programme_id
                from event where announced_at is not null and id = ?""", this::event, id).stream().findFirst();
    }

    /** How many dates it has that are over, or not. */
    long countDates(UUID event, boolean over, Instant now) {
        return rows.read(
                        "select count(*) as n from session where event_id = ? and (ends_at <= ?) = ?",
                        row -> row.getLong("n"),
                        event,
                        now,
                        over)
                .get(0);
    }

    /** Its dates to come in their order, or those that are over, the latest first. */
    List<UUID> dates(UUID event, boolean over, int page, Instant now) {
        var order = over ? " desc" : "";
        return rows.read(
                "select id from session where event_id = ? and (ends_at <= ?) = ? order by starts_at" + order + ", id"
                        + order + " limit ? offset ?",
                row -> row.getObject("id", UUID.class),
                event,
                now,
                over,
                Pages.SIZE,
                Pages.offset(page));
    }

    /** All that stand under no other, by their first days; those that are over come last, the latest first. */
    List<PublicProgramme> programmes() {
        return rows.read(PROGRAMMES + """
                not exists (select from programme whole where whole.id = p.parent_id and whole.announced_at is not null)
                order by p.starts_on, p.id""", this::programme);
    }

    /** What search engines are to find: events with dates to come, by their ids. */
    List<UUID> ahead(Instant now, int most) {
        return rows.read("""
                select e.id from event e where e.announced_at is not null
                and exists (select from session s where s.event_id = e.id and s.ends_at > ?) order by e.id limit ?""", row -> row.getObject("id", UUID.class), now, most);
    }

    Optional<PublicProgramme> programme(UUID id) {
        return rows.read(PROGRAMMES + "p.id = ?", this::programme, id).stream().findFirst();
    }

    /** Its parts, by their first days. */
    List<PublicProgramme> partsOf(UUID programme) {
        return rows.read(PROGRAMMES + "p.parent_id = ? order by p.starts_on, p.id", this::programme, programme);
    }

    /** What it is a part of. */
    Optional<PublicProgramme> wholeOf(UUID programme) {
        return rows
                .read(
                        PROGRAMMES + "p.id = (select part.parent_id from programme part where part.id = ?)",
                        this::programme,
                        programme)
                .stream()
                .findFirst();
    }

    private PublicEvent event(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("price_amount");
        return new PublicEvent(
                row.getObject("id", UUID.class),
                row.getString("centre_id"),
                word(EventKind.class, row, "kind"),
                texts.text(row, "title"),
                texts.nullable(row, "description"),
                word(Audience.class, row, "audience"),
                row.getString("level") == null ? null : word(Level.class, row, "level"),
                row.getObject("minimum_age", Integer.class),
                row.getObject("maximum_age", Integer.class),
                List.of((String[]) row.getArray("languages").getArray()),
                amount == null ? null : new Price(amount, row.getString("price_currency")),
                row.getString("status").equals("cancelled"),
                texts.nullable(row, "cancel_reason"),
                row.getObject("programme_id", UUID.class));
    }

    private PublicProgramme programme(ResultSet row) throws SQLException {
        return new PublicProgramme(
                row.getObject("id", UUID.class),
                word(ProgrammeKind.class, row, "kind"),
                texts.text(row, "title"),
                texts.nullable(row, "description"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("status").equals("cancelled"),
                texts.nullable(row, "cancel_reason"));
    }

    private static <E extends Enum<E>> E word(Class<E> words, ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Words.parameter(words, row.getString(column), column));
    }
}
