-- The rules of places, in the database (docs/adr/0002, 0012): whoever changes them changes them here, and Flyway takes them up again.
-- What is booked is an opportunity: a session, or a course with all its lessons; opportunity_terms says what holds for it.

-- What public places are left has changed: the word goes to Kafka and the feeds. Places for who makes up for a lesson are not public.
create or replace function tell_availability(p_opportunity uuid, p_traceparent text) returns void language sql as $$
    insert into outbox (topic, type, key, data, feed_items, traceparent)
    select 'event.availability',
           case o.kind when 'course' then 'org.goldenbridge.course-availability.changed.v1'
                       else 'org.goldenbridge.availability.changed.v1' end,
           o.id::text,
           jsonb_build_object(o.kind || 'Id', o.id, 'capacity', p.capacity,
               'taken', case when p.make_up_only and not p.closed then p.capacity else p.taken end),
           jsonb_build_array(jsonb_build_object('feed', case o.kind when 'course' then 'course-availability' else 'availability' end,
                                                'item', o.id, 'deleted', false))
               -- The lessons of a course show its places too.
               || coalesce((select jsonb_agg(jsonb_build_object('feed', 'availability', 'item', s.id, 'deleted', false) order by s.id)
                            from session s where o.kind = 'course' and s.course_id = o.id and s.ends_at > now() - interval '1 day'), '[]'),
           p_traceparent
    from opportunity o join places p on p.opportunity_id = o.id where o.id = p_opportunity
$$;

-- Who is written down for a booking or the waiting list: known again within the centre by the keys of contact and name. What is known
-- of them stays, also their language; only how long it is kept grows.
-- p_contact_key: as ContactKey made it; SQL makes one where there is none.
create or replace function know_visitor(
    p_id uuid, p_centre text, p_name text, p_contact text, p_contact_key text, p_language text, p_keep_until timestamptz,
    p_now timestamptz)
returns visitor language sql as $$
    insert into visitor as v (id, centre_id, name, contact, language, keep_until, created_at, contact_key, name_key, keyed_by)
    values (p_id, p_centre, p_name, p_contact, p_language, p_keep_until, p_now,
            coalesce(p_contact_key, contact_key(p_contact)), name_key(p_name), case when p_contact_key is null then 0 else 1 end)
    on conflict (centre_id, contact_key, name_key) where duplicate_of is null do update
    set keep_until = greatest(v.keep_until, excluded.keep_until)
    returning *
$$;
-- As the previous release calls it.
create or replace function take_down_visitor(
    p_id uuid, p_centre text, p_name text, p_contact text, p_language text, p_keep_until timestamptz, p_now timestamptz)
returns uuid language sql as $$
    select (know_visitor(p_id, p_centre, p_name, p_contact, null, p_language, p_keep_until, p_now)).id
$$;
drop index if exists visitor_known_by_name_and_contact;

-- Whether somebody may have places of a session or course, or what is against it: the one decision about that (ADR 36). It takes the
-- row of the places as its caller has read it: asked without the lock it spares a request that is refused anyway, asked under the
-- lock it decides.
-- p_for: book; held (book out of a hold or allocation); hold; allocate; wait; accept; make-up; end (cancel or give back).
-- p_contact_key, p_name_key: who they are for; null where that is not asked (yet).
create or replace function admission(
    p_for text, t opportunity_terms, p places, p_places integer, p_ages smallint[], p_contact_key text, p_name_key text,
    p_now timestamptz)
