-- Keys by which a visitor is found in another script (ADR 39). NameSoundJob makes them; sounds_by is the rule that it made them by.
alter table visitor
    add name_sounds text[]   not null default '{}',
    add sounds_by   smallint not null default 0;
create index visitor_to_be_sounded on visitor (id) where sounds_by < 1 and forgotten_at is null;
