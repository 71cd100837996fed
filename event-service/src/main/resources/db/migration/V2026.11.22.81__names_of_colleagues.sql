-- The user names of who works at a desk, by the account's stable name, so that colleagues read who did something; the audit
-- itself keeps the stable name alone.
create table colleague (
    subject  text        primary key,
    name     text        not null check (length(name) between 1 and 200),
    noted_at timestamptz not null
);
