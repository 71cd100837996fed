create table centre (
    id                 text    primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 40 and id <> 'network'),
    version            bigint  not null check (version >= 0),
    withdrawn          boolean not null default false,
    name               jsonb   not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
    address            jsonb   not null check (jsonb_typeof(address) = 'object' and address <> '{}'),
    city               jsonb   not null check (jsonb_typeof(city) = 'object' and city <> '{}'),
    country            text    not null check (country ~ '^[A-Z]{2}$'),
    zone               text    not null check (zone <> ''),
    area_square_metres integer check (area_square_metres > 0),
    opened_on          date,
    phone              text,
    email              text,
    website            text check (website ~ '^https?://')
);

-- Weekly, in the centre's wall time. Minutes of the day, for a day may end at 24:00.
create table opening_interval (
    centre_id text    not null references centre,
    day       text    not null check (day in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
    opens     integer not null check (opens >= 0),
    closes    integer not null check (closes <= 1440),
    primary key (centre_id, day, opens),
    constraint closes_after_it_opens check (closes > opens),
    constraint opening_intervals_do_not_overlap
        exclude using gist (centre_id with =, day with =, int4range(opens, closes) with &&)
);
