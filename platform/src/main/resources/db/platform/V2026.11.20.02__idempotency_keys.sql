-- Answers to requests that may be repeated: the same caller, operation and key get the same answer again.
create table idempotency_key (
    caller      text        not null,
    operation   text        not null,
    key         text        not null,
    body_hash   text        not null,
    answer      text        not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (caller, operation, key)
);
create index idempotency_key_by_age on idempotency_key (recorded_at);
