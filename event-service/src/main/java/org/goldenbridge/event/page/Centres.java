package org.goldenbridge.event.page;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;

/** The centres of the network and their spaces, as far as pages name them. */
@Singleton
public class Centres {
    private final Rows rows;
    private final TextColumns texts;

    Centres(Rows rows, TextColumns texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** A space of a centre. */
    public record SpaceCard(UUID id, LocalizedText name) {}

    /** Those that are open to the public, by their ids. */
    public List<CentreCard> all() {
        return rows.read(
                "select id, name, city, country, address, zone from centre where not withdrawn order by id",
                row -> new CentreCard(
                        row.getString("id"),
                        texts.text(row, "name"),
                        texts.nullable(row, "city"),
                        row.getString("country"),
                        texts.nullable(row, "address"),
                        ZoneId.of(row.getString("zone"))));
    }

    /** The centre of that id. */
    public Optional<CentreCard> find(String id) {
        return all().stream().filter(centre -> centre.id().equals(id)).findFirst();
    }

    /** The space of the centre with that code or id. */
    public Optional<SpaceCard> space(String centre, String codeOrId) {
        return rows
                .read(
                        """
                        select id, name from space
                        where centre_id = ? and not withdrawn and (code = ? or id::text = ?)""",
                        row -> new SpaceCard(row.getObject("id", UUID.class), texts.text(row, "name")),
                        centre,
                        codeOrId,
                        codeOrId)
                .stream()
                .findFirst();
    }
}
