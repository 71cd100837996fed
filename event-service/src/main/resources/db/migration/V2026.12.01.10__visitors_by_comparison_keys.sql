-- By what a visitor is known again: not by the letters that were typed. contact_key is a phone number as E.164 or a mail address without
-- case and with its domain in ASCII; the Java class ContactKey makes it, and SQL as well as it can for what is stored already.
alter table visitor
    add contact_key   text,
    add name_key      text,
    -- Which version of the rules made the contact's key: 0 is SQL, which knows no national forms of phone numbers.
    add keyed_by      smallint    not null default 0,
    -- The visitor who was here before under the same keys. Duplicates are reported, never merged.
    add duplicate_of  uuid        references visitor,
    -- When name, contact and language were removed, after keep_until.
    add forgotten_at  timestamptz;

create function contact_key(p_contact text) returns text language sql immutable parallel safe as $$
    select case
        when plain like '%@%' then lower(regexp_replace(plain, '\s', '', 'g'))
        when plain ~ '^\s*\+' then '+' || regexp_replace(plain, '[^0-9]', '', 'g')
        else regexp_replace(regexp_replace(plain, '[^0-9]', '', 'g'), '^00', '+')
    end
    from (select translate(normalize(p_contact, NFKC), '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789') as plain) as typed
$$;

-- A name without case, accents, width, kinds of blanks and of apostrophes. Not folded(): what the search takes for the same may grow, and
-- stored keys would not.
create function name_key(p_name text) returns text language sql immutable parallel safe as $$
    select btrim(regexp_replace(
        regexp_replace(
            extensions.unaccent('extensions.unaccent'::regdictionary, lower(normalize(
                translate(p_name, '’‘ʼʻʹ′`´ʾʿ＇ˈ‛', ''''''''''''''''''''''''''''), NFKC))),
            '[\u0300-\u036f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'),
        '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g'))
$$;

update visitor set contact_key = contact_key(contact), name_key = name_key(name);
update visitor v set duplicate_of = same.first_id
from (select id, first_value(id) over (partition by centre_id, contact_key, name_key order by created_at, id) as first_id
      from visitor) as same
where same.id = v.id and same.first_id <> v.id;

-- visitor_known_by_name_and_contact goes in R__places.sql, with the function that names it.
create unique index visitor_known on visitor (centre_id, contact_key, name_key) where duplicate_of is null;
create index visitor_by_contact on visitor (centre_id, contact_key);
create index visitor_to_be_keyed on visitor (id) where keyed_by = 0 and forgotten_at is null;
create index visitor_to_be_forgotten on visitor (keep_until) where forgotten_at is null;

do $$
declare
    duplicates bigint;
begin
    select count(*) into duplicates from visitor where duplicate_of is not null;
    if duplicates > 0 then
        raise notice '% visitors are known more than once: see the view duplicate_visitor', duplicates;
    end if;
end $$;
create view duplicate_visitor as
    select v.centre_id, v.id, v.duplicate_of, v.created_at from visitor v where v.duplicate_of is not null;

-- For whom places are held.
alter table hold add note text check (length(note) between 1 and 200);
