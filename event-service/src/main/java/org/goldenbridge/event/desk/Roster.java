package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.goldenbridge.event.booking.NameSounds;
import org.goldenbridge.event.booking.Withdrawals;
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
    private static final int LONGEST_SEARCH = 450;
    private static final Pattern WORDS = Pattern.compile("[\\s,;·<>]+");
    private static final Pattern CHARACTERS = Pattern.compile("\\p{IsHan}");

    private final Rows rows;

    Roster(Rows rows) {
        this.rows = rows;
    }

    /** The bookings of a session and of its course, in the order in which they were made. */
    List<Guest> of(UUID session, Instant now) {
        return rows.read(
                """
                        select b.id, v.name, v.contact, b.places, b.status, b.opportunity_id <> s.id as of_course, b.booked_at,
                               a.present, v.language, b.price_amount, b.price_currency, b.paid_at is not null as paid,
                               case when b.status = 'cancelled' and b.cancelled_because = 'asked'
                                    and b.cancelled_at > ? and b.opportunity_id = s.id
                                    and (exists (select from hold h where h.booking_id = b.id and h.status = 'live')
                                         or exists (select from allocation l where l.id = b.allocation_id and l.status = 'live'))
                               then b.cancelled_at end as undoable
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
                        undoable(row),
                        price(row),
                        row.getBoolean("paid")),
                now.minus(Withdrawals.UNDO),
                session);
    }

    /** Who waits for the session, and to whom places are offered, in the order in which they are asked. */
    List<Waiter> waiting(UUID session, Instant now) {
        return rows.read(
                """
                        select w.id, v.name, v.contact, w.places, v.language, o.expires_at,
                               case w.status when 'left' then w.ended_at end as undoable,
                               array(select p.reason from overtaking p where p.passed_id = w.id order by p.id) as passed
                        from waiting_list_entry w
                        join visitor v on v.id = w.visitor_id
                        left join offer o on o.entry_id = w.id and o.status = 'open'
                        where w.opportunity_id = ?
                          and (w.status in ('waiting', 'offered') or w.status = 'left' and w.ended_at > ?)
                        order by w.status = 'waiting', w.priority desc, w.joined_nth limit""" + " " + MOST,
                row -> new Waiter(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("contact"),
                        row.getInt("places"),
                        row.getString("language"),
                        Rows.instantOrNull(row, "expires_at"),
                        undoable(row),
                        List.of((String[]) row.getArray("passed").getArray())),
                session,
                now.minus(Withdrawals.UNDO));
    }

    private static @Nullable Instant undoable(ResultSet row) throws SQLException {
        var withdrawn = Rows.instantOrNull(row, "undoable");
        return withdrawn == null ? null : withdrawn.plus(Withdrawals.UNDO);
    }

    private static @Nullable Price price(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("price_amount");
        return amount == null ? null : new Price(amount, row.getString("price_currency"));
    }

    /**
     * Visitors of the centre whom each of the words names, who came last first: by a part of the name, of the mail address, by the
     * last digits of the phone, or by a whole word of the name in another script. Three letters, or two characters of Chinese, are needed in one of them: what is shorter would show
     * people who are not meant.
     */
    List<KnownVisitor> known(String centre, String letters) {
        var wanted = letters.strip();
        var fewest = CHARACTERS.matcher(wanted).find() ? FEWEST_CHARACTERS : FEWEST_LETTERS;
        if (wanted.codePointCount(0, wanted.length()) < fewest
                || wanted.length() > LONGEST_SEARCH
                || !VisitorLine.isText(wanted)) {
            return List.of();
        }
        var words = WORDS.splitAsStream(wanted).filter(word -> !word.isEmpty()).toList();
        return rows.read(
                """
                        select name, contact, language from (
                            select distinct on (folded(v.name), v.contact) v.name, v.contact, v.language, v.created_at
                            from visitor v
                            where v.centre_id = ? and v.forgotten_at is null and not exists (
                                select from unnest(?, ?) as one (word, sounds)
                                where not (folded(v.name || ' ' || v.contact)
                                        like '%' || regexp_replace(folded(word), '([\\\\%_])', '\\\\\\1', 'g') || '%'
                                    or word ~ '^[+0-9().-]*[0-9]{3}[0-9().-]*$' and v.contact !~ '@'
                                       and regexp_replace(v.contact, '[^0-9]', '', 'g')
                                        like '%' || regexp_replace(word, '[^0-9]', '', 'g')
                                    or exists (select from unnest(string_to_array(sounds, '|')) as wanted
                                               where v.name_sounds @> string_to_array(wanted, ' '))))
                            order by folded(v.name), v.contact, v.created_at desc) known
                        order by created_at desc limit""" + " " + MOST_KNOWN,
                Roster::visitor,
                centre,
                words.toArray(String[]::new),
                NameSounds.wanted(words));
    }

    /** Visitors of the centre of that whole name, whatever its accents and capitals: one for each contact. */
    List<KnownVisitor> named(String centre, String name) {
        return name.isBlank() || name.length() > LONGEST_SEARCH || !VisitorLine.isText(name)
                ? List.of()
                : rows.read(
                        """
                                select distinct on (lower(v.contact)) v.name, v.contact, v.language from visitor v
                                where v.centre_id = ? and v.forgotten_at is null and folded(v.name) = folded(?)
                                order by lower(v.contact), v.created_at desc limit""" + " " + MOST_KNOWN,
                        Roster::visitor,
                        centre,
                        name.strip().replaceAll("\\s+", " "));
    }

    private static KnownVisitor visitor(ResultSet row) throws SQLException {
        return new KnownVisitor(row.getString("name"), row.getString("contact"), row.getString("language"));
    }
}
