package org.goldenbridge.event.desk;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.event.page.UnreadablePage;
import org.goldenbridge.event.programme.Price;
import org.jspecify.annotations.Nullable;

/** Reads who is booked in, and whom the centre knows. Whoever asks has been let in by the desk of the centre. */
@Singleton
class Roster {
    private static final int MOST = 1_000;
    private static final int MOST_KNOWN = 8;
    private static final int FEWEST_LETTERS = 3;
    private static final int FEWEST_CHARACTERS = 2;
    private static final Pattern CHARACTERS = Pattern.compile("\\p{IsHan}");

    private final AgroalDataSource database;

    Roster(AgroalDataSource database) {
        this.database = database;
    }

    /** The bookings of a session and of its course, in the order in which they were made. */
    List<Guest> of(UUID session) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select b.id, v.name, v.contact, b.places, b.status, b.opportunity_id <> s.id as of_course, b.booked_at,
                               a.present, v.language, b.price_amount, b.price_currency, b.paid_at is not null as paid
                        from session s
                        join booking b on b.opportunity_id in (s.id, s.course_id)
                        join visitor v on v.id = b.visitor_id
                        left join attendance a on a.session_id = s.id and a.booking_id = b.id
                        where s.id = ?
                        order by b.booked_at, b.id limit""" + " " + MOST)) {
            query.setObject(1, session);
            try (var row = query.executeQuery()) {
                var guests = new ArrayList<Guest>();
                while (row.next()) {
                    guests.add(new Guest(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("contact"),
                            row.getInt("places"),
                            row.getString("status").equals("cancelled"),
                            row.getBoolean("of_course"),
                            row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                            row.getObject("present", Integer.class),
                            row.getString("language"),
                            price(row),
                            row.getBoolean("paid")));
                }
                return guests;
            }
        } catch (SQLException e) {
            throw new UnreadablePage(e);
        }
    }

    /** Who waits for the session, and to whom places are offered, in the order in which they are asked. */
    List<Waiter> waiting(UUID session) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select w.id, v.name, v.contact, w.places, v.language, o.expires_at,
                               array(select p.reason from overtaking p where p.passed_id = w.id order by p.id) as passed
                        from waiting_list_entry w
                        join visitor v on v.id = w.visitor_id
                        left join offer o on o.entry_id = w.id and o.status = 'open'
                        where w.opportunity_id = ? and w.status in ('waiting', 'offered')
                        order by w.status, w.priority desc, w.joined_nth limit""" + " " + MOST)) {
            query.setObject(1, session);
            try (var row = query.executeQuery()) {
                var waiting = new ArrayList<Waiter>();
                while (row.next()) {
                    var until = row.getObject("expires_at", OffsetDateTime.class);
                    waiting.add(new Waiter(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("contact"),
                            row.getInt("places"),
                            row.getString("language"),
                            until == null ? null : until.toInstant(),
                            List.of((String[]) row.getArray("passed").getArray())));
                }
                return waiting;
            }
        } catch (SQLException e) {
            throw new UnreadablePage(e);
        }
    }

    private static @Nullable Price price(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("price_amount");
        return amount == null ? null : new Price(amount, row.getString("price_currency"));
    }

    /**
     * Visitors of the centre whose name has those letters, who came last first. Three letters, or two characters of Chinese, are
     * needed: what is shorter would show people who are not meant.
     */
    List<VisitorLine> known(String centre, String letters) {
        var wanted = letters.strip();
        var fewest = CHARACTERS.matcher(wanted).find() ? FEWEST_CHARACTERS : FEWEST_LETTERS;
        if (wanted.codePointCount(0, wanted.length()) < fewest
                || wanted.length() > 100
                || !VisitorLine.isText(wanted)) {
            return List.of();
        }
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select name, contact from (
                            select distinct on (folded(v.name), v.contact) v.name, v.contact, v.created_at
                            from visitor v
                            where v.centre_id = ?
                              and folded(v.name) like '%' || regexp_replace(folded(?), '([\\\\%_])', '\\\\\\1', 'g') || '%'
                            order by folded(v.name), v.contact, v.created_at desc) known
                        order by created_at desc limit""" + " " + MOST_KNOWN)) {
            query.setString(1, centre);
            query.setString(2, wanted);
            try (var row = query.executeQuery()) {
                var known = new ArrayList<VisitorLine>();
                while (row.next()) {
                    known.add(new VisitorLine(row.getString("name"), row.getString("contact")));
                }
                return known;
            }
        } catch (SQLException e) {
            throw new UnreadablePage(e);
        }
    }
}