returns text language plpgsql as $$
begin
    if p_for = 'end' then
        return case when t.ends_at <= p_now then 'over' end;
    elsif t.status = 'cancelled' or p.closed then
        return 'cancelled';
    elsif t.ends_at is null then
        return 'no-lessons';
    elsif t.ends_at <= p_now then
        return 'over';
    elsif p_for in ('wait', 'allocate') and t.starts_at <= p_now then
        return 'begun';
    end if;

    if p_for not in ('hold', 'allocate') then
        if p_ages is null then
            -- Whoever accepts cannot say it any more; they were asked when they joined.
            if p_for <> 'accept' and num_nonnulls(t.minimum_age, t.maximum_age) > 0 then
                return 'ages-needed';
            end if;
        elsif exists (select from unnest(p_ages) as age where age < t.minimum_age or age > t.maximum_age) then
            return 'age-out-of-range';
        end if;
    end if;

    if p.make_up_only and p_for in ('book', 'hold', 'allocate', 'wait') then
        return 'enrolled-only';
    elsif p_for in ('book', 'hold', 'allocate', 'make-up') then
        if p.waiting > 0 and p_now < t.starts_at then
            return 'others-wait';
        elsif p.taken + p_places > p.capacity then
            return 'sold-out';
        end if;
    elsif p_for = 'wait' then
        if p_places > p.capacity then
            return 'larger-than-the-session';
        elsif p.waiting = 0 and p.taken + p_places <= p.capacity then
            return 'places-free';
        end if;
    end if;

    if p_contact_key is null then
        return null;
    end if;
    -- Who is enrolled has every lesson of the course; who has a lesson that is still to come has a part of the course.
    if exists (
        select from visitor v join booking b on b.visitor_id = v.id
        where v.centre_id = t.centre_id and v.contact_key = p_contact_key and v.name_key = p_name_key and b.status = 'confirmed'
          and (b.opportunity_id = t.id
               or t.kind = 'session' and b.opportunity_id = (select s.course_id from session s where s.id = t.id)
               or t.kind = 'course' and exists (
                   select from session s where s.id = b.opportunity_id and s.course_id = t.id and s.ends_at > p_now)))
    then
        return 'already-booked';
    elsif p_for = 'wait' and exists (
        select from visitor v join waiting_list_entry e on e.visitor_id = v.id
        where v.centre_id = t.centre_id and v.contact_key = p_contact_key and v.name_key = p_name_key
          and e.opportunity_id = t.id and e.status in ('waiting', 'offered'))
    then
        return 'already-waiting';
    end if;
    -- All names of one contact count together, and for who joins also what they wait for already.
    if t.places_per_contact is not null and p_places
            + (select coalesce(sum(b.places), 0) from visitor v join booking b on b.visitor_id = v.id
               where v.centre_id = t.centre_id and v.contact_key = p_contact_key and b.opportunity_id = t.id
                 and b.status = 'confirmed')
            + (case when p_for <> 'wait' then 0 else (
               select coalesce(sum(e.places), 0) from visitor v join waiting_list_entry e on e.visitor_id = v.id
               where v.centre_id = t.centre_id and v.contact_key = p_contact_key and e.opportunity_id = t.id
                 and e.status in ('waiting', 'offered')) end)
            > t.places_per_contact
    then
        return 'contact-quota';
    end if;
    return null;
end $$;

-- The same for who has not read terms and places; the caller holds the lock of the places where the answer is to decide.
create or replace function admission_now(
    p_for text, p_opportunity uuid, p_places integer, p_ages smallint[], p_contact_key text, p_name text, p_now timestamptz,
    out code text, out places_left integer, out capacity integer)
language plpgsql as $$
declare
    terms   opportunity_terms;
    counted places;
begin
    select * into terms from opportunity_terms t where t.id = p_opportunity;
    select * into counted from places p where p.opportunity_id = p_opportunity;
    code := admission(p_for, terms, counted, p_places, p_ages, p_contact_key, name_key(p_name), p_now);
    places_left := counted.capacity - counted.taken;
    capacity := counted.capacity;
end $$;

-- Gives back what has expired and serves the waiting list from what is free; the caller holds the lock of the row, and tells.
-- Order of the list: priority, then as they joined. A group that does not fit yet may be passed three times, and not in the last 24
-- hours; then what is free is kept for it. Nothing is offered once it has begun.
create or replace function settle_places(p_opportunity uuid, p_now timestamptz) returns places language plpgsql as $$
declare
    counted    places;
    terms      record;
    one        record;
    entry      waiting_list_entry;
    other      record;
    ahead      uuid[] := '{}';
    too_large  uuid[] := '{}';
    made       offer;
