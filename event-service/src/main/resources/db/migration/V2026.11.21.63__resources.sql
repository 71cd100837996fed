-- A teacher is a cell: nobody teaches twice at once, by the same constraint by which no room is used twice.
create table teacher (
    id         uuid        primary key references space_cell,
    version    bigint      not null,
    centre_id  text        not null references centre,
    name       text        not null check (length(name) between 1 and 200),
    withdrawn  boolean     not null default false,
    created_at timestamptz not null
);
create index teacher_by_centre on teacher (centre_id, id);

-- Local copy, fed by facts of centre-service; no foreign key to the centre: the facts come in any order.
create table equipment (
    id        uuid    primary key,
    centre_id text    not null,
    version   bigint  not null,
    withdrawn boolean not null,
    code      text    not null,
    name      jsonb   not null,
    quantity  integer not null check (quantity >= 0)
);
create index equipment_by_centre on equipment (centre_id);

-- What a session needs beside its room; kept while it is cancelled, so that a restoration can claim it again.
alter table session
    add teacher_ids        uuid[]  not null default '{}',
    add equipment          jsonb   not null default '[]' check (jsonb_typeof(equipment) = 'array'),
    add short_of_equipment boolean not null default false,
    add online             jsonb,
    drop constraint session_is_somewhere,
    add constraint session_is_somewhere check (num_nonnulls(space_id, venue, online) = 1);

-- A room that is kept for the centre itself: a repair, a rehearsal, a visit.
create table space_block (
    id         uuid        primary key,
    version    bigint      not null,
    centre_id  text        not null references centre,
    space_id   uuid        not null references space,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    reason     text        not null check (length(reason) between 3 and 500),
    blocked_by text        not null,
    created_at timestamptz not null,
    clashing   boolean     not null default false,
    removed_at timestamptz,
    constraint block_starts_before_it_ends check (starts_at < ends_at)
);
create index space_block_by_centre on space_block (centre_id, id);
create index space_block_by_space on space_block (space_id, ends_at) where removed_at is null;

-- Claims are of sessions or of blocks; what is claimed already stays as it is.
alter table space_claim
    drop constraint space_claim_pkey,
    alter session_id drop not null,
    add block_id uuid references space_block,
    add constraint space_claimed_by_one check (num_nonnulls(session_id, block_id) = 1);
create unique index space_claim_of_session on space_claim (session_id, cell_id) where session_id is not null;
create unique index space_claim_of_block on space_claim (block_id, cell_id) where block_id is not null;

create table equipment_claim (
    session_id   uuid      not null references session,
    equipment_id uuid      not null references equipment,
    quantity     integer   not null check (quantity > 0),
    per_person   smallint  check (per_person between 1 and quantity),
    during       tstzrange not null check (not isempty(during)),
    primary key (session_id, equipment_id)
);
create index equipment_claim_in_time on equipment_claim using gist (equipment_id, during);

-- How many of a stock are claimed at the fullest moment of an interval, by all sessions but one. What ends at a moment is
-- free from that moment on.
create function equipment_peak(p_equipment uuid, p_during tstzrange, p_except uuid) returns integer
language sql stable as $$
    select coalesce(max(at_once), 0)::integer
    from (
        select sum(sum(change)) over (order by at) as at_once
        from (
            select greatest(lower(c.during), lower(p_during)) as at, c.quantity as change
            from equipment_claim c
            where c.equipment_id = p_equipment and c.during && p_during and c.session_id is distinct from p_except
            union all
            select upper(c.during), -c.quantity
            from equipment_claim c
            where c.equipment_id = p_equipment and c.during && p_during and c.session_id is distinct from p_except
        ) step
        group by at
    ) moment
$$;

-- The referee: whatever the code does, a stock is never claimed above what there is. It waits for who claims the same stock,
-- and then sees what they have claimed: each statement of it reads anew, which repeatable read would prevent.
create function refuse_more_than_the_stock() returns trigger language plpgsql as $$
declare
    stock equipment;
    peak  integer;
begin
    if current_setting('transaction_isolation') = 'repeatable read' then
        raise exception 'equipment is not claimed under repeatable read: the claims of others would stay unseen';
    end if;
    select * into stock from equipment e where e.id = new.equipment_id for no key update;
    peak := equipment_peak(new.equipment_id, new.during, null);
    if stock.withdrawn or peak > stock.quantity then
        raise exception 'equipment % would be claimed % times at once, and there are %', stock.code, peak, stock.quantity
            using errcode = 'exclusion_violation', constraint = 'equipment_within_stock', table = 'equipment_claim';
    end if;
    return null;
end $$;
create constraint trigger equipment_within_stock after insert or update on equipment_claim
    for each row execute function refuse_more_than_the_stock();

create index session_by_teacher on session using gin (teacher_ids);
create index session_by_equipment on session using gin (equipment jsonb_path_ops);
