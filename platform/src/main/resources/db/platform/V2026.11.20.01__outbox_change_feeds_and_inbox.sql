-- What happened and has not reached Kafka yet. A row is written in the transaction of the change it tells of.
create table outbox (
    id          bigint generated always as identity primary key,
    event_id    uuid        not null default gen_random_uuid(),
    topic       text,
    type        text,
    key         text,
    data        jsonb,
    feed_items  jsonb,
    traceparent text,
    recorded_at timestamptz not null default clock_timestamp(),
    number      bigint,
    stamp       timestamptz,
    constraint outbox_fact_is_whole check (num_nulls(topic, type, key, data) in (0, 4)),
    constraint outbox_number_has_stamp check ((number is null) = (stamp is null))
);
create index outbox_waiting_for_number on outbox (id) where number is null;
create unique index outbox_waiting_to_be_sent on outbox (number) where number is not null;

-- The one row from which the relay that leads hands out numbers, after commit, one writer at a time.
create table sequencer (
    only_row    boolean     primary key default true check (only_row),
    last_number bigint      not null default 0,
    last_stamp  timestamptz not null default clock_timestamp()
);
insert into sequencer default values;

-- Change feeds: each item once in each feed, moved to the end when it changes.
create table feed_item (
    feed    text        not null,
    item    text        not null,
    number  bigint      not null,
    stamp   timestamptz not null,
    deleted boolean     not null default false,
    primary key (feed, item)
);
create unique index feed_item_in_order on feed_item (feed, number, item);

-- The facts a consumer has taken in, so that one that comes twice counts once.
create table inbox (
    event_id    text        primary key,
    received_at timestamptz not null default clock_timestamp()
);
create index inbox_by_age on inbox (received_at);
