create table partner (
    id        uuid    primary key,
    version   bigint  not null check (version >= 0),
    withdrawn boolean not null default false,
    name      jsonb   not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
    kind      text    not null check (kind in ('university', 'museum', 'library', 'film-school', 'theatre', 'archive', 'international-organisation', 'other')),
    country   text    not null check (country ~ '^[A-Z]{2}$'),
    website   text    check (website ~ '^https?://')
);

create table agreement (
    id         uuid    primary key,
    partner_id uuid    not null references partner,
    version    bigint  not null check (version >= 0),
    withdrawn  boolean not null default false,
    kind       text    not null check (kind in ('memorandum', 'academic-exchange', 'co-production', 'training-placement', 'heritage-file', 'loan', 'data-sharing', 'other')),
    title      jsonb   not null check (jsonb_typeof(title) = 'object' and title <> '{}'),
    starts_on  date    not null,
    ends_on    date,
    scope      jsonb   check (jsonb_typeof(scope) = 'object' and scope <> '{}'),
    documents  jsonb   not null check (jsonb_typeof(documents) = 'array'),
    constraint agreement_ends_after_it_starts check (ends_on >= starts_on)
);
create index agreement_by_partner on agreement (partner_id);

-- The centres that an agreement covers.
create table agreement_centre (
    agreement_id uuid not null references agreement,
    centre_id    text not null references centre,
    primary key (agreement_id, centre_id)
);
create index agreement_by_centre on agreement_centre (centre_id);
