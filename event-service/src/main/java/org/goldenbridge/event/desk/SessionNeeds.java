package org.goldenbridge.event.desk;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.TextColumns;
import org.goldenbridge.event.page.UnreadablePage;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Reads what a session needs besides its room, and what is to be known of it. */
@Singleton
class SessionNeeds {
    private final AgroalDataSource database;
    private final TextColumns texts;

    SessionNeeds(AgroalDataSource database, TextColumns texts) {
        this.database = database;
        this.texts = texts;
    }

    /**
     * What it needs.
     *
     * @param setUpMinutes before the start, and {@code clearingMinutes} after the end, for which it has the space
     * @param outsideHours why it may be when the centre is closed; null where it is within the hours
     * @param plannedBy user name
     */
    record Needs(
            int setUpMinutes,
            int clearingMinutes,
            @Nullable String outsideHours,
            String plannedBy,
            List<String> teachers,
            List<Stock> equipment) {}

    /**
     * So many of a stock.
     *
     * @param perPerson how many each person needs; null where they are for all together
     * @param isShort whether there are too few of it by now
     */
    record Stock(LocalizedText name, int quantity, @Nullable Integer perPerson, boolean isShort) {}

    Needs of(UUID session) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select s.set_up_minutes, s.clearing_minutes, s.hours_override, s.planned_by,
                               array(select t.name from teacher t where t.id = any(s.teacher_ids) order by t.name) as teachers,
                               e.name as stock, n.quantity, n."perPerson" as per_person,
                               s.short_of_equipment and (e.withdrawn or coalesce(equipment_peak(e.id, c.during, null), 0) > e.quantity)
                                   as short
                        from session s
                        left join lateral jsonb_to_recordset(s.equipment) as n("equipmentId" uuid, quantity integer, "perPerson" integer)
                            on true
                        left join equipment e on e.id = n."equipmentId"
                        left join equipment_claim c on c.session_id = s.id and c.equipment_id = e.id
                        where s.id = ?
                        order by e.code""")) {
            query.setObject(1, session);
            try (var row = query.executeQuery()) {
                row.next();
                var teachers = List.of((String[]) row.getArray("teachers").getArray());
                var setUp = row.getInt("set_up_minutes");
                var clearing = row.getInt("clearing_minutes");
                var outside = row.getString("hours_override");
                var plannedBy = row.getString("planned_by");
                var equipment = new ArrayList<Stock>();
                do {
                    stock(row, equipment);
                } while (row.next());
                return new Needs(setUp, clearing, outside, plannedBy, teachers, equipment);
            }
        } catch (SQLException e) {
            throw new UnreadablePage(e);
        }
    }

    private void stock(ResultSet row, List<Stock> equipment) throws SQLException {
        var name = texts.nullable(row, "stock");
        if (name != null) {
            equipment.add(new Stock(
                    name, row.getInt("quantity"), row.getObject("per_person", Integer.class), row.getBoolean("short")));
        }
    }
}
