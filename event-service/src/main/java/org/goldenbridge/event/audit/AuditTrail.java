package org.goldenbridge.event.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done to a session, for a page. Whoever asks has been let in as one who answers for the centre. */
@Singleton
public class AuditTrail {
    private final AgroalDataSource database;
    private final ObjectMapper json;

    AuditTrail(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What somebody did.
     *
     * @param subject the account that did it; {@code system} for what happens by itself
     * @param colleague their user name, where it is known
     * @param booking to which it was done; null for all else
     * @param visitor whose booking that is; null where that is not known any more
     */
    public record Deed(
            long id,
            Instant at,
            String subject,
            @Nullable String colleague,
            String action,
            JsonNode detail,
            @Nullable UUID booking,
            @Nullable String visitor) {}

    /** What was noted when that was last done to a session; read on the caller's own connection, in its transaction. */
    public Optional<JsonNode> lastOf(UUID session, String action) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select cast(detail as text) as detail from audit
                        where opportunity_id = ? and action = ? order by id desc limit 1""")) {
            query.setObject(1, session);
            query.setString(2, action);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(json.readTree(row.getString("detail"))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e); // told as any other fault of the database
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What we wrote ourselves in the audit can be read", e);
        }
    }

    /**
     * The latest deeds, the last one first.
     *
     * @param before only those before that one; null for the latest of all
     */
    public List<Deed> ofSession(UUID session, @Nullable Long before, int most) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select a.id, a.at, a.actor, c.name, a.action, cast(a.detail as text) as detail, a.booking_id, v.name as visitor
                        from audit a left join colleague c on c.subject = a.actor
                        left join booking b on b.id = a.booking_id left join visitor v on v.id = b.visitor_id
                        where a.opportunity_id = ? and a.id < ? order by a.id desc limit ?""")) {
            query.setObject(1, session);
            query.setLong(2, before == null ? Long.MAX_VALUE : before);
            query.setInt(3, most);
            try (var row = query.executeQuery()) {
                var deeds = new ArrayList<Deed>();
                while (row.next()) {
                    deeds.add(new Deed(
                            row.getLong("id"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("actor"),
                            row.getString("name"),
                            row.getString("action"),
                            json.readTree(row.getString("detail")),
                            row.getObject("booking_id", UUID.class),
                            row.getString("visitor")));
                }
                return deeds;
            }
        } catch (SQLException e) {
            throw new PersistenceException(e); // told as any other fault of the database
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What we wrote ourselves in the audit can be read", e);
        }
    }
}
