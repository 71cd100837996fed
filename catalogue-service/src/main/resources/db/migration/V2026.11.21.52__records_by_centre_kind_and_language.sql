-- What a centre keeps or holds, a kind, a language: each is a word of one of two arrays, and a set has a colon where a language
-- has none. One index serves any combination of them; without it, a question with few answers reads every record.
create index record_by_facets on record using gin ((sets || languages));
