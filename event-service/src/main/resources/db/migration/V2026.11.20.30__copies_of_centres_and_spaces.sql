-- Local copies, fed by facts of centre-service. No foreign keys between them: the facts come in any order.
create table centre (
    id            text        primary key,
    version       bigint      not null,
    withdrawn     boolean     not null,
    name          jsonb       not null,
    city          jsonb,
    country       text,
    zone          text        not null,
    opening_hours jsonb       not null,
    closures      jsonb       not null
);

create table space (
    id               uuid    primary key,
    centre_id        text    not null,
    version          bigint  not null,
    withdrawn        boolean not null,
    code             text    not null,
    name             jsonb   not null,
    kind             text    not null,
    capacity         integer not null check (capacity > 0),
    set_up_minutes   integer not null check (set_up_minutes >= 0),
    clearing_minutes integer not null check (clearing_minutes >= 0),
    cells            uuid[]  not null check (cardinality(cells) > 0)
);
create index space_by_centre on space (centre_id);

-- What is locked, in the order of the ids, before a claim is made: without it claims deadlock under contention.
create table space_cell (
    id uuid primary key
);
