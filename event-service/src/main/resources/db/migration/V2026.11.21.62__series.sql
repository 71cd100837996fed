-- A rule of RFC 5545 in the wall time of a place, and the sessions it was made into. Times here are wall times, without a
-- zone: what is planned for 18:00 stays at 18:00 whatever the clocks do.
create table series (
    id             uuid        primary key,
    version        bigint      not null,
    event_id       uuid        not null references event,
    centre_id      text        not null references centre,
    rule           text        not null,
    starts_on      timestamp   not null,
    minutes        integer     not null check (minutes between 1 and 44640),
    zone           text        not null,
    space_id       uuid        references space,
    venue          jsonb,
    capacity_limit integer     check (capacity_limit > 0),
    exceptions     jsonb       not null check (jsonb_typeof(exceptions) = 'array'),
    extra_dates    jsonb       not null check (jsonb_typeof(extra_dates) = 'array'),
    hours_override text,
    status         text        not null check (status in ('running', 'cancelled')),
    follows        uuid        references series,
    planned_by     text        not null,
    created_at     timestamptz not null,
    constraint series_is_somewhere check (num_nonnulls(space_id, venue) = 1)
);
create index series_by_event on series (event_id);

alter table session
    add series_id       uuid references series,
    -- The wall time of the occurrence, which stays the same when the session alone is moved: its RECURRENCE-ID.
    add series_start    timestamp,
    add series_override boolean not null default false,
    add constraint session_is_an_occurrence check ((series_id is null) = (series_start is null));

-- One session for each occurrence; a cancelled one may stand beside the one that was planned again in its place.
create unique index session_once_per_occurrence on session (series_id, series_start) where status = 'scheduled';
create index session_by_series on session (series_id, series_start);
