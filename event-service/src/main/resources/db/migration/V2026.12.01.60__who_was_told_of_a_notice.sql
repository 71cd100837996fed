-- Until messages are sent, the desk tells people by telephone or mail: who did it, and when.
alter table notice
    add told_by text,
    add told_at timestamptz,
    add constraint notice_told_by_somebody check ((told_by is null) = (told_at is null));
create index notice_to_tell on notice (opportunity_id) where told_at is null and kind not in ('booking-confirmed', 'booking-cancelled');

-- The call list: what is still true of whom. A later notice replaces the earlier one of the same booking or entry; a cancellation that
-- was taken back within the hour, before anybody was told of it, concerns nobody; nor does an offer that was answered.
create view call_list as
    select n.id, n.kind, n.opportunity_id, l.session_id, t.centre_id, t.event_id, t.ends_at as opportunity_ends_at,
           n.visitor_id, coalesce(b.places, e.places, 1) as places, o.expires_at, n.created_at, n.told_by, n.told_at
    from notice n
    join opportunity_terms t on t.id = n.opportunity_id
    left join booking b on b.id = n.booking_id
    left join waiting_list_entry e on e.id = n.entry_id
    left join offer o on n.kind = 'place-offered' and o.id = cast(n.detail ->> 'offer' as uuid)
    cross join lateral (
        select coalesce(cast(n.detail ->> 'session' as uuid), case t.kind when 'session' then t.id end) as session_id) l
    where n.kind not in ('booking-confirmed', 'booking-cancelled')
      and case
            when n.kind = 'place-offered' then o.status = 'open'
            when n.kind in ('offer-expired', 'waiting-list-ended') or n.kind like '%-cancelled' then true
            else b.status = 'confirmed' or e.status in ('waiting', 'offered')
          end
      and not exists (
            select from notice later
            where later.opportunity_id = n.opportunity_id and later.id > n.id
              and (later.booking_id = n.booking_id or later.entry_id = n.entry_id)
              and (later.kind in ('session-cancelled', 'course-cancelled')
                   or coalesce(later.detail ->> 'session', '') = coalesce(n.detail ->> 'session', '')
                      and (later.kind = n.kind
                           or later.kind in ('session-moved', 'lesson-moved') and n.kind in ('session-moved', 'lesson-moved')
                           or later.kind = 'lesson-cancelled'
                           or later.kind like '%-restored' and (n.kind like '%-cancelled' or n.kind like '%-restored'))))
      and (n.kind not like '%-restored' or exists (
            select from notice earlier
            where earlier.opportunity_id = n.opportunity_id and earlier.id < n.id
              and (earlier.booking_id = n.booking_id or earlier.entry_id = n.entry_id)
              and earlier.kind = replace(n.kind, '-restored', '-cancelled')
              and coalesce(earlier.detail ->> 'session', '') = coalesce(n.detail ->> 'session', '')
              and (earlier.told_at is not null or earlier.created_at < n.created_at - interval '1 hour')));
