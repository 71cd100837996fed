-- Search folds what people write in several ways: Arabic letters with and without hamza, dots, vowel signs and tatweel; Kazakh
-- letters as their Russian neighbours, which is how they are typed on a Russian keyboard. All of it comes
-- after unaccent, which leaves these letters as they are.
create or replace function folded(p_text text) returns text language sql immutable parallel safe as $$
    select translate(
        regexp_replace(
            extensions.unaccent('extensions.unaccent'::regdictionary, lower(normalize(p_text, NFKC))),
            '[\u0640\u064B-\u065F\u0670\u06D6-\u06ED]', '', 'g'),
        'أإآٱىیئةۀؤکғқөұүәңіһё',
        'اااايييههوكгкоууанихе')
$$;

-- What is stored was folded the old way: written anew, a search finds it.
alter table event drop column searched;
alter table event add searched text
    generated always as (folded_texts(title) || ' ' || folded_texts(description)) stored;
create index event_searched on event using gin (searched extensions.gin_trgm_ops);
