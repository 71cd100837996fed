-- The local copy of the centres, fed by facts of centre-service: where records and items can be held.
create table holding_centre (
    id        text    primary key,
    version   bigint  not null check (version >= 0),
    withdrawn boolean not null,
    name      jsonb   not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
    city      jsonb   not null check (jsonb_typeof(city) = 'object' and city <> '{}'),
    country   text    not null check (country ~ '^[A-Z]{2}$')
);
