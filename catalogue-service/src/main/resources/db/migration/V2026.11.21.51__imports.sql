-- Where records come from: a partner's catalogue, a publisher's list. The rules say which fields it may change.
create table import_source (
    id        text    primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    version   bigint  not null check (version >= 0),
    centre_id text    not null references holding_centre,
    name      text    not null,
    overlay   jsonb   not null check (jsonb_typeof(overlay) = 'array'),
    withdrawn boolean not null
);
create index import_source_of_centre on import_source (centre_id, id);

-- Which of our records a source's record is. The digest of what was delivered last tells at once that nothing is new, as long
-- as the record still has the version that the delivery was compared with.
create table record_source (
    source_id        text   not null references import_source,
    source_record_id text   not null,
    record_id        uuid   not null references record,
    digest           bytea  check (length(digest) = 32),
    record_version   bigint not null,
    original         text,
    -- the number of a record that was merged into this one
    by_merge         boolean not null default false,
    primary key (source_id, source_record_id)
);
create index record_source_of_record on record_source (record_id);

-- A file that is taken in: first planned, then applied by a person, then perhaps undone, each as one step.
create table import (
    id           uuid        primary key,
    version      bigint      not null check (version >= 0),
    source_id    text        not null references import_source,
    centre_id    text        not null references holding_centre,
    kind         text        check (kind in ('book', 'rare-book', 'serial', 'film', 'recording', 'museum-object', 'replica',
                                             'image', 'archival-file')),
    file_name    text        not null,
    -- the source's rules as they were when the import was begun: what was planned is what is applied
    overlay      jsonb       not null check (jsonb_typeof(overlay) = 'array'),
    state        text        not null check (state in ('receiving', 'planning', 'planned', 'applying', 'applied', 'undoing',
                                                       'undone', 'refused', 'withdrawn')),
    refusal      text,
    by_name      text        not null,
    created_at   timestamptz not null,
    planned_at   timestamptz,
    applied_at   timestamptz,
    applied_by   text,
    undone_at    timestamptz,
    undone_by    text,
    -- which of perhaps several attempts to send the file is the one that counts
    upload       uuid,
    format       text        check (format in ('iso-2709', 'marcxml')),
    encoding     text,
    bytes        bigint      not null default 0,
    -- how far the step that is going on has come: a killed one goes on from here, on any instance
    position     bigint      not null default 0,
    row          bigint      not null default 0,
    rows         bigint      not null default 0,
    counts       jsonb       not null default '{}' check (jsonb_typeof(counts) = 'object'),
    worker       uuid,
    leased_until timestamptz,
    constraint import_refusal_has_reason check ((state = 'refused') = (refusal is not null))
);
create index import_under_way on import (created_at) where state in ('planning', 'applying', 'undoing');
create index import_by_centre on import (centre_id, id);
alter table record_change add foreign key (import_id) references import;

-- The file as it came, unpacked, in pieces of one size but for the last.
create table import_chunk (
    import_id uuid    not null references import,
    nth       integer not null check (nth >= 0),
    bytes     bytea   not null,
    primary key (import_id, nth)
);
alter table import_chunk alter column bytes set storage external;

-- One row of the plan for each record of the file, in its order.
create table import_row (
    import_id        uuid    not null references import,
    nth              bigint  not null check (nth >= 1),
    position         bigint  not null check (position >= 0),
    length           bigint  not null check (length > 0),
    outcome          text    not null check (outcome in ('new', 'changed', 'same', 'conflict', 'unreadable')),
    source_record_id text,
    title            text,
    record_id        uuid    references record,
    record_version   bigint,
    matched_by       text    check (matched_by in ('source-id', 'isbn', 'issn', 'title')),
    changes          jsonb,
    remarks          jsonb   check (jsonb_typeof(remarks) = 'array'),
    decision         text    check (decision in ('keep', 'take')),
    result           text    check (result in ('applied', 'skipped', 'overtaken', 'undone', 'kept')),
    -- the record that a new one became; apart, so that applying changes nothing that is indexed
    brought_id       uuid    references record,
    result_version   bigint,
    primary key (import_id, nth)
) with (fillfactor = 50); -- and each row finds room for its result beside itself
create index import_row_by_outcome on import_row (import_id, outcome, nth);
-- A source's record that comes twice in one file, or one of ours that two of them match, is told in the plan.
create index import_row_by_source_record on import_row (import_id, source_record_id);
create index import_row_by_match on import_row (import_id, record_id) where matched_by in ('isbn', 'issn', 'title');