begin
    select * into counted from places p where p.opportunity_id = p_opportunity;
    select t.status, t.starts_at into terms from opportunity_terms t where t.id = p_opportunity;

    update offer o set expires_at = terms.starts_at
    where o.opportunity_id = p_opportunity and o.status = 'open' and o.expires_at > terms.starts_at;
    for one in
        update hold h set status = 'expired', ended_at = p_now
        where h.opportunity_id = p_opportunity and h.status = 'live' and h.expires_at <= p_now
        returning h.id, h.places, num_nonnulls(h.booking_id, h.entry_id) as undoes
    loop
        counted.taken := counted.taken - one.places;
        insert into audit (at, actor, action, opportunity_id, detail)
        select p_now, 'system', 'hold-expired', p_opportunity, jsonb_build_object('hold', one.id, 'places', one.places)
        where one.undoes = 0; -- that a cancellation can no longer be undone is no deed
    end loop;
    for one in
        update offer o set status = 'expired', ended_at = p_now
        where o.opportunity_id = p_opportunity and o.status = 'open' and o.expires_at <= p_now returning o.entry_id, o.places
    loop
        counted.taken := counted.taken - one.places;
        update waiting_list_entry e set status = 'lapsed', ended_at = p_now where e.id = one.entry_id;
        insert into notice (kind, opportunity_id, visitor_id, entry_id, created_at)
        select 'offer-expired', p_opportunity, e.visitor_id, e.id, p_now from waiting_list_entry e where e.id = one.entry_id;
        insert into audit (at, actor, action, opportunity_id, detail)
        values (p_now, 'system', 'offer-expired', p_opportunity, jsonb_build_object('entry', one.entry_id));
    end loop;
    for one in
        update allocation a set status = 'released', ended_at = p_now
        where a.opportunity_id = p_opportunity and a.status = 'live' and a.release_at <= p_now returning a.id, a.places - a.used as unused
    loop
        counted.taken := counted.taken - one.unused;
        insert into audit (at, actor, action, opportunity_id, detail)
        values (p_now, 'system', 'allocation-released', p_opportunity,
                jsonb_build_object('allocation', one.id, 'places', one.unused));
    end loop;

    if counted.waiting > 0 and terms.status = 'scheduled' and p_now < terms.starts_at and not counted.closed then
        for entry in
            select * from waiting_list_entry e where e.opportunity_id = p_opportunity and e.status = 'waiting'
            order by e.priority desc, e.joined_nth
        loop
            exit when counted.taken >= counted.capacity;
            -- whoever was passed often enough, or has no time left, is waited for
            exit when exists (
                select from waiting_list_entry e where e.id = any(ahead)
                and (e.passed >= 3 or p_now >= terms.starts_at - interval '24 hours'));
            if entry.places > counted.capacity then
                too_large := too_large || entry.id;
            elsif entry.places > counted.capacity - counted.taken then
                ahead := ahead || entry.id;
            else
                counted.taken := counted.taken + entry.places;
                update waiting_list_entry e set status = 'offered' where e.id = entry.id;
                -- A day to answer, and less when the session is near: half of the time that is left.
                insert into offer (entry_id, opportunity_id, places, status, made_at, expires_at)
                values (entry.id, p_opportunity, entry.places, 'open', p_now,
                        p_now + least(interval '24 hours', (terms.starts_at - p_now) / 2))
                returning * into made;
                insert into notice (kind, opportunity_id, visitor_id, entry_id, detail, created_at)
                values ('place-offered', p_opportunity, entry.visitor_id, entry.id,
                        jsonb_build_object('offer', made.id, 'expiresAt', made.expires_at), p_now);
                insert into audit (at, actor, action, opportunity_id, detail)
                values (p_now, 'system', 'offered', p_opportunity,
                        jsonb_build_object('entry', entry.id, 'places', entry.places, 'expiresAt', made.expires_at));
                update waiting_list_entry e set passed = e.passed + 1 where e.id = any(ahead);
                insert into overtaking (passed_id, by_id, at, reason)
                select id, entry.id, p_now, 'group-does-not-fit-yet' from unnest(ahead) as id
                union all
                select id, entry.id, p_now, 'larger-than-the-session' from unnest(too_large) as id
                union all
                select e.id, entry.id, p_now, 'priority' from waiting_list_entry e
                where e.opportunity_id = p_opportunity and e.status = 'waiting' and e.priority < entry.priority
                  and e.joined_nth < entry.joined_nth;
            end if;
        end loop;
    elsif counted.waiting > 0 and (terms.status <> 'scheduled' or p_now >= terms.starts_at) then
        for other in
            update waiting_list_entry e set status = 'ended', ended_at = p_now
            where e.opportunity_id = p_opportunity and e.status = 'waiting' returning e.id, e.visitor_id
        loop
            insert into notice (kind, opportunity_id, visitor_id, entry_id, created_at)
            values ('waiting-list-ended', p_opportunity, other.visitor_id, other.id, p_now);
        end loop;
    end if;

    update places p
    set taken = counted.taken,
        waiting = (select count(*) from waiting_list_entry e where e.opportunity_id = p_opportunity and e.status = 'waiting'),
        next_expiry = least(
            (select min(h.expires_at) from hold h where h.opportunity_id = p_opportunity and h.status = 'live'),
            (select min(o.expires_at) from offer o where o.opportunity_id = p_opportunity and o.status = 'open'),
            (select min(a.release_at) from allocation a where a.opportunity_id = p_opportunity and a.status = 'live'),
            case when terms.status = 'scheduled' and exists (
                select from waiting_list_entry e where e.opportunity_id = p_opportunity and e.status = 'waiting')
            then terms.starts_at end)
    where p.opportunity_id = p_opportunity
    returning p.* into counted;
    return counted;
