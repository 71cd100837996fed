-- What a word that is searched for may look like, as patterns over folded text: as it was typed, and its stem in the languages for which
-- PostgreSQL has one, so that "фильмы" finds what "фильм" finds. A stemmer leaves words of other scripts as they are; a
-- stem of less than three letters would find everything.
create function search_patterns(p_word text) returns setof text language sql stable parallel safe as $$
    select distinct '%' || regexp_replace(folded(form), '([\\%_])', '\\\1', 'g') || '%'
    from (
        select p_word as form
        union all
        select stem
        from unnest(array['pg_catalog.russian_stem', 'pg_catalog.english_stem', 'pg_catalog.french_stem',
                          'pg_catalog.arabic_stem']::regdictionary[]) as language,
             unnest(ts_lexize(language, lower(normalize(p_word, NFKC)))) as stem
        where length(stem) >= 3) forms
$$;

-- The place of a session that is at no centre's own space, as it is searched.
alter table session add venue_searched text
    generated always as (folded_texts(venue -> 'name') || ' ' || folded_texts(venue -> 'city')) stored;
