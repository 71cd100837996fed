package org.goldenbridge.event.publicschedule;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.schedule.Bound;
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Reads what the public may know of the schedule, in the order in which it starts. Drafts are not there. */
@Singleton
public class ScheduleReader {
    /** The longest session there can be; lets the index on the start serve a question about the end. */
    private static final String LONGEST = "interval '31 days'";

    /** Few sessions are longer, and those have an index of their own: nobody looks through a month for what still runs. */
    private static final String SHORT = "interval '1 day'";

    /** By how much the beginning of a day is another instant in another zone, at most. */
    private static final String ZONES = "interval '1 day'";

    /** What has the places of a session: the course, where a lesson of it cannot be booked by itself. */
    static final String BOOKABLE = """
            coalesce((select c.id from course c where c.id = s.course_id and not c.drop_in), s.id)
            """;

    private static final String SHOWN = """
            select s.id, coalesce(f.number, 0) as change_number, coalesce(f.stamp, s.created_at) as changed_at, e.announced_at,
                   s.sequence,
                   s.event_id, e.kind, e.title, e.description, e.audience, e.level, e.minimum_age, e.maximum_age, e.languages,
                   case when co.drop_in then co.lesson_price_amount else e.price_amount end as price_amount,
                   case when co.drop_in then co.lesson_price_currency else e.price_currency end as price_currency,
                   s.status, s.cancel_reason, s.earlier_starts, s.starts_at, s.ends_at, s.zone,
                   s.centre_id, c.name as centre_name, c.city, c.country, c.address, c.postal_code, c.latitude, c.longitude,
                   c.access,
                   s.space_id, sp.name as space_name, s.venue, s.online,
                   array(select t.name from teacher t where t.id = any(s.teacher_ids) order by t.name, t.id) as teachers,
                   p.capacity, case when p.make_up_only then 0 else p.capacity - p.taken end as open, p.waiting,
                   s.course_id, co.drop_in as course_drop_in, co.status as course_status,
                   e.price_amount as course_price_amount, e.price_currency as course_price_currency,
                   cp.capacity as course_capacity, cp.capacity - cp.taken as course_open, cp.waiting as course_waiting,
                   lessons.number as course_lessons, lessons.starts_at as course_starts_at, lessons.ends_at as course_ends_at,
                   s.series_id, pr.id as programme_id, pr.title as programme_title,
                   i.id as image_id, i.width as image_width, i.height as image_height, i.alt as image_alt
            from\s""";

    /** After the session, which comes after what chooses it: PostgreSQL keeps to this order where there are so many. */
    private static final String JOINED = """
            join event e on e.id = s.event_id
            join centre c on c.id = s.centre_id
            left join course co on co.id = s.course_id
            left join places cp on cp.opportunity_id = s.course_id
            left join lateral (
                select count(*) filter (where l.status = 'scheduled') as number,
                       coalesce(min(l.starts_at) filter (where l.status = 'scheduled'), min(l.starts_at)) as starts_at,
                       coalesce(max(l.ends_at) filter (where l.status = 'scheduled'), max(l.ends_at)) as ends_at
                from session l where l.course_id = s.course_id) lessons on s.course_id is not null
            join places p on p.opportunity_id = """ + BOOKABLE + """
            left join space sp on sp.id = s.space_id
            left join programme pr on pr.id = e.programme_id and pr.announced_at is not null
            left join event_image i on i.event_id = e.id
            left join feed_item f on f.feed = 'sessions' and f.item = s.id::text
            where e.announced_at is not null""";

    private static final String IN_ORDER = " order by s.starts_at, s.id";

    /** Which sessions are asked for; what is shown of them is read afterwards, of those alone. */
    private static final String CHOSEN = "select s.starts_at, s.id from session s where true";

    private static final String FREE = """
            (select p.waiting = 0 and not p.make_up_only and p.taken < p.capacity from places p where p.opportunity_id =\s""" + BOOKABLE + ")";

    /** As it is booked: a lesson by itself where that is possible, otherwise its course. */
    private static final String COSTS_NOTHING = """
            coalesce((select case when co.drop_in then co.lesson_price_amount else e.price_amount end
                      from event e left join course co on co.id = s.course_id where e.id = s.event_id), 0) = 0""";

    /** Whether what is shown of a session has a word: each of these is found once, and then looked up for each session. */
    private static final String WORD = """
            (s.event_id in (select e.id from event e where e.searched like any (array(select search_patterns(?))))
             or s.event_id in (
                 select e.id from event e join programme p on p.id = e.programme_id and p.announced_at is not null
                 where folded_texts(p.title) like any (array(select search_patterns(?))))
             or s.centre_id in (
                 select c.id from centre c
                 where folded_texts(c.name) || ' ' || folded_texts(c.city) like any (array(select search_patterns(?))))
             or s.space_id in (select p.id from space p where folded_texts(p.name) like any (array(select search_patterns(?))))
             or s.venue_searched like any (array(select search_patterns(?)))
             or s.teacher_ids && array(select t.id from teacher t where folded(t.name) like any (array(select search_patterns(?)))))""";

    private final AgroalDataSource database;
    private final EntryRows rows;

