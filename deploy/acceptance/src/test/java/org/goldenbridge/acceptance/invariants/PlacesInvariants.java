package org.goldenbridge.acceptance.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goldenbridge.acceptance.network.Database;

/** What must be true of the places of a session or a course at every moment at which nobody is at work on them. */
public final class PlacesInvariants {
    /** Each finds what breaks the rule; none must find anything. */
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put(
                "I2: what is taken is what is booked, held, offered, set aside and kept, and never above the capacity",
                """
                select * from (
                    select p.*, case when p.closed then 0 else p.kept end as kept_now,
                        (select coalesce(sum(b.places), 0) from event.booking b left join event.allocation a on a.id = b.allocation_id
                         where b.opportunity_id = p.opportunity_id and b.status = 'confirmed'
                           and a.status is distinct from 'live') as booked,
                        (select coalesce(sum(h.places), 0) from event.hold h
                         where h.opportunity_id = p.opportunity_id and h.status = 'live') as held,
                        (select coalesce(sum(o.places), 0) from event.offer o
                         where o.opportunity_id = p.opportunity_id and o.status = 'open') as offered,
                        (select coalesce(sum(a.places), 0) from event.allocation a
                         where a.opportunity_id = p.opportunity_id and a.status = 'live') as allocated
                    from event.places p where p.opportunity_id = ?::uuid) counted
                where taken > capacity or taken <> kept_now + booked + held + offered + allocated""");
        RULES.put("as many may come as the session's limit, its room and its instruments allow", """
                select p.*, s.capacity_limit, r.capacity as room from event.places p join event.session s on s.id = p.opportunity_id
                left join event.space r on r.id = s.space_id
                where p.opportunity_id = ?::uuid and s.status = 'scheduled' and p.capacity <> least(s.capacity_limit, r.capacity,
                    (select min((e ->> 'quantity')::integer / (e ->> 'perPerson')::integer)
                     from jsonb_array_elements(s.equipment) e))""");
        RULES.put("nothing is offered beyond the start of the session", """
                select o.* from event.offer o join event.session s on s.id = o.opportunity_id
                where o.opportunity_id = ?::uuid and o.status = 'open' and o.expires_at > s.starts_at""");
        RULES.put("an allocation has used what is booked out of it", """
                select a.* from event.allocation a where a.opportunity_id = ?::uuid and a.status = 'live' and a.used <>
                    (select coalesce(sum(b.places), 0) from event.booking b
                     where b.allocation_id = a.id and b.status = 'confirmed')""");
        RULES.put("who waits is counted", """
                select p.* from event.places p where p.opportunity_id = ?::uuid and p.waiting <>
                    (select count(*) from event.waiting_list_entry e
                     where e.opportunity_id = p.opportunity_id and e.status = 'waiting')""");
        RULES.put("what expires next is known", """
                select p.* from event.places p where p.opportunity_id = ?::uuid and p.next_expiry > (
                    select min(at) from (
                        select h.expires_at as at from event.hold h where h.opportunity_id = p.opportunity_id and h.status = 'live'
                        union all
                        select o.expires_at from event.offer o where o.opportunity_id = p.opportunity_id and o.status = 'open'
                        union all
                        select a.release_at from event.allocation a where a.opportunity_id = p.opportunity_id and a.status = 'live') as ends)
                """);
        RULES.put("whoever is offered places has one open offer of as many", """
                select e.* from event.waiting_list_entry e where e.opportunity_id = ?::uuid and (e.status = 'offered') <>
                    exists (select from event.offer o where o.entry_id = e.id and o.status = 'open' and o.places = e.places)""");
        RULES.put("an accepted offer is one booking", """
                select e.* from event.waiting_list_entry e where e.opportunity_id = ?::uuid and (e.status = 'accepted') <>
                    ((select count(*) from event.booking b where b.entry_id = e.id) = 1)""");
        RULES.put("nobody waits whose turn it is and for whom there is room", """
                select e.* from event.waiting_list_entry e join event.places p using (opportunity_id)
                where e.opportunity_id = ?::uuid and e.status = 'waiting' and not p.closed and e.places <= p.capacity - p.taken
                  and not exists (
                    select from event.waiting_list_entry f where f.opportunity_id = e.opportunity_id and f.status = 'waiting'
                    and (-f.priority, f.joined_nth) < (-e.priority, e.joined_nth) and f.places <= p.capacity)""");
        RULES.put("no one is overtaken without a recorded reason", """
                select a.id as passed, o.id as offer from event.offer o
                join event.waiting_list_entry e on e.id = o.entry_id
                join event.waiting_list_entry a on a.opportunity_id = e.opportunity_id and a.id <> e.id
                where e.opportunity_id = ?::uuid and a.joined_nth < o.made_nth and (a.ended_nth is null or a.ended_nth > o.made_nth)
                  and (a.joined_nth < e.joined_nth or a.priority > e.priority)
                  and not exists (select from event.offer own where own.entry_id = a.id and own.made_nth <= o.made_nth
                                  and (own.ended_nth is null or own.ended_nth > o.made_nth))
                  and not exists (select from event.overtaking x where x.passed_id = a.id and x.by_id = e.id)""");
        RULES.put("a group that does not fit yet is passed three times at most", """
                select e.id from event.waiting_list_entry e where e.opportunity_id = ?::uuid and (e.passed > 3 or e.passed <
                    (select count(*) from event.overtaking x
                     where x.passed_id = e.id and x.reason = 'group-does-not-fit-yet'))""");
        RULES.put("I8: every booking is audited once, and its cancellation as well", """
                select b.id, b.status from event.booking b where b.opportunity_id = ?::uuid and (
                    (select count(*) from event.audit a where a.booking_id = b.id and a.action = 'booked') <> 1
                    or (select count(*) from event.audit a where a.booking_id = b.id and a.action = 'booking-cancelled')
                       <> case when b.cancelled_because = 'asked' then 1 else 0 end)""");
        RULES.put("every booking has left word for the visitor", """
                select b.id from event.booking b where b.opportunity_id = ?::uuid and
                    (select count(*) from event.notice n where n.booking_id = b.id and n.kind = 'booking-confirmed') <> 1""");
        RULES.put("a lesson keeps the places of its course, and says whom the others are for", """
                select p.*, c.capacity as of_the_course from event.places p
                join event.session s on s.id = p.opportunity_id join event.course c on c.id = s.course_id
                where p.opportunity_id = ?::uuid and s.status = 'scheduled' and s.ends_at > now()
                  and (p.kept <> c.capacity or p.make_up_only = c.drop_in)""");
        RULES.put("nobody has a place in what is cancelled", """
                select b.id from event.booking b join event.places p using (opportunity_id)
                where p.opportunity_id = ?::uuid and p.closed and b.status = 'confirmed'""");
    }

    private final Database database;

    public PlacesInvariants(Database database) {
        this.database = database;
    }

    /** Holds the places of a session or a course against every rule: all of them in one question, as a walk asks after each step. */
    public void hold(UUID session, String moment) {
        var all = RULES.values().stream()
                .map(question -> "exists (" + question.replace("?::uuid", "'" + session + "'::uuid") + ")")
                .collect(Collectors.joining(" or ", "select ", " as broken"));
        if (Boolean.TRUE.equals(database.rows(all).get(0).get("broken"))) {
            RULES.forEach((rule, question) ->
                    assertEquals(List.of(), database.rows(question, session.toString()), () -> rule + ", " + moment));
        }
    }
}
