package org.goldenbridge.event.page;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.platform.text.LocalizedText;

/** The centres of the network and their spaces, as far as pages name them. */
@Singleton
public class Centres {
    private final AgroalDataSource database;
    private final TextColumns texts;

    Centres(AgroalDataSource database, TextColumns texts) {
        this.database = database;
        this.texts = texts;
    }

    /** A space of a centre. */
    public record SpaceCard(UUID id, LocalizedText name) {}

    /** Those that are open to the public, by their ids. */
    public List<CentreCard> all() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select id, name, city, country, address, zone from centre where not withdrawn order by id");
                var row = query.executeQuery()) {
            var centres = new ArrayList<CentreCard>();
            while (row.next()) {
                centres.add(new CentreCard(
                        row.getString("id"),
                        texts.text(row, "name"),
                        texts.nullable(row, "city"),
                        row.getString("country"),
                        texts.nullable(row, "address"),
                        ZoneId.of(row.getString("zone"))));
            }
            return centres;
        } catch (SQLException e) {
            throw new UnreadablePage(e);
        }
    }

    /** The centre of that id. */
    public Optional<CentreCard> find(String id) {
        return all().stream().filter(centre -> centre.id().equals(id)).findFirst();
    }

    /** The space of the centre with that code or id. */
    public Optional<SpaceCard> space(String centre, String codeOrId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select id, name from space
                        where centre_id = ? and not withdrawn and (code = ? or id::text = ?)""")) {
            query.setString(1, centre);
            query.setString(2, codeOrId);
            query.setString(3, codeOrId);
            try (var row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new SpaceCard(row.getObject("id", UUID.class), texts.text(row, "name")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new UnreadablePage(e);
        }
    }
}