end $$;

-- As settle_places, under the lock, and told when anything came of it: for whoever comes by and finds something due.
create or replace function settle_due_places(p_opportunity uuid, p_now timestamptz, p_traceparent text)
returns boolean language plpgsql as $$
declare
    before places;
    after  places;
begin
    select * into before from places p where p.opportunity_id = p_opportunity for no key update;
    if before.next_expiry is null or before.next_expiry > p_now then
        return false;
    end if;
    after := settle_places(p_opportunity, p_now);
    if (after.taken, after.capacity, after.waiting) is distinct from (before.taken, before.capacity, before.waiting) then
        perform tell_availability(p_opportunity, p_traceparent);
    end if;
    return true;
end $$;

drop function if exists book(
    bigint, text, text, text, text, text[], text, uuid, uuid, integer, uuid, text, text, text, smallint[], uuid, uuid, timestamptz, text);
-- A booking is one statement in one transaction: the row lock on the places is held for no round trip. It returns what
-- became of it; a refusal has written nothing but what had expired.
-- p_contact_keys: by what the contact is known, by the country of the centre, or by '' whatever the country; 'country-needed' says
-- that the key of that country is missing. Null from the previous release.
-- p_hold: live hold whose places it takes; p_allocation: live allocation out of which it is.
create or replace function book(
    p_lock bigint, p_caller text, p_operation text, p_key text, p_body_hash text,
    p_units text[], p_kind text, p_opportunity uuid, p_booking uuid, p_places integer,
    p_visitor uuid, p_name text, p_contact text, p_contact_keys jsonb, p_language text,
    p_ages smallint[], p_hold uuid, p_allocation uuid,
    p_now timestamptz, p_traceparent text,
    out outcome text, out answer text, out places_left integer)
language plpgsql as $$
declare
    known        idempotency_key;
    terms        opportunity_terms;
    of_visitor   visitor;
    counted      places;
    given_back   integer := 0;
    country      text;
    contact_key  text;
    what_for     constant text := case when p_hold is null and p_allocation is null then 'book' else 'held' end;
