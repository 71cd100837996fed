-- Places are counted apart from the session: an edit of a title must not put an old count back, and a booking must not
-- change the session's version. A booking only ever locks this row.
create table session_places (
    session_id uuid    primary key references session,
    capacity   integer not null check (capacity > 0),
    taken      integer not null default 0,
    closed     boolean not null default false,
    constraint places_never_sold_twice check (taken between 0 and capacity)
) with (fillfactor = 50);

-- Personal data: taken for a booking, kept until its end, and nowhere outside this schema.
create table visitor (
    id             uuid        primary key,
    centre_id      text        not null references centre,
    name           text        not null check (length(name) between 1 and 200),
    contact        text        not null check (length(contact) between 3 and 200),
    language       text        not null,
    purpose        text        not null default 'booking',
    notice_version integer     not null default 1,
    keep_until     timestamptz not null,
    created_at     timestamptz not null
);
create unique index visitor_known_by_name_and_contact on visitor (centre_id, lower(contact), lower(name));

create table booking (
    id           uuid        primary key,
    session_id   uuid        not null references session_places,
    visitor_id   uuid        not null references visitor,
    places       integer     not null check (places > 0),
    status       text        not null check (status in ('confirmed', 'cancelled')),
    booked_by    text        not null,
    booked_at    timestamptz not null,
    cancelled_at timestamptz,
    constraint booking_cancelled_at_a_time check ((status = 'cancelled') = (cancelled_at is not null))
);
create unique index booking_once_per_visitor on booking (session_id, visitor_id) where status = 'confirmed';
create index booking_by_visitor on booking (visitor_id);

create table audit (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor      text        not null,
    action     text        not null,
    session_id uuid        not null,
    booking_id uuid,
    detail     jsonb
);
create index audit_by_session on audit (session_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was done stays written: % is append-only', tg_table_name;
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change();
