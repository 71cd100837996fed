-- An umbrella over events of several centres and cities, in a tree.
create table programme (
    id            uuid        primary key,
    version       bigint      not null,
    kind          text        not null,
    centre_id     text        references centre,
    title         jsonb       not null check (jsonb_typeof(title) = 'object' and title <> '{}'),
    description   jsonb,
    parent_id     uuid        references programme,
    starts_on     date        not null,
    ends_on       date        not null,
    status        text        not null check (status in ('draft', 'announced', 'cancelled')),
    cancel_reason jsonb,
    announced_at  timestamptz,
    cancelled_at  timestamptz,
    created_at    timestamptz not null,
    constraint programme_starts_before_it_ends check (starts_on <= ends_on),
    constraint programme_announced_at_a_time check (case status
        when 'draft' then announced_at is null when 'announced' then announced_at is not null else true end),
    constraint programme_cancelled_at_a_time check ((status = 'cancelled') = (cancelled_at is not null))
);
create index programme_in_order on programme (starts_on, id);
create index programme_by_parent on programme (parent_id) where parent_id is not null;

-- Where the programme would stand wrong in the tree: 'circle' below itself, 'too-deep' below the fifth level; null when it is right.
create function programme_misplaced(p_programme uuid, p_parent uuid) returns text language sql as $$
    with recursive up (id, parent_id, nth) as (
        select p.id, p.parent_id, 1 from programme p where p.id = p_parent
        union all
        select p.id, p.parent_id, up.nth + 1 from programme p join up on p.id = up.parent_id where up.nth < 10
    ), down (id, nth) as (
        select p_programme, 1
        union all
        select p.id, down.nth + 1 from programme p join down on p.parent_id = down.id where down.nth < 10
    )
    select case
        when exists (select from up where up.id = p_programme) then 'circle'
        when (select coalesce(max(nth), 0) from up) + (select max(nth) from down) > 5 then 'too-deep'
    end
$$;

-- Whoever changes the shape of the tree waits for whoever does: two moves that are right one by one can close a circle together.
create function lock_programme_tree() returns void language sql as $$
    select pg_advisory_xact_lock(20261121, 64)
$$;

create function keep_programmes_a_tree() returns trigger language plpgsql as $$
declare
    fault text;
begin
    perform lock_programme_tree();
    fault := programme_misplaced(new.id, new.parent_id);
    if fault is not null then
        raise exception 'programme % cannot stand below %: %', new.id, new.parent_id, fault using errcode = 'exclusion_violation';
    end if;
    return new;
end $$;
create trigger programme_is_placed before insert on programme
    for each row when (new.parent_id is not null) execute function keep_programmes_a_tree();
create trigger programme_is_moved before update of parent_id on programme
    for each row when (new.parent_id is not null and new.parent_id is distinct from old.parent_id)
    execute function keep_programmes_a_tree();

alter table event
    add programme_id  uuid references programme,
    add status        text not null default 'announced' check (status in ('draft', 'announced', 'cancelled')),
    add cancel_reason jsonb,
    add announced_at  timestamptz,
    add cancelled_at  timestamptz;
update event set announced_at = created_at;
alter table event
    alter status drop default,
    add constraint event_announced_at_a_time check (case status
        when 'draft' then announced_at is null when 'announced' then announced_at is not null else true end),
    add constraint event_cancelled_at_a_time check ((status = 'cancelled') = (cancelled_at is not null));
create index event_by_programme on event (programme_id, id) where programme_id is not null;

-- What was announced has been read, copied and put into calendars: it can be cancelled, it cannot become a draft again.
create function keep_announced() returns trigger language plpgsql as $$
begin
    raise exception '% % was announced on %', tg_table_name, old.id, old.announced_at using errcode = 'exclusion_violation';
end $$;
create trigger event_stays_announced before update of announced_at on event
    for each row when (old.announced_at is not null and new.announced_at is distinct from old.announced_at)
    execute function keep_announced();
create trigger programme_stays_announced before update of announced_at on programme
    for each row when (old.announced_at is not null and new.announced_at is distinct from old.announced_at)
    execute function keep_announced();

-- Whether the session's event was never announced. Asked again under a lock that an announcement waits for: either the
-- announcement sees what this transaction did and tells it, or this transaction sees the announcement.
create function is_draft_session(p_session uuid) returns boolean language plpgsql as $$
declare
    of_event  uuid;
    announced timestamptz;
begin
    select e.id, e.announced_at into of_event, announced
    from session s join event e on e.id = s.event_id where s.id = p_session;
    if of_event is null or announced is not null then
        return false;
    end if;
    select e.announced_at into announced from event e where e.id = of_event for share;
    return announced is null;
end $$;

-- Drafts are told to nobody: whoever writes a fact or moves an item of a feed about a session of a draft, nothing leaves.
create function hold_drafts_back() returns trigger language plpgsql as $$
begin
    if new.topic is not null then
        return case when is_draft_session(new.key::uuid) then null else new end;
    end if;
    select jsonb_agg(moved.item order by moved.nth) into new.feed_items
    from jsonb_array_elements(new.feed_items) with ordinality as moved (item, nth)
    where moved.item ->> 'feed' <> 'sessions' or not is_draft_session((moved.item ->> 'item')::uuid);
    return case when new.feed_items is null then null else new end;
end $$;
create trigger drafts_are_held_back before insert on outbox
    for each row when (new.topic is null or new.topic in ('event.sessions', 'event.availability'))
    execute function hold_drafts_back();

-- Where a touring exhibition is from when to when, in local days. Its things are on the way and being set up before it opens:
-- they are at one place at a time, which the exclusion referees.
create table leg (
    id                  uuid    primary key,
    version             bigint  not null,
    programme_id        uuid    not null references programme,
    centre_id           text    references centre,
    venue               jsonb,
    space_id            uuid    references space,
    opens_on            date    not null,
    closes_on           date    not null,
    set_up_days         integer not null check (set_up_days between 0 and 365),
    transit_days_before integer not null check (transit_days_before between 0 and 365),
    during              daterange not null generated always as
        (daterange(opens_on - set_up_days - transit_days_before, closes_on, '[]')) stored,
    constraint leg_opens_before_it_closes check (opens_on <= closes_on),
    constraint leg_is_somewhere check (num_nonnulls(centre_id, venue) = 1),
    constraint leg_space_is_of_a_centre check (space_id is null or centre_id is not null),
    constraint leg_at_one_place_at_a_time exclude using gist (programme_id with =, during with &&)
);
