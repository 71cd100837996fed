-- Up to which number tombstones of a feed are no longer kept: whoever stopped reading before it may hold what is gone.
create table forgotten_tombstone (
    feed   text   primary key,
    number bigint not null
);
