alter table event
    add price_amount       numeric(12, 2) check (price_amount >= 0),
    add price_currency     text check (price_currency ~ '^[A-Z]{3}$'),
    add places_per_contact integer check (places_per_contact > 0),
    add constraint event_price_has_a_currency check ((price_amount is null) = (price_currency is null));

alter table session add cancelled_at timestamptz;
update session set cancelled_at = now() where status = 'cancelled';
alter table session add constraint session_cancelled_at_a_time check ((status = 'cancelled') = (cancelled_at is not null));

-- taken counts bookings, live holds, open offers and live allocations. waiting says whether anybody is in the queue, and
-- next_expiry when the first hold, offer or allocation ends, so that the row alone tells who may pass and what is due.
alter table session_places
    add waiting     integer not null default 0,
    add next_expiry timestamptz,
    add constraint places_waiting_counted check (waiting >= 0);
create index session_places_by_expiry on session_places (next_expiry) where next_expiry is not null;

create table hold (
    id         uuid        primary key,
    session_id uuid        not null references session_places,
    places     integer     not null check (places > 0),
    status     text        not null check (status in ('live', 'released', 'expired', 'used')),
    held_by    text        not null,
    held_at    timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz,
    constraint hold_ends_after_it_begins check (held_at < expires_at),
    constraint hold_ended_at_a_time check ((status = 'live') = (ended_at is null))
);
create index hold_live on hold (session_id, expires_at) where status = 'live';
create index hold_by_session on hold (session_id, id);

-- Places that a partner fills until a date; then what is left goes back to the public.
create table allocation (
    id         uuid        primary key,
    session_id uuid        not null references session_places,
    partner    text        not null check (length(partner) between 1 and 200),
    places     integer     not null check (places > 0),
    used       integer     not null default 0,
    release_at timestamptz not null,
    status     text        not null check (status in ('live', 'released')),
    made_by    text        not null,
    made_at    timestamptz not null,
    ended_at   timestamptz,
    constraint allocation_never_overbooked check (used between 0 and places),
    constraint allocation_ended_at_a_time check ((status = 'live') = (ended_at is null))
);
create index allocation_live on allocation (session_id, release_at) where status = 'live';
create index allocation_by_session on allocation (session_id, id);

-- Numbered under the lock of the places: the order in which things happened, whatever the clocks of the instances say.
create sequence waiting_list_step;

create table waiting_list_entry (
    id         uuid        primary key,
    session_id uuid        not null references session_places,
    visitor_id uuid        not null references visitor,
    places     integer     not null check (places > 0),
    priority   integer     not null default 0 check (priority between 0 and 9),
    status     text        not null
        check (status in ('waiting', 'offered', 'accepted', 'declined', 'lapsed', 'left', 'ended')),
    joined_by  text        not null,
    joined_at  timestamptz not null,
    joined_nth bigint      not null default nextval('waiting_list_step'),
    passed     integer     not null default 0 check (passed >= 0),
    ended_at   timestamptz,
    ended_nth  bigint,
    constraint entry_ended_at_a_time check ((status in ('waiting', 'offered')) = (ended_at is null))
);
create unique index waiting_once_per_visitor on waiting_list_entry (session_id, visitor_id)
    where status in ('waiting', 'offered');
create index waiting_list_in_order on waiting_list_entry (session_id, priority desc, joined_nth) where status = 'waiting';
create index waiting_list_by_session on waiting_list_entry (session_id, id);

create table offer (
    id         uuid        primary key default gen_random_uuid(),
    entry_id   uuid        not null references waiting_list_entry,
    session_id uuid        not null references session_places,
    places     integer     not null check (places > 0),
    status     text        not null check (status in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
    made_at    timestamptz not null,
    made_nth   bigint      not null default nextval('waiting_list_step'),
    expires_at timestamptz not null,
    ended_at   timestamptz,
    ended_nth  bigint,
    constraint offer_ended_at_a_time check ((status = 'open') = (ended_at is null))
);
create unique index offer_open_once_per_entry on offer (entry_id) where status = 'open';
create index offer_open on offer (session_id, expires_at) where status = 'open';

create function number_the_end() returns trigger language plpgsql set search_path from current as $$
begin
    new.ended_nth := case when new.ended_at is not null then coalesce(old.ended_nth, nextval('waiting_list_step')) end;
    return new;
end $$;
create trigger entry_end_is_numbered before update on waiting_list_entry for each row execute function number_the_end();
create trigger offer_end_is_numbered before update on offer for each row execute function number_the_end();

-- Nobody is overtaken without a reason on record.
create table overtaking (
    id        bigint      generated always as identity primary key,
    passed_id uuid        not null references waiting_list_entry,
    by_id     uuid        not null references waiting_list_entry,
    at        timestamptz not null,
    reason    text        not null check (reason in ('group-does-not-fit-yet', 'larger-than-the-session', 'priority'))
);
create index overtaking_by_passed on overtaking (passed_id, id);
create trigger overtaking_is_append_only before update or delete or truncate on overtaking
    for each statement execute function refuse_change();

alter table booking
    add allocation_id     uuid references allocation,
    add entry_id          uuid references waiting_list_entry,
    add cancelled_because text check (cancelled_because in ('asked', 'session-cancelled')),
    add price_amount      numeric(12, 2),
    add price_currency    text,
    add paid_at           timestamptz,
    add paid_to           text,
    add constraint booking_paid_to_somebody check ((paid_at is null) = (paid_to is null));
create index booking_by_allocation on booking (allocation_id) where allocation_id is not null;

-- What must be told to whom, written with what happened; sent later, by what sends mail.
create table notice (
    id         bigint      generated always as identity primary key,
    kind       text        not null,
    session_id uuid        not null,
    visitor_id uuid,
    booking_id uuid,
    entry_id   uuid,
    detail     jsonb,
    created_at timestamptz not null,
    sent_at    timestamptz
);
create index notice_to_send on notice (id) where sent_at is null;
create index notice_by_session on notice (session_id, id);
