create table equipment (
    id        uuid    primary key,
    centre_id text    not null references centre,
    version   bigint  not null check (version >= 0),
    withdrawn boolean not null default false,
    code      text    not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
    name      jsonb   not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
    quantity  integer not null check (quantity between 0 and 100000)
);
create unique index equipment_code_in_use on equipment (centre_id, code) where not withdrawn;
