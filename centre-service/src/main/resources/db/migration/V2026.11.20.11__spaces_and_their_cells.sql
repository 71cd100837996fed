create table space (
    id               uuid    primary key,
    centre_id        text    not null references centre,
    version          bigint  not null check (version >= 0),
    withdrawn        boolean not null default false,
    code             text    not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
    name             jsonb   not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
    kind             text    not null check (kind in ('exhibition-hall', 'classroom', 'music-hall', 'library', 'restaurant', 'multi-purpose', 'cinema', 'studio', 'other')),
    capacity         integer not null check (capacity between 1 and 100000),
    set_up_minutes   integer not null check (set_up_minutes between 0 and 1440),
    clearing_minutes integer not null check (clearing_minutes between 0 and 1440),
    divisible        boolean not null,
    part_of          uuid,
    cell             uuid    not null unique,
    unique (id, centre_id),
    constraint a_part_lies_in_the_centre_of_its_hall foreign key (part_of, centre_id) references space (id, centre_id),
    constraint a_part_is_not_divided_again check (not (divisible and part_of is not null))
);
create unique index space_code_in_use on space (centre_id, code) where not withdrawn;
create index space_by_hall on space (part_of) where part_of is not null;
