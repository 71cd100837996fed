-- The last number given out in each second, so that a reader who asks by time is led to a place in the feeds.
create table numbered_second (
    second      timestamptz primary key check (second = date_trunc('second', second)),
    last_number bigint      not null
);
insert into numbered_second (second, last_number)
select date_trunc('second', stamp), max(number) from feed_item group by 1;