    ScheduleReader(AgroalDataSource database, EntryRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * A place in the schedule: behind the session of that id, which starts then.
     */
    public record Place(Instant startsAt, UUID id) {}

    /** What is asked for behind the place, at most so much of it; without a beginning, what has not ended now. */
    public List<ScheduleEntry> find(ScheduleQuestion question, @Nullable Place after, int atMost, Instant now) {
        var asked = question.asOf(now);
        var from = Objects.requireNonNull(asked.from());
        var condition = condition(asked, from, after);
        var earliest = "cast(? as timestamptz) - " + ZONES + " - ";
        var most = IN_ORDER + " limit " + atMost;
        var shorter = new Condition().and("s.starts_at > " + earliest + SHORT, from.value());
        var longer = new Condition()
                .and("s.ends_at - s.starts_at > " + SHORT)
                .and("s.starts_at > " + earliest + LONGEST, from.value())
                .and("s.starts_at <= " + earliest + SHORT, from.value());
        var found = "(" + CHOSEN + condition.sql() + shorter.sql() + most + ") union all (" + CHOSEN + condition.sql()
                + longer.sql() + most + ") order by starts_at, id limit " + atMost;
        return read(
                "with found as materialized (" + found + ") " + SHOWN + "found join session s on s.id = found.id "
                        + JOINED + IN_ORDER,
                condition,
                shorter,
                condition,
                longer);
    }

    private static Condition condition(ScheduleQuestion asked, Bound from, @Nullable Place after) {
        var condition = new Condition().and("s.ends_at > " + from.sql("?", 0), from.value());
        var to = asked.to();
        if (to != null) {
            condition
                    .and("s.starts_at < " + to.sql("?", 1), to.value())
                    .and("s.starts_at < cast(? as timestamptz) + interval '1 day' + " + ZONES, to.value());
        }
        among(condition, "s.centre_id", asked.centres());
        if (!asked.spaces().isEmpty()) {
            condition.and("s.space_id = any(?)", (Object) asked.spaces().toArray(UUID[]::new));
        }
        if (asked.event() != null) {
            condition.and("s.event_id = ?", asked.event());
        }
        if (asked.course() != null) {
            condition.and("s.course_id = ?", asked.course());
        }
        for (var word : asked.words()) {
            condition.and(WORD, word, word, word, word, word, word);
        }
        var narrow = narrow(asked);
        if (!narrow.isEmpty()) {
            condition.within("s.event_id in (select e.id from event e where true", narrow, ")");
        }
        // As a value, which PostgreSQL reckons with for each session, and not as a join, with which it would begin.
        condition.within("(select true from event e where e.id = s.event_id", broad(asked), ")");
        if (asked.free()) {
            condition.and("s.status = 'scheduled'").and(FREE);
        }
        if (asked.costsNothing()) {
            condition.and(COSTS_NOTHING);
        }
        if (asked.weekend()) {
            condition.and("extract(isodow from s.starts_at at time zone s.zone) >= 6");
        }
        if (after != null) {
            condition.and("(s.starts_at, s.id) > (?, ?)", after.startsAt(), after.id());
        }
        return condition;
    }

    /** What many events fit: looked at session by session in their order, until there are enough of them. */
    private static Condition broad(ScheduleQuestion asked) {
        var condition = new Condition().and("e.announced_at is not null");
        among(condition, "e.kind", asked.kinds().stream().map(Words::of).toList());
        among(condition, "e.audience", asked.audiences().stream().map(Words::of).toList());
        among(condition, "e.level", asked.levels().stream().map(Words::of).toList());
        if (asked.age() != null) {
            condition.and("? between coalesce(e.minimum_age, 0) and coalesce(e.maximum_age, 200)", asked.age());
        }
        if (!asked.heldIn().isEmpty()) {
            condition.and("e.languages && ?", (Object) asked.heldIn().toArray(String[]::new));
        }
        return condition;
    }

    /** What few events fit: these are found first, and then their sessions. */
    private static Condition narrow(ScheduleQuestion asked) {
        var condition = new Condition();
        if (asked.programme() != null) {
            condition.and("""
                    e.programme_id in (
                        with recursive tree (id) as (
                            select p.id from programme p where p.id = ? and p.announced_at is not null
                            union all
                            select p.id from programme p join tree on p.parent_id = tree.id and p.announced_at is not null)
                        select id from tree)""", asked.programme());
        }
        return condition;
    }

    private static void among(Condition condition, String column, List<String> words) {
        if (words.size() == 1) { // then the index that begins with it gives the order as well
            condition.and(column + " = ?", words.get(0));
        } else if (!words.isEmpty()) {
            condition.and(column + " = any(?)", (Object) words.toArray(String[]::new));
        }
    }

    /** Those of these ids that the public may know of, in the order in which they start. */
    public List<ScheduleEntry> of(Collection<UUID> ids) {
        var condition = new Condition().and("s.id = any(?)", (Object) ids.toArray(UUID[]::new));
        return read(SHOWN + "session s " + JOINED + condition.sql() + IN_ORDER, condition);
    }

    /** The session of that id, if the public may know of it. */
    public Optional<ScheduleEntry> of(UUID id) {
        return of(List.of(id)).stream().findFirst();
    }

    private List<ScheduleEntry> read(String sql, Condition... conditions) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            var next = 1;
            for (var condition : conditions) {
                next = condition.fill(query, next);
            }
            try (var row = query.executeQuery()) {
                var entries = new ArrayList<ScheduleEntry>();
                while (row.next()) {
                    entries.add(rows.entry(row));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new UnreadableSchedule(e);
        }
    }
}
