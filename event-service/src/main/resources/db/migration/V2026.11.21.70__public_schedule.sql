-- How often what a calendar must tell again has changed (RFC 5545, 3.8.7.4): time, place, whether it takes place. It is stored, so
-- that it stays what subscribers were told, and counted here, so that no way of changing a session forgets it.
alter table session add sequence integer not null default 0 check (sequence >= 0);
create function count_sequence() returns trigger language plpgsql as $$
begin
    new.sequence := old.sequence + 1;
    return new;
end $$;
create trigger session_is_told_again before update on session
    for each row when ((old.starts_at, old.ends_at, old.zone, old.space_id, old.venue, old.online, old.status)
        is distinct from (new.starts_at, new.ends_at, new.zone, new.space_id, new.venue, new.online, new.status))
    execute function count_sequence();

-- A text as it is searched: without case and accents. Pinned to its dictionary, for only so is it immutable.
create function folded(p_text text) returns text language sql immutable parallel safe as $$
    select extensions.unaccent('extensions.unaccent'::regdictionary, lower(p_text))
$$;
create function folded_texts(p_texts jsonb) returns text language sql immutable parallel safe as $$
    select folded(coalesce(string_agg(value, ' ' order by key), '')) from jsonb_each_text(coalesce(p_texts, '{}'))
$$;
alter table event add searched text
    generated always as (folded_texts(title) || ' ' || folded_texts(description)) stored;
create index event_searched on event using gin (searched extensions.gin_trgm_ops);

-- What the public schedule asks for.
create index session_of_space_in_order on session (space_id, starts_at, id) where space_id is not null;

alter table centre add address jsonb;
