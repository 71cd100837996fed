package org.goldenbridge.event.calllist;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goldenbridge.event.page.Rows;
import org.goldenbridge.event.page.TextColumns;
import org.goldenbridge.platform.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The people whom the desk has to tell of a change, until the service sends messages itself. What must be told is written into
 * {@code notice} with the change; this is the view of it that is still true, and the mark of who told whom.
 */
@Singleton
public class CallList {
    private static final int MOST = 2_000;

    /** A call leads to a session: its own, or the first lesson of the course. */
    private static final String CALLS = """
            select c.id, c.kind, c.opportunity_id, c.session_id is null as of_course, c.centre_id, e.title, s.id as session, s.starts_at,
                   s.zone, v.name, v.contact, v.language, c.places, c.expires_at, c.created_at, c.told_by, c.told_at, k.name as colleague
            from call_list c
            join event e on e.id = c.event_id
            join visitor v on v.id = c.visitor_id
            join lateral (
                select l.id, l.starts_at, l.zone from session l
                where case when c.session_id is null then l.course_id = c.opportunity_id else l.id = c.session_id end
                order by l.status desc, l.starts_at, l.id limit 1) s on true
            left join colleague k on k.subject = c.told_by
            """;

    private final Rows rows;
    private final TextColumns texts;

    CallList(Rows rows, TextColumns texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /**
     * Somebody to be told of something. Personal data: for the desk of the centre alone.
     *
     * @param kind of what, as in {@code notice}
     * @param session to which it leads
     * @param places for how many people they answer
     * @param offeredUntil when the offer ends of which they are told; null for all else
     * @param toldBy the account's stable name; null while nobody has told them
     * @param colleague the name by which colleagues know that account; null when it is not known
     */
    public record Call(
            long id,
            String kind,
            UUID opportunity,
            boolean isOfCourse,
            String centre,
            LocalizedText title,
            UUID session,
            Instant startsAt,
            ZoneId zone,
            String name,
            String contact,
            String language,
            int places,
            @Nullable Instant offeredUntil,
            Instant createdAt,
            @Nullable String toldBy,
            @Nullable Instant toldAt,
            @Nullable String colleague) {

        /** What they are told of: one line of the list for all of them. */
        public String subject() {
            return kind + " " + opportunity + " " + session;
        }
    }

    /**
     * The calls of a centre, what is next first: all people of each subject of which somebody is still to be told. A subject leaves
     * the list when all are told, or a month after it was over.
     */
    public List<Call> at(String centre, Instant now) {
        return rows.read("""
                with due as (
                    select distinct c.opportunity_id, c.kind, c.session_id from call_list c
                    where c.centre_id = ? and c.told_at is null
                      and coalesce(c.opportunity_ends_at, c.created_at) > cast(? as timestamptz) - interval '30 days')
                """ + CALLS + """
                where exists (
                    select from due d where d.opportunity_id = c.opportunity_id and d.kind = c.kind
                      and d.session_id is not distinct from c.session_id)
                order by s.starts_at, c.opportunity_id, c.kind, c.session_id, lower(v.name), c.id limit\s""" + MOST, this::call, centre, now);
    }

    /** Those of a centre who are still to be told of something, behind that number, in the order in which it happened. */
    List<Call> open(String centre, long after, int most) {
        return rows.read(
                CALLS + "where c.centre_id = ? and c.told_at is null and c.id > ? order by c.id limit ?",
                this::call,
                centre,
                after,
                most);
    }

    /** How many people are still to be told of something about the session, its course counted in. */
    public int toTell(UUID session) {
        return rows.read("""
                select coalesce(sum(c.places), 0)::integer as people from call_list c
                where c.told_at is null and (c.session_id = ?
                   or c.session_id is null and c.opportunity_id = (select s.course_id from session s where s.id = ?))""", row -> row.getInt("people"), session, session).get(0);
    }

    /** The call of that number. */
    public Optional<Call> find(long id) {
        return rows.read(CALLS + "where c.id = ?", this::call, id).stream().findFirst();
    }

    /** Marks that they were told, or takes the mark back; the first who marked it stays. */
    public void mark(long id, boolean told, String by, Instant now) {
        rows.read("""
                update notice set told_by = case when ? then ? end, told_at = case when ? then cast(? as timestamptz) end
                where id = ? and (told_at is null) = ? returning id""", row -> row.getLong("id"), told, by, told, now, id, told);
    }

    private Call call(ResultSet row) throws SQLException {
        return new Call(
                row.getLong("id"),
                row.getString("kind"),
                row.getObject("opportunity_id", UUID.class),
                row.getBoolean("of_course"),
                row.getString("centre_id"),
                texts.text(row, "title"),
                row.getObject("session", UUID.class),
                Rows.instant(row, "starts_at"),
                ZoneId.of(row.getString("zone")),
                row.getString("name"),
                row.getString("contact"),
                row.getString("language"),
                row.getInt("places"),
                Rows.instantOrNull(row, "expires_at"),
                Rows.instant(row, "created_at"),
                row.getString("told_by"),
                Rows.instantOrNull(row, "told_at"),
                row.getString("colleague"));
    }
}
