-- Who did what is written down for events and programmes as well. An entry is about one of them, or about a session or course and
-- perhaps a booking of it.
alter table audit
    alter opportunity_id drop not null,
    add event_id     uuid,
    add programme_id uuid,
    add constraint audit_is_of_one check (num_nonnulls(opportunity_id, event_id, programme_id) = 1),
    add constraint audit_of_a_booking_is_of_what_is_booked check (booking_id is null or opportunity_id is not null);
create index audit_by_event on audit (event_id, id) where event_id is not null;
create index audit_by_programme on audit (programme_id, id) where programme_id is not null;

-- Few sessions are ever short of equipment; whoever gives some back looks for them.
create index session_short_of_equipment on session (id) where short_of_equipment;
