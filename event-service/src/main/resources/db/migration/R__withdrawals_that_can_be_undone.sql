-- Cancelling at the desk, with some seconds to undo it. The places stay taken by a hold of their own until p_until; when it expires,
-- settle_places offers them on. Lock order as everywhere: the places first.

-- False when the booking was cancelled before. Out of an allocation that still runs, the places go back to the partner at once.
create or replace function withdraw_booking(
    p_booking uuid, p_hold uuid, p_caller text, p_now timestamptz, p_until timestamptz) returns boolean language plpgsql as $$
declare
    of_opportunity uuid;
    cancelled      booking;
begin
    select opportunity_id into of_opportunity from booking where id = p_booking;
    perform from places where opportunity_id = of_opportunity for no key update;
    update booking set status = 'cancelled', cancelled_at = p_now, cancelled_because = 'asked'
    where id = p_booking and status = 'confirmed'
    returning * into cancelled;
    if not found then
        return false;
    end if;
    update allocation a set used = a.used - cancelled.places
    where a.id = cancelled.allocation_id and a.status = 'live';
    if not found then
        insert into hold (id, opportunity_id, places, status, held_by, held_at, expires_at, booking_id)
        values (p_hold, of_opportunity, cancelled.places, 'live', p_caller, p_now, p_until, p_booking);
        update places p set next_expiry = least(p.next_expiry, p_until) where p.opportunity_id = of_opportunity;
    end if;
    insert into audit (at, actor, action, opportunity_id, booking_id, detail)
    values (p_now, p_caller, 'booking-cancelled', of_opportunity, p_booking, jsonb_build_object('places', cancelled.places));
    insert into notice (kind, opportunity_id, visitor_id, booking_id, created_at)
    values ('booking-cancelled', of_opportunity, cancelled.visitor_id, p_booking, p_now);
    return true;
end $$;

-- Takes such a cancellation back: done, or why not.
create or replace function reinstate_booking(
    p_booking uuid, p_caller text, p_now timestamptz, p_since timestamptz) returns text language plpgsql as $$
declare
    withdrawn booking;
    is_kept   boolean;
begin
    select * into withdrawn from booking where id = p_booking;
    perform from places where opportunity_id = withdrawn.opportunity_id for no key update;
    select * into withdrawn from booking where id = p_booking for update;
    if withdrawn.status = 'confirmed' then
        return 'done';
    elsif withdrawn.cancelled_because is distinct from 'asked' or withdrawn.cancelled_at <= p_since then
        return 'undo-too-late';
    elsif exists (
            select from booking b where b.opportunity_id = withdrawn.opportunity_id and b.visitor_id = withdrawn.visitor_id
            and b.status = 'confirmed') then
        return 'already-booked';
    end if;
    update hold h set status = 'used', ended_at = p_now
    where h.booking_id = p_booking and h.status = 'live' and h.expires_at > p_now;
    is_kept := found;
    if not is_kept then
        update allocation a set used = a.used + withdrawn.places
        where a.id = withdrawn.allocation_id and a.status = 'live' and a.release_at > p_now and a.used + withdrawn.places <= a.places;
        is_kept := found;
    end if;
    if not is_kept then
        return 'undo-too-late';
    end if;
    update booking set status = 'confirmed', cancelled_at = null, cancelled_because = null where id = p_booking;
    delete from notice n where n.booking_id = p_booking and n.kind = 'booking-cancelled' and n.sent_at is null
        and n.created_at = withdrawn.cancelled_at;
    insert into audit (at, actor, action, opportunity_id, booking_id, detail)
    values (p_now, p_caller, 'booking-reinstated', withdrawn.opportunity_id, p_booking,
            jsonb_build_object('places', withdrawn.places));
    return 'done';
end $$;

-- Takes a group off the waiting list; false when it was off before. What is offered to it stays taken until then, and nobody is
-- asked instead of it.
create or replace function withdraw_entry(
    p_entry uuid, p_hold uuid, p_caller text, p_now timestamptz, p_until timestamptz) returns boolean language plpgsql as $$
declare
    gone        waiting_list_entry;
    was_offered boolean;
begin
    select * into gone from waiting_list_entry where id = p_entry;
    perform from places where opportunity_id = gone.opportunity_id for no key update;
    select * into gone from waiting_list_entry where id = p_entry for update;
    if gone.status not in ('waiting', 'offered') then
        return false;
    end if;
    was_offered := gone.status = 'offered';
    update waiting_list_entry set status = 'left', ended_at = p_now where id = p_entry;
    if was_offered then
        update offer set status = 'withdrawn', ended_at = p_now where entry_id = p_entry and status = 'open';
        insert into hold (id, opportunity_id, places, status, held_by, held_at, expires_at, entry_id)
        values (p_hold, gone.opportunity_id, gone.places, 'live', p_caller, p_now, p_until, p_entry);
    end if;
    update places p
    set waiting = p.waiting - case when was_offered then 0 else 1 end, next_expiry = least(p.next_expiry, p_until)
    where p.opportunity_id = gone.opportunity_id;
    insert into audit (at, actor, action, opportunity_id, detail)
    values (p_now, p_caller, 'left-waiting-list', gone.opportunity_id, jsonb_build_object('entry', p_entry));
    return true;
end $$;

-- Puts such a group back where it was: done, or why not.
create or replace function reinstate_entry(
    p_entry uuid, p_caller text, p_now timestamptz, p_since timestamptz) returns text language plpgsql as $$
declare
    gone        waiting_list_entry;
    was_offered boolean;
begin
    select * into gone from waiting_list_entry where id = p_entry;
    perform from places where opportunity_id = gone.opportunity_id for no key update;
    select * into gone from waiting_list_entry where id = p_entry for update;
    if gone.status in ('waiting', 'offered') then
        return 'done';
    elsif gone.status <> 'left' or gone.ended_at <= p_since
            or exists (select from places p where p.opportunity_id = gone.opportunity_id and p.closed) then
        return 'undo-too-late';
    elsif exists (
            select from waiting_list_entry e where e.opportunity_id = gone.opportunity_id and e.visitor_id = gone.visitor_id
            and e.status in ('waiting', 'offered')) then
        return 'already-waiting';
    end if;
    was_offered := exists (
        select from offer o where o.entry_id = p_entry and o.status = 'withdrawn' and o.ended_at = gone.ended_at);
    if was_offered then
        update hold h set status = 'used', ended_at = p_now
        where h.entry_id = p_entry and h.status = 'live' and h.expires_at > p_now;
        if not found then
            return 'undo-too-late';
        end if;
        update offer set status = 'open', ended_at = null
        where entry_id = p_entry and status = 'withdrawn' and ended_at = gone.ended_at;
    end if;
    update waiting_list_entry set status = case when was_offered then 'offered' else 'waiting' end, ended_at = null
    where id = p_entry;
    update places p
    set waiting = p.waiting + case when was_offered then 0 else 1 end,
        next_expiry = least(p.next_expiry,
            (select min(o.expires_at) from offer o where o.entry_id = p_entry and o.status = 'open'),
            (select t.starts_at from opportunity_terms t where t.id = gone.opportunity_id))
    where p.opportunity_id = gone.opportunity_id;
    insert into audit (at, actor, action, opportunity_id, detail)
    values (p_now, p_caller, 'waiting-reinstated', gone.opportunity_id, jsonb_build_object('entry', p_entry));
    return 'done';
end $$;