begin
    -- Taken for this transaction alone: the same request twice at once does not wait, it is told that it is in progress.
    if not pg_try_advisory_xact_lock(p_lock) then
        outcome := 'in-progress';
        return;
    end if;
    select * into known from idempotency_key k
    where k.caller = p_caller and k.operation = p_operation and k.key = p_key;
    if found then
        outcome := case when known.body_hash = p_body_hash then 'repeated' else 'key-reused' end;
        answer := known.answer;
        return;
    end if;

    if p_kind = 'session' then
        select * into terms from session_terms t where t.id = p_opportunity;
    else
        select * into terms from course_terms t where t.id = p_opportunity;
    end if;
    outcome := case
        when not found then 'not-found'
        when terms.centre_id <> all (p_units) and 'network' <> all (p_units) then 'not-yours'
    end;
    if outcome is not null then
        answer := terms.centre_id;
        return;
    end if;

    -- Everything that can be done before the hot row is locked is done before.
    select * into counted from places p where p.opportunity_id = p_opportunity;
    if what_for = 'book' and counted.next_expiry <= p_now
            and (counted.waiting > 0 or counted.taken + p_places > counted.capacity) then
        perform settle_due_places(p_opportunity, p_now, p_traceparent);
        select * into counted from places p where p.opportunity_id = p_opportunity;
    end if;
    outcome := admission(what_for, terms, counted, p_places, p_ages, null, null, p_now);
    if outcome is not null then
        places_left := counted.capacity - counted.taken;
        return;
    end if;
    contact_key := p_contact_keys ->> '';
    if contact_key is null and p_contact_keys is not null then
        select coalesce(c.country, 'ZZ') into country from centre c where c.id = terms.centre_id;
        contact_key := p_contact_keys ->> country;
        if contact_key is null then
            outcome := 'country-needed';
            answer := country;
            return;
        end if;
    end if;
    of_visitor := know_visitor(
        p_visitor, terms.centre_id, p_name, p_contact, contact_key, p_language, terms.ends_at + interval '1 year', p_now);

    select * into counted from places p where p.opportunity_id = p_opportunity for no key update;
    outcome := admission(
        what_for, terms, counted, p_places, p_ages, of_visitor.contact_key, of_visitor.name_key, p_now);
    if outcome is null and p_hold is not null then
        update hold h set status = 'used', ended_at = p_now
        where h.id = p_hold and h.opportunity_id = p_opportunity and h.status = 'live' and h.expires_at > p_now
          and h.places >= p_places
        returning h.places into given_back;
        outcome := case when not found then 'no-such-hold' end;
    elsif outcome is null and p_allocation is not null then
        given_back := p_places;
        update allocation a set used = a.used + p_places
        where a.id = p_allocation and a.opportunity_id = p_opportunity and a.status = 'live' and a.release_at > p_now
          and a.used + p_places <= a.places;
        outcome := case when not found then 'not-in-allocation' end;
    end if;
    if outcome is not null then
        -- Lost to those who came first. The visitor's row stays if it was there, and goes if it is new.
        delete from visitor v where v.id = p_visitor;
        places_left := counted.capacity - counted.taken;
        return;
    end if;
    if given_back <> p_places then
        update places p set taken = p.taken - given_back + p_places
        where p.opportunity_id = p_opportunity returning p.* into counted;
    end if;

    insert into booking (id, opportunity_id, visitor_id, places, status, booked_by, booked_at, allocation_id,
                         ages, price_amount, price_currency)
    values (p_booking, p_opportunity, of_visitor.id, p_places, 'confirmed', p_caller, p_now, p_allocation,
            p_ages, terms.price_amount * p_places, terms.price_currency);
    answer := json_build_object('booking', p_booking, 'visitor', of_visitor.id, 'language', of_visitor.language, 'at', p_now,
                                'price', terms.price_amount * p_places, 'currency', terms.price_currency)::text;
    insert into idempotency_key (caller, operation, key, body_hash, answer)
    values (p_caller, p_operation, p_key, p_body_hash, answer);
    insert into audit (at, actor, action, opportunity_id, booking_id, detail)
    values (p_now, p_caller, 'booked', p_opportunity, p_booking, jsonb_strip_nulls(
        jsonb_build_object('places', p_places, 'hold', p_hold, 'allocation', p_allocation)));
    insert into notice (kind, opportunity_id, visitor_id, booking_id, created_at)
    values ('booking-confirmed', p_opportunity, of_visitor.id, p_booking, p_now);
    if p_hold is not null then
        counted := settle_places(p_opportunity, p_now);
    end if;
    if p_allocation is null then
        perform tell_availability(p_opportunity, p_traceparent);
    end if;
    outcome := 'booked';
    places_left := counted.capacity - counted.taken;
end $$;

-- Requests for one session or course that came at the same time are booked in one transaction: commits, not statements, are what a rush
-- costs. Each is answered as book() answers it alone, in the order of the list; a request has the parameters of book().
-- Who cannot be served anyway is told so from one read for all, which begins when the last of them has come in.
create or replace function book_together(p_kind text, p_opportunity uuid, p_requests jsonb)
returns table (outcome text, answer text, places_left integer) language plpgsql as $$
declare
    together   boolean := jsonb_array_length(p_requests) > 1;
    is_locked  boolean := false;
    in_hand    bigint[];
    terms      opportunity_terms;
    counted    places;
    one        record;
