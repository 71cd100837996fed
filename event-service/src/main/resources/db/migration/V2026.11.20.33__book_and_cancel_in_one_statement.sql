-- A booking is one statement in one transaction: the row lock on the places is held for no round trip. It returns what
-- became of it; a refusal has written nothing.
create function book(
    p_lock bigint, p_caller text, p_operation text, p_key text, p_body_hash text,
    p_units text[], p_session uuid, p_booking uuid, p_places integer,
    p_visitor uuid, p_name text, p_contact text, p_language text,
    p_now timestamptz, p_traceparent text,
    out outcome text, out answer text, out places_left integer)
language plpgsql as $$
declare
    known      idempotency_key;
    of_session record;
    of_visitor uuid;
    counted    session_places;
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

    select s.centre_id, s.status, s.ends_at into of_session from session s where s.id = p_session;
    outcome := case
        when not found then 'not-found'
        when of_session.centre_id <> all (p_units) and 'network' <> all (p_units) then 'not-yours'
        when of_session.status = 'cancelled' then 'cancelled'
        when of_session.ends_at <= p_now then 'over'
    end;
    if outcome is not null then
        answer := of_session.centre_id;
        return;
    end if;

    -- Everything that can be done before the hot row is locked is done before.
    if not exists (select from session_places p where p.session_id = p_session and p.taken + p_places <= p.capacity) then
        outcome := 'sold-out';
        select p.capacity - p.taken into places_left from session_places p where p.session_id = p_session;
        return;
    end if;
    insert into visitor (id, centre_id, name, contact, language, keep_until, created_at)
    values (p_visitor, of_session.centre_id, p_name, p_contact, p_language, of_session.ends_at + interval '1 year', p_now)
    on conflict (centre_id, lower(contact), lower(name)) do update
    set language = excluded.language, keep_until = greatest(visitor.keep_until, excluded.keep_until)
    returning id into of_visitor;

    update session_places p set taken = p.taken + p_places
    where p.session_id = p_session and not p.closed and p.taken + p_places <= p.capacity
    returning p.* into counted;
    if not found then
        -- Lost to those who came first. The visitor's row stays if it was there, and goes if it is new.
        delete from visitor v where v.id = p_visitor;
        select case when p.closed then 'cancelled' else 'sold-out' end, p.capacity - p.taken into outcome, places_left
        from session_places p where p.session_id = p_session;
        return;
    end if;

    insert into booking (id, session_id, visitor_id, places, status, booked_by, booked_at)
    values (p_booking, p_session, of_visitor, p_places, 'confirmed', p_caller, p_now);
    answer := json_build_object('booking', p_booking, 'visitor', of_visitor, 'at', p_now)::text;
    insert into idempotency_key (caller, operation, key, body_hash, answer)
    values (p_caller, p_operation, p_key, p_body_hash, answer);
    insert into audit (at, actor, action, session_id, booking_id, detail)
    values (p_now, p_caller, 'booked', p_session, p_booking, jsonb_build_object('places', p_places));
    perform tell_availability(p_session, counted.capacity, counted.taken, p_traceparent);
    outcome := 'booked';
    places_left := counted.capacity - counted.taken;
end $$;

create function tell_availability(p_session uuid, p_capacity integer, p_taken integer, p_traceparent text)
returns void language sql as $$
    insert into outbox (topic, type, key, data, feed_items, traceparent)
    values ('event.availability', 'org.goldenbridge.availability.changed.v1', p_session::text,
            jsonb_build_object('sessionId', p_session, 'capacity', p_capacity, 'taken', p_taken),
            jsonb_build_array(jsonb_build_object('feed', 'availability', 'item', p_session, 'deleted', false)),
            p_traceparent)
$$;

-- Gives the places of a booking back. The places are locked before the booking, as everywhere, so that nothing deadlocks;
-- a second cancellation finds nothing to do.
create function cancel_booking(p_booking uuid, p_caller text, p_now timestamptz, p_traceparent text)
returns boolean language plpgsql as $$
declare
    of_session uuid;
    given_back integer;
    counted    session_places;
begin
    select session_id into of_session from booking where id = p_booking;
    perform from session_places where session_id = of_session for no key update;
    update booking set status = 'cancelled', cancelled_at = p_now
    where id = p_booking and status = 'confirmed'
    returning places into given_back;
    if not found then
        return false;
    end if;
    update session_places set taken = taken - given_back where session_id = of_session returning * into counted;
    insert into audit (at, actor, action, session_id, booking_id, detail)
    values (p_now, p_caller, 'booking-cancelled', of_session, p_booking, jsonb_build_object('places', given_back));
    perform tell_availability(of_session, counted.capacity, counted.taken, p_traceparent);
    return true;
end $$;
