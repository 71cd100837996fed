-- When a closure became known here: a session that somebody let stand outside the hours before that has to be looked at again.
create table closure_known (
    centre_id text        not null references centre,
    space_id  uuid,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    since     timestamptz not null,
    constraint closure_known_once unique nulls not distinct (centre_id, space_id, starts_at, ends_at)
);

-- By trigger, so that it is noted whichever release takes the fact in.
create function note_closures() returns trigger language plpgsql as $$
begin
    delete from closure_known k
    where k.centre_id = new.id and not exists (
        select from jsonb_to_recordset(new.closures) as c ("spaceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
        where c."spaceId" is not distinct from k.space_id and c."startsAt" = k.starts_at and c."endsAt" = k.ends_at);
    insert into closure_known (centre_id, space_id, starts_at, ends_at, since)
    select new.id, c."spaceId", c."startsAt", c."endsAt", clock_timestamp()
    from jsonb_to_recordset(new.closures) as c ("spaceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
    on conflict do nothing;
    return null;
end $$;
create trigger note_closures after insert or update of closures on centre
    for each row execute function note_closures();

-- Of those that are known already nobody can say since when: they count as older than every decision.
insert into closure_known (centre_id, space_id, starts_at, ends_at, since)
select centre.id, c."spaceId", c."startsAt", c."endsAt", '-infinity'
from centre, jsonb_to_recordset(centre.closures) as c ("spaceId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
on conflict do nothing;

-- When somebody last let it stand outside the hours.
alter table session add hours_overridden_at timestamptz;

-- Whether a closure of a space, or of the whole centre where none is named, closes another space: its own, and every one that
-- shares a cell with it. A closed hall closes its parts, a closed part closes the hall, and a part that shares no cell with it
-- stays open.
create function is_closed_with(p_space space, p_closed uuid) returns boolean language sql stable as $$
    select p_closed is null or p_closed = p_space.id
        or exists (select from space closed where closed.id = p_closed and closed.cells && p_space.cells)
$$;

-- Which closures concern a space. Everybody who asks whether a space is open asks this.
create view space_closure as
select s.id as space_id, s.centre_id, c.space_id as closed_space_id, c.starts_at, c.ends_at, c.since
from space s
join closure_known c on c.centre_id = s.centre_id and is_closed_with(s, c.space_id);

-- The sessions that stand in a closure which nobody has decided about since it is known: they have to be moved, cancelled or
-- confirmed.
create view session_in_closure as
select s.id as session_id, s.centre_id, c.closed_space_id, c.starts_at, c.ends_at
from session s
join space_closure c on c.space_id = s.space_id
where s.status = 'scheduled' and c.starts_at < s.ends_at and c.ends_at > s.starts_at
  and (s.hours_override is null or c.since > coalesce(s.hours_overridden_at, s.created_at));