begin
    if together then
        -- In steps of their own, so that the read sees whatever an earlier request with one of these keys has left.
        in_hand := array(
            select q.lock from jsonb_to_recordset(p_requests) as q (lock bigint) where pg_try_advisory_xact_lock(q.lock));
        -- The read; a request alone is left to book(), which looks itself.
        select * into terms from opportunity_terms t where t.id = p_opportunity;
        select * into counted from places p where p.opportunity_id = p_opportunity;
    end if;

    for one in
        select q.*,
            case
                when not together or terms.id is null or terms.kind <> p_kind or q.hold is not null or q.allocation is not null
                    or counted.next_expiry <= q.now
                    or terms.centre_id <> all (q.units) and 'network' <> all (q.units)
                    or q.lock <> all (in_hand) then null
                when exists (
                    select from idempotency_key k
                    where k.caller = q.caller and k.operation = q.operation and k.key = q.key) then null
                else admission('book', terms, counted, q.places, q.ages, null, null, q.now)
            end as refusal
        from rows from (jsonb_to_recordset(p_requests) as (
            lock bigint, caller text, operation text, key text, hash text, units text[], booking uuid, places integer,
            visitor uuid, name text, contact text, contacts jsonb, language text, ages smallint[], hold uuid, allocation uuid,
            now timestamptz, traceparent text)) with ordinality as q
        order by q.ordinality
    loop
        if one.refusal is not null then
            outcome := one.refusal;
            answer := null;
            places_left := counted.capacity - counted.taken;
        else
            -- Before any visitor is taken down: two of these that have visitors in common wait here, and not in a circle.
            if together and not is_locked then
                perform from places p where p.opportunity_id = p_opportunity for no key update;
                is_locked := true;
            end if;
            select b.* into outcome, answer, places_left
            from book(one.lock, one.caller, one.operation, one.key, one.hash, one.units, p_kind, p_opportunity, one.booking, one.places,
                      one.visitor, one.name, one.contact, one.contacts, one.language, one.ages, one.hold, one.allocation, one.now,
                      one.traceparent) b;
        end if;
        return next;
    end loop;
end $$;

-- Gives the places of a booking back and offers them to whoever waits. The places are locked before the booking, as
-- everywhere, so that nothing deadlocks; a second cancellation finds nothing to do.
create or replace function cancel_booking(p_booking uuid, p_caller text, p_now timestamptz, p_traceparent text)
returns boolean language plpgsql as $$
declare
    of_opportunity uuid;
    cancelled      booking;
    in_allotment   boolean;
    counted      places;
begin
    select opportunity_id into of_opportunity from booking where id = p_booking;
    perform from places where opportunity_id = of_opportunity for no key update;
    update booking set status = 'cancelled', cancelled_at = p_now, cancelled_because = 'asked'
    where id = p_booking and status = 'confirmed'
    returning * into cancelled;
    if not found then
        return false;
    end if;
    -- Out of an allocation that still runs, the places go back to the partner; otherwise to everybody.
    update allocation a set used = a.used - cancelled.places
    where a.id = cancelled.allocation_id and a.status = 'live';
    in_allotment := found;
    update places set taken = taken - case when in_allotment then 0 else cancelled.places end
    where opportunity_id = of_opportunity returning * into counted;
    insert into audit (at, actor, action, opportunity_id, booking_id, detail)
    values (p_now, p_caller, 'booking-cancelled', of_opportunity, p_booking, jsonb_build_object('places', cancelled.places));
    insert into notice (kind, opportunity_id, visitor_id, booking_id, created_at)
    values ('booking-cancelled', of_opportunity, cancelled.visitor_id, p_booking, p_now);
    if counted.waiting > 0 or counted.next_expiry <= p_now then
        counted := settle_places(of_opportunity, p_now);
    end if;
    perform tell_availability(of_opportunity, p_traceparent);
    return true;
end $$;

-- A session or a course is cancelled: everything that has a place or waits for one ends with it, and everybody is to be told. Returns how
-- many bookings that reaches.
create or replace function close_places(p_opportunity uuid, p_now timestamptz, p_traceparent text) returns integer language plpgsql as $$
declare
    because text;
    reached integer;
