create table closure (
    id        uuid        primary key,
    centre_id text        not null references centre,
    version   bigint      not null check (version >= 0),
    space_id  uuid,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    reason    jsonb       not null check (jsonb_typeof(reason) = 'object' and reason <> '{}'),
    constraint closure_ends_after_it_starts check (ends_at > starts_at),
    constraint closed_space_lies_in_the_centre foreign key (space_id, centre_id) references space (id, centre_id)
);
create index closure_by_centre on closure (centre_id, ends_at);
