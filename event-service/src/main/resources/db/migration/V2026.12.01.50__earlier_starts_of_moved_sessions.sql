-- When a session that was announced was to begin before it was moved, the earliest first. Moving it back to one of them takes back what
-- came since. Another room, or another instant of the same wall time (new rules of a zone), is no move.
alter table session add earlier_starts timestamptz[] not null default '{}';

create function remember_earlier_start() returns trigger language plpgsql as $$
begin
    if array_position(old.earlier_starts, new.starts_at) is not null then
        new.earlier_starts := old.earlier_starts[: array_position(old.earlier_starts, new.starts_at) - 1];
    elsif (old.zone <> new.zone or old.starts_at at time zone old.zone <> new.starts_at at time zone new.zone)
            and exists (select from event e where e.id = new.event_id and e.announced_at is not null) then
        new.earlier_starts := old.earlier_starts || old.starts_at;
    end if;
    return new;
end $$;
create trigger earlier_start_is_remembered before update of starts_at on session
    for each row when (old.starts_at <> new.starts_at) execute function remember_earlier_start();
