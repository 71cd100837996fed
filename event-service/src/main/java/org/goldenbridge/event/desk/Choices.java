package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.Rows;
import org.goldenbridge.event.page.TextColumns;
import org.goldenbridge.event.programme.EventKind;
import org.goldenbridge.platform.text.LocalizedText;
import org.goldenbridge.platform.words.Words;

/** Reads what a centre can plan with: its events, who teaches there, what it has. */
@Singleton
class Choices {
    private static final int MOST_EVENTS = 12;

    private static final String EVENTS = """
            select e.id, e.kind, e.title, e.announced_at is not null as announced
            from event e where e.centre_id = ? and e.status <> 'cancelled' and\s""";

    private final Rows rows;
    private final TextColumns texts;

    Choices(Rows rows, TextColumns texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** An event of which a session can be planned. */
    record Planable(UUID id, EventKind kind, LocalizedText title, boolean isAnnounced) {}

    /** A stock of the centre. */
    record Stock(UUID id, LocalizedText name, int quantity) {}

    /** Somebody who teaches there. */
    record Person(UUID id, String name) {}

    /** The events of the centre whose title has those letters in any language, the newest first; of no letters, the newest. */
    List<Planable> events(String centre, String letters) {
        return rows.read(
                EVENTS + """
                folded_texts(e.title) like '%' || regexp_replace(folded(?), '([\\\\%_])', '\\\\\\1', 'g') || '%'
                order by e.id desc limit""" + " " + MOST_EVENTS,
                this::event,
                centre,
                letters.length() > 100 ? letters.substring(0, 100) : letters);
    }

    /** The event of that id, when it is the centre's and not cancelled. */
    Optional<Planable> event(String centre, String event) {
        return rows.read(EVENTS + "cast(e.id as text) = ?", this::event, centre, event).stream()
                .findFirst();
    }

    /** Those who teach at the centre, by their names. */
    List<Person> teachers(String centre) {
        return rows.read(
                "select id, name from teacher where centre_id = ? and not withdrawn order by name, id limit 200",
                row -> new Person(row.getObject("id", UUID.class), row.getString("name")),
                centre);
    }

    /** What the centre has to claim from. */
    List<Stock> equipment(String centre) {
        return rows.read(
                "select id, name, quantity from equipment where centre_id = ? and not withdrawn order by code, id limit 200",
                row -> new Stock(row.getObject("id", UUID.class), texts.text(row, "name"), row.getInt("quantity")),
                centre);
    }

    private Planable event(ResultSet row) throws SQLException {
        return new Planable(
                row.getObject("id", UUID.class),
                Objects.requireNonNull(Words.parameter(EventKind.class, row.getString("kind"), "kind")),
                texts.text(row, "title"),
                row.getBoolean("announced"));
    }
}
