-- What a title, a film or a replica is described by. The MARC record is the source of truth; title, year, languages, terms and
-- keys are derived from it each time it is written.
create table record (
    id          uuid        primary key,
    version     bigint      not null check (version >= 0),
    centre_id   text        not null references holding_centre,
    kind        text        not null check (kind in ('book', 'rare-book', 'serial', 'film', 'recording', 'museum-object',
                                                     'replica', 'image', 'archival-file')),
    state       text        not null check (state in ('active', 'deleted', 'merged')),
    hidden      boolean     not null,
    merged_into uuid        references record check (merged_into <> id),
    marcxml     text        not null,
    edited_tags text[]      not null,
    sets        text[]      not null,
    title       text        not null,
    year        integer,
    languages   text[]      not null,
    terms       text[]      not null,
    match_keys  text[]      not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null check (changed_at >= created_at),
    constraint record_merged_has_target check ((state = 'merged') = (merged_into is not null))
);
create index record_by_terms on record using gin (array_to_tsvector(terms));
-- Looked up for every record of an import: a list of pending entries would be read through each time.
create index record_by_match_keys on record using gin (match_keys) with (fastupdate = off);
create index record_merged_into on record (merged_into) where merged_into is not null;

-- Who changed what and when: each version of each record, with the state that it replaced (nothing, for the first).
create table record_change (
    record_id          uuid        not null references record,
    version            bigint      not null check (version >= 0),
    at                 timestamptz not null,
    by_name            text        not null,
    action             text        not null check (action in ('entered', 'edited', 'imported', 'import-undone', 'deleted',
                                                              'restored', 'merged', 'absorbed')),
    import_id          uuid,
    other_record_id    uuid        references record,
    before_marcxml     text,
    before_centre_id   text,
    before_kind        text,
    before_state       text,
    before_hidden      boolean,
    before_edited_tags text[],
    primary key (record_id, version),
    constraint record_change_is_whole check ((version = 0) = (before_marcxml is null)
        and num_nulls(before_marcxml, before_centre_id, before_kind, before_state, before_hidden, before_edited_tags) in (0, 6))
);
create index record_change_of_import on record_change (import_id, record_id) where import_id is not null;

-- The copies that the centres hold. What is withdrawn stays known; its barcode may be given again.
create table item (
    id         uuid        primary key,
    version    bigint      not null check (version >= 0),
    record_id  uuid        not null references record,
    centre_id  text        not null references holding_centre,
    barcode    text        not null check (barcode ~ '^[A-Za-z0-9.-]{3,40}$'),
    shelf      text        not null,
    condition  text        not null check (condition in ('new', 'good', 'fair', 'poor', 'damaged')),
    status     text        not null check (status in ('available', 'on-display', 'on-loan', 'in-repair', 'reference-only',
                                                      'missing')),
    note       text,
    withdrawn  boolean     not null
);
create unique index item_barcode_is_unique on item (barcode) where not withdrawn;
create index item_of_record on item (record_id, id);
create index item_of_centre on item (centre_id, id) where not withdrawn;

-- Who changed what of an item and when.
create table item_change (
    item_id uuid        not null references item,
    version bigint      not null check (version >= 0),
    at      timestamptz not null,
    by_name text        not null,
    action  text        not null check (action in ('entered', 'edited', 'moved', 'withdrawn')),
    before  jsonb,
    primary key (item_id, version),
    constraint item_change_is_whole check ((version = 0) = (before is null))
);
