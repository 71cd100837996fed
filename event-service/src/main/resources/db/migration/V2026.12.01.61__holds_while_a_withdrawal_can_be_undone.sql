-- What a desk cancels can be undone for some seconds: until then its places are held, and offered to nobody.
alter table hold
    add booking_id uuid references booking,
    add entry_id   uuid references waiting_list_entry,
    add constraint hold_undoes_one_thing check (num_nonnulls(booking_id, entry_id) <= 1);
create unique index hold_undoes_booking on hold (booking_id) where status = 'live' and booking_id is not null;
create unique index hold_undoes_entry on hold (entry_id) where status = 'live' and entry_id is not null;
