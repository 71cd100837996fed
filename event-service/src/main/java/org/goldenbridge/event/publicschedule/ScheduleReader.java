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
import org.goldenbridge.platform.words.Words;
import org.jspecify.annotations.Nullable;

/** Reads what the public may know of the schedule, in the order in which it starts. Drafts are not there. */
@Singleton
public class ScheduleReader {
    /** The longest session there can be; lets the index on the start serve a question about the end. */
    private static final String LONGEST = "interval '31 days'";

    private static final String ENTRIES = """
            select s.id, coalesce(f.number, 0) as change_number, coalesce(f.stamp, s.created_at) as changed_at, s.sequence,
                   s.event_id, e.kind, e.title, e.description, e.audience, e.level, e.minimum_age, e.maximum_age, e.languages,
                   case when s.course_id is null then e.price_amount else co.lesson_price_amount end as price_amount,
                   case when s.course_id is null then e.price_currency else co.lesson_price_currency end as price_currency,
                   s.status, s.cancel_reason, s.starts_at, s.ends_at, s.zone,
                   s.centre_id, c.name as centre_name, c.city, c.country, c.address,
                   s.space_id, sp.name as space_name, s.venue, s.online,
                   array(select t.name from teacher t where t.id = any(s.teacher_ids) order by t.name, t.id) as teachers,
                   p.capacity, case when p.make_up_only then 0 else p.capacity - p.taken end as open, p.waiting,
                   s.course_id, s.series_id, pr.id as programme_id, pr.title as programme_title,
                   i.id as image_id, i.width as image_width, i.height as image_height, i.alt as image_alt
            from session s
            join event e on e.id = s.event_id and e.announced_at is not null
            join centre c on c.id = s.centre_id
            join places p on p.opportunity_id = s.id
            left join space sp on sp.id = s.space_id
            left join course co on co.id = s.course_id
            left join programme pr on pr.id = e.programme_id and pr.announced_at is not null
            left join event_image i on i.event_id = e.id
            left join feed_item f on f.feed = 'sessions' and f.item = s.id::text
            where true""";

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
        var condition = new Condition()
                .and("s.ends_at > " + from.sql("?", 0), from.value())
                .and("s.starts_at > cast(? as timestamptz) - interval '1 day' - " + LONGEST, from.value());
        var to = asked.to();
        if (to != null) {
            condition
                    .and("s.starts_at < " + to.sql("?", 1), to.value())
                    .and("s.starts_at < cast(? as timestamptz) + interval '2 days'", to.value());
        }
        filter(condition, asked);
        if (after != null) {
            condition.and("(s.starts_at, s.id) > (?, ?)", after.startsAt(), after.id());
        }
        return read(condition, " order by s.starts_at, s.id limit " + atMost);
    }

    private static void filter(Condition condition, ScheduleQuestion asked) {
        among(condition, "s.centre_id", asked.centres());
        if (!asked.spaces().isEmpty()) {
            condition.and("s.space_id = any(?)", (Object) asked.spaces().toArray(UUID[]::new));
        }
        among(condition, "e.kind", asked.kinds().stream().map(Words::of).toList());
        among(condition, "e.audience", asked.audiences().stream().map(Words::of).toList());
        among(condition, "e.level", asked.levels().stream().map(Words::of).toList());
        if (asked.age() != null) {
            condition.and("? between coalesce(e.minimum_age, 0) and coalesce(e.maximum_age, 200)", asked.age());
        }
        if (!asked.heldIn().isEmpty()) {
            condition.and("e.languages && ?", (Object) asked.heldIn().toArray(String[]::new));
        }
        if (asked.free()) {
            condition.and("s.status = 'scheduled' and p.waiting = 0 and not p.make_up_only and p.taken < p.capacity");
        }
        if (asked.programme() != null) {
            condition.and("""
                    e.programme_id in (
                        with recursive tree (id) as (
                            select p.id from programme p where p.id = ? and p.announced_at is not null
                            union all
                            select p.id from programme p join tree on p.parent_id = tree.id and p.announced_at is not null)
                        select id from tree)""", asked.programme());
        }
        if (asked.event() != null) {
            condition.and("s.event_id = ?", asked.event());
        }
        if (asked.course() != null) {
            condition.and("s.course_id = ?", asked.course());
        }
        for (var word : asked.words()) {
            // Escaped when it is folded: folding makes plain signs of wide ones.
            condition.and(
                    "e.searched like '%' || regexp_replace(folded(?), '([\\\\%_])', '\\\\\\1', 'g') || '%'", word);
        }
    }

    private static void among(Condition condition, String column, List<String> words) {
        if (!words.isEmpty()) {
            condition.and(column + " = any(?)", (Object) words.toArray(String[]::new));
        }
    }

    /** Those of these ids that the public may know of, in the order in which they start. */
    public List<ScheduleEntry> of(Collection<UUID> ids) {
        return read(
                new Condition().and("s.id = any(?)", (Object) ids.toArray(UUID[]::new)), " order by s.starts_at, s.id");
    }

    /** The session of that id, if the public may know of it. */
    public Optional<ScheduleEntry> of(UUID id) {
        return of(List.of(id)).stream().findFirst();
    }

    private List<ScheduleEntry> read(Condition condition, String inOrder) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ENTRIES + condition.sql() + inOrder)) {
            condition.fill(query, 1);
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
