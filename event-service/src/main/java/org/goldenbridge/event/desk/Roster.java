package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.event.page.Rows;
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

    private final Rows rows;

    Roster(Rows rows) {
        this.rows = rows;
    }

    /** The bookings of a session and of its course, in the order in which they were made. */
    List<Guest> of(UUID session) {
        return rows.read(
                """
                        select b.id, v.name, v.contact, b.places, b.status, b.opportunity_id <> s.id as of_course, b.booked_at,
                               a.present, v.language, b.price_amount, b.price_currency, b.paid_at is not null as paid
                        from session s
                        join booking b on b.opportunity_id in (s.id, s.course_id)
                        join visitor v on v.id = b.visitor_id
                        left join attendance a on a.session_id = s.id and a.booking_id = b.id
                        where s.id = ?
                        order by b.booked_at, b.id limit""" + " " + MOST,
                row -> new Guest(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("contact"),
                        row.getInt("places"),
                        row.getString("status").equals("cancelled"),
                        row.getBoolean("of_course"),
                        Rows.instant(row, "booked_at"),
                        row.getObject("present", Integer.class),
                        row.getString("language"),
                        price(row),
                        row.getBoolean("paid")),
                session);
    }

    /** Who waits for the session, and to whom places are offered, in the order in which they are asked. */
    List<Waiter> waiting(UUID session) {
        return rows.read(
                """
                        select w.id, v.name, v.contact, w.places, v.language, o.expires_at,
                               array(select p.reason from overtaking p where p.passed_id = w.id order by p.id) as passed
                        from waiting_list_entry w
                        join visitor v on v.id = w.visitor_id
                        left join offer o on o.entry_id = w.id and o.status = 'open'
                        where w.opportunity_id = ? and w.status in ('waiting', 'offered')
                        order by w.status, w.priority desc, w.joined_nth limit""" + " " + MOST,
                row -> new Waiter(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("contact"),
                        row.getInt("places"),
                        row.getString("language"),
                        Rows.instantOrNull(row, "expires_at"),
                        List.of((String[]) row.getArray("passed").getArray())),
                session);
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
        return rows.read(
                """
                        select name, contact from (
                            select distinct on (folded(v.name), v.contact) v.name, v.contact, v.created_at
                            from visitor v
                            where v.centre_id = ?
                              and folded(v.name) like '%' || regexp_replace(folded(?), '([\\\\%_])', '\\\\\\1', 'g') || '%'
                            order by folded(v.name), v.contact, v.created_at desc) known
                        order by created_at desc limit""" + " " + MOST_KNOWN,
                row -> new VisitorLine(row.getString("name"), row.getString("contact")),
                centre,
                wanted);
    }
}
