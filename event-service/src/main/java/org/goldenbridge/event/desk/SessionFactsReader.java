package org.goldenbridge.event.desk;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goldenbridge.event.page.Rows;
import org.goldenbridge.event.page.TextColumns;
import org.goldenbridge.event.programme.Price;
import org.goldenbridge.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads the facts of a session that its page shows at the desk. */
@Singleton
class SessionFactsReader {
    /** Groups may be passed as {@code settle_places} lets them: three times, and not in the last 24 hours. */
    private static final String FACTS = """
            select s.event_id, e.programme_id, pr.title as programme, s.series_id, s.course_id,
                   case when s.course_id is not null then e.price_amount end as course_amount, e.price_currency as course_currency,
                   t.price_amount, t.price_currency, s.course_id is null or c.drop_in as drop_in,
                   e.minimum_age, e.maximum_age, e.languages, ce.country,
                   array(select r.name from teacher r where r.id = any(s.teacher_ids) order by r.name) as teachers,
                   (select coalesce(sum(b.places), 0) from booking b left join allocation a on a.id = b.allocation_id
                    where b.opportunity_id = s.id and b.status = 'confirmed' and a.status is distinct from 'live') + p.kept as booked,
                   (select coalesce(sum(o.places), 0) from offer o where o.opportunity_id = s.id and o.status = 'open') as offered,
                   (select coalesce(sum(h.places), 0) from hold h where h.opportunity_id = s.id and h.status = 'live') as held,
                   (select coalesce(sum(a.places), 0) from allocation a where a.opportunity_id = s.id and a.status = 'live') as partners,
                   greatest(0, p.capacity - p.taken) as free, w.waiting, w.waiting_places,
                   case when w.waiting > 0 and w.smallest > p.capacity - p.taken and p.taken < p.capacity and w.passed < 3
                         and s.status = 'scheduled' and not p.make_up_only and s.starts_at - interval '24 hours' > ?
                   then w.passed + 1 else 0 end as pass
            from session s
            join event e on e.id = s.event_id
            join centre ce on ce.id = s.centre_id
            join session_terms t on t.id = s.id
            join places p on p.opportunity_id = s.id
            left join programme pr on pr.id = e.programme_id
            left join course c on c.id = s.course_id
            cross join lateral (
                select count(*) as waiting, coalesce(sum(q.places), 0) as waiting_places, min(q.places) as smallest,
                       coalesce(max(q.passed) filter (where q.places <= p.capacity), 0) as passed
                from waiting_list_entry q where q.opportunity_id = s.id and q.status = 'waiting') w
            where s.id = ?""";

    private final Rows rows;
    private final TextColumns texts;

    SessionFactsReader(Rows rows, TextColumns texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** @throws Refusal 404 */
    SessionFacts of(UUID session, Instant now) {
        return rows.read(FACTS, this::facts, now, session).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such session."));
    }

    private SessionFacts facts(ResultSet row) throws SQLException {
        return new SessionFacts(
                row.getObject("event_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                texts.nullable(row, "programme"),
                row.getObject("series_id", UUID.class),
                row.getObject("course_id", UUID.class),
                price(row, "course_amount", "course_currency"),
                price(row, "price_amount", "price_currency"),
                row.getBoolean("drop_in"),
                row.getObject("minimum_age", Integer.class),
                row.getObject("maximum_age", Integer.class),
                List.of((String[]) row.getArray("languages").getArray()),
                List.of((String[]) row.getArray("teachers").getArray()),
                row.getString("country"),
                new SessionFacts.Counts(
                        row.getInt("booked"),
                        row.getInt("offered"),
                        row.getInt("held"),
                        row.getInt("partners"),
                        row.getInt("free"),
                        row.getInt("waiting"),
                        row.getInt("waiting_places"),
                        row.getInt("pass")));
    }

    private static @Nullable Price price(ResultSet row, String amount, String currency) throws SQLException {
        var value = row.getBigDecimal(amount);
        return value == null ? null : new Price(value, row.getString(currency));
    }
}
