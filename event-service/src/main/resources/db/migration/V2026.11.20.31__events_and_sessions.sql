create table event (
    id          uuid        primary key,
    version     bigint      not null,
    centre_id   text        not null references centre,
    kind        text        not null,
    title       jsonb       not null check (jsonb_typeof(title) = 'object' and title <> '{}'),
    description jsonb,
    audience    text        not null,
    level       text,
    minimum_age integer     check (minimum_age between 0 and 120),
    maximum_age integer     check (maximum_age between 0 and 120),
    languages   text[]      not null,
    created_at  timestamptz not null,
    constraint event_ages_in_order check (minimum_age <= maximum_age)
);
create index event_by_centre on event (centre_id, id);

create table session (
    id               uuid        primary key,
    version          bigint      not null,
    event_id         uuid        not null references event,
    centre_id        text        not null references centre,
    space_id         uuid        references space,
    venue            jsonb,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    zone             text        not null,
    set_up_minutes   integer     not null check (set_up_minutes >= 0),
    clearing_minutes integer     not null check (clearing_minutes >= 0),
    capacity_limit   integer     check (capacity_limit > 0),
    status           text        not null check (status in ('scheduled', 'cancelled')),
    cancel_reason    jsonb,
    hours_override   text,
    clashing         boolean     not null default false,
    planned_by       text        not null,
    created_at       timestamptz not null,
    constraint session_starts_before_it_ends check (starts_at < ends_at),
    constraint session_is_somewhere check (num_nonnulls(space_id, venue) = 1)
);
create index session_in_order on session (starts_at, id);
create index session_of_centre_in_order on session (centre_id, starts_at, id);
create index session_by_event on session (event_id);
create index session_by_space on session (space_id, ends_at);

-- The referee: two sessions never have one cell at the same time, set-up and clearing counted.
create table space_claim (
    session_id uuid      not null references session,
    cell_id    uuid      not null references space_cell,
    during     tstzrange not null check (not isempty(during)),
    primary key (session_id, cell_id),
    constraint space_claimed_once exclude using gist (cell_id with =, during with &&)
);