begin
    perform from places p where p.opportunity_id = p_opportunity for no key update;
    select o.kind || '-cancelled' into because from opportunity o where o.id = p_opportunity;
    with cancelled as (
        update booking b set status = 'cancelled', cancelled_at = p_now, cancelled_because = because
        where b.opportunity_id = p_opportunity and b.status = 'confirmed' returning b.id, b.visitor_id
    ), told as (
        insert into notice (kind, opportunity_id, visitor_id, booking_id, created_at)
        select because, p_opportunity, visitor_id, id, p_now from cancelled
    )
    select count(*) into reached from cancelled;
    with ended as (
        update waiting_list_entry e set status = 'ended', ended_at = p_now
        where e.opportunity_id = p_opportunity and e.status in ('waiting', 'offered') returning e.id, e.visitor_id
    )
    insert into notice (kind, opportunity_id, visitor_id, entry_id, created_at)
    select because, p_opportunity, visitor_id, id, p_now from ended;
    update offer o set status = 'withdrawn', ended_at = p_now where o.opportunity_id = p_opportunity and o.status = 'open';
    update hold h set status = 'released', ended_at = p_now where h.opportunity_id = p_opportunity and h.status = 'live';
    update allocation a set status = 'released', ended_at = p_now where a.opportunity_id = p_opportunity and a.status = 'live';
    update places p set closed = true, taken = 0, waiting = 0, next_expiry = null where p.opportunity_id = p_opportunity;
    perform tell_availability(p_opportunity, p_traceparent);
    return reached;
end $$;

-- The cancellation is taken back: what ended with it stands again; whoever waited waits again in the same place. Returns how
-- many bookings that reaches.
create or replace function reopen_places(p_opportunity uuid, p_cancelled_at timestamptz, p_now timestamptz, p_traceparent text)
returns integer language plpgsql as $$
declare
    of_kind text;
    reached integer;
begin
    select o.kind into of_kind from opportunity o where o.id = p_opportunity;
    perform from places p where p.opportunity_id = p_opportunity for no key update;
    with restored as (
        update booking b set status = 'confirmed', cancelled_at = null, cancelled_because = null
        where b.opportunity_id = p_opportunity and b.cancelled_at = p_cancelled_at and b.cancelled_because = of_kind || '-cancelled'
        returning b.id, b.visitor_id
    ), told as (
        insert into notice (kind, opportunity_id, visitor_id, booking_id, created_at)
        select of_kind || '-restored', p_opportunity, visitor_id, id, p_now from restored
    )
    select count(*) into reached from restored;
    with restored as (
        update waiting_list_entry e set status = 'waiting', ended_at = null
        where e.opportunity_id = p_opportunity and e.ended_at = p_cancelled_at and e.status = 'ended' returning e.id, e.visitor_id
    )
    insert into notice (kind, opportunity_id, visitor_id, entry_id, created_at)
    select of_kind || '-restored', p_opportunity, visitor_id, id, p_now from restored;
    update allocation a set status = 'live', ended_at = null
    where a.opportunity_id = p_opportunity and a.ended_at = p_cancelled_at and a.release_at > p_now;
    update places p
    set closed = false,
        waiting = (select count(*) from waiting_list_entry e where e.opportunity_id = p_opportunity and e.status = 'waiting'),
        taken = p.kept
              + (select coalesce(sum(a.places), 0) from allocation a where a.opportunity_id = p_opportunity and a.status = 'live')
              + (select coalesce(sum(b.places), 0) from booking b left join allocation a on a.id = b.allocation_id
                 where b.opportunity_id = p_opportunity and b.status = 'confirmed' and a.status is distinct from 'live')
    where p.opportunity_id = p_opportunity;
    perform settle_places(p_opportunity, p_now);
    perform tell_availability(p_opportunity, p_traceparent);
    return reached;
end $$;

-- Everybody who has a place in it or waits for one is to be told of something. Returns how many that are.
create or replace function tell_everybody(p_opportunity uuid, p_kind text, p_detail jsonb, p_now timestamptz) returns integer language sql as $$
    with told as (
        insert into notice (kind, opportunity_id, visitor_id, booking_id, entry_id, detail, created_at)
        select p_kind, p_opportunity, b.visitor_id, b.id, null, p_detail, p_now
        from booking b where b.opportunity_id = p_opportunity and b.status = 'confirmed'
        union all
        select p_kind, p_opportunity, e.visitor_id, null, e.id, p_detail, p_now
        from waiting_list_entry e where e.opportunity_id = p_opportunity and e.status in ('waiting', 'offered')
        returning id
    )
    select count(*)::integer from told
$$;
