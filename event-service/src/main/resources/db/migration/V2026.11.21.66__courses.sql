-- What can be booked: a session, or a course with all its lessons. (OpenActive calls either an opportunity.)
create table opportunity (
    id   uuid primary key,
    kind text not null check (kind in ('session', 'course'))
);
insert into opportunity (id, kind) select id, 'session' from session;

create function be_an_opportunity() returns trigger language plpgsql as $$
begin
    execute format('insert into %I.opportunity (id, kind) values ($1, $2)', tg_table_schema) using new.id, tg_table_name;
    return new;
end $$;
create trigger session_is_an_opportunity before insert on session for each row execute function be_an_opportunity();
alter table session add constraint session_is_an_opportunity foreign key (id) references opportunity;

-- One enrolment for all lessons. Each lesson keeps the course's places; extra_places are beyond them, for who comes to one lesson
-- only: to make up for a missed one, and where drop_in allows it, anybody.
create table course (
    id                    uuid        primary key references opportunity,
    version               bigint      not null,
    event_id              uuid        not null references event,
    centre_id             text        not null references centre,
    capacity              integer     not null check (capacity > 0),
    minimum               integer,
    extra_places          integer     not null check (extra_places >= 0),
    drop_in               boolean     not null,
    lesson_price_amount   numeric(12, 2) check (lesson_price_amount >= 0),
    lesson_price_currency text        check (lesson_price_currency ~ '^[A-Z]{3}$'),
    status                text        not null check (status in ('scheduled', 'cancelled')),
    cancel_reason         jsonb,
    cancelled_at          timestamptz,
    planned_by            text        not null,
    created_at            timestamptz not null,
    constraint course_of_an_event unique (id, event_id),
    constraint course_minimum_fits check (minimum between 1 and capacity),
    constraint course_drop_in_has_places check (not drop_in or extra_places > 0),
    constraint course_lesson_price_has_a_currency check ((lesson_price_amount is null) = (lesson_price_currency is null)),
    constraint course_cancelled_at_a_time check ((status = 'cancelled') = (cancelled_at is not null))
);
create index course_by_event on course (event_id);
create index course_by_centre on course (centre_id, id);
create trigger course_is_an_opportunity before insert on course for each row execute function be_an_opportunity();

-- A lesson is of the course's event.
alter table session
    add course_id uuid,
    add constraint session_is_a_lesson_of_its_event foreign key (course_id, event_id) references course (id, event_id);
create index session_by_course on session (course_id, starts_at, id) where course_id is not null;
alter table series
    add course_id uuid,
    add constraint series_is_of_lessons_of_its_event foreign key (course_id, event_id) references course (id, event_id);

drop function settle_due_places(uuid, timestamptz, text);
drop function settle_places(uuid, timestamptz);
drop function book(
    bigint, text, text, text, text, text[], uuid, uuid, integer, uuid, text, text, text, uuid, uuid, timestamptz, text);
drop function cancel_booking(uuid, text, timestamptz, text);
drop function close_places(uuid, timestamptz, text);
drop function reopen_places(uuid, timestamptz, timestamptz, text);
drop function tell_everybody(uuid, text, jsonb, timestamptz);
drop function tell_availability(uuid, integer, integer, text);

-- Places, and what is had of them, are of whatever can be booked.
alter table session_places rename to places;
alter table places rename column session_id to opportunity_id;
alter table hold rename column session_id to opportunity_id;
alter table allocation rename column session_id to opportunity_id;
alter table waiting_list_entry rename column session_id to opportunity_id;
alter table offer rename column session_id to opportunity_id;
alter table booking rename column session_id to opportunity_id;
alter table notice rename column session_id to opportunity_id;
alter table audit rename column session_id to opportunity_id;
alter table places rename constraint session_places_pkey to places_pkey;
alter index session_places_by_expiry rename to places_by_expiry;
alter table places
    drop constraint session_places_session_id_fkey,
    add constraint places_of_an_opportunity foreign key (opportunity_id) references opportunity,
    -- What a lesson keeps for those enrolled in its course; counted in taken.
    add kept integer not null default 0,
    -- Whether what is left is for those alone who make up for a lesson they missed.
    add make_up_only boolean not null default false,
    add constraint places_kept_are_taken check (closed or kept between 0 and taken);

alter table booking
    drop constraint booking_cancelled_because_check,
    add constraint booking_cancelled_because check (
        cancelled_because in ('asked', 'session-cancelled', 'course-cancelled')),
    -- In years, on the day of the session or of the first lesson; one for each place.
    add ages          smallint[] check (cardinality(ages) = places),
    add make_up_for   uuid references booking,
    add missed_lesson uuid references session,
    add constraint booking_makes_up_for_a_lesson check ((make_up_for is null) = (missed_lesson is null));
create unique index booking_makes_up_once on booking (make_up_for, missed_lesson)
    where status = 'confirmed' and make_up_for is not null;
alter table waiting_list_entry add ages smallint[] check (cardinality(ages) = places);

-- Who came: how many of a booking, of the session itself or of its course.
create table attendance (
    session_id uuid        not null references session,
    booking_id uuid        not null references booking,
    present    integer     not null check (present >= 0),
    noted_by   text        not null,
    noted_at   timestamptz not null,
    primary key (session_id, booking_id)
);
create index attendance_by_booking on attendance (booking_id);

-- What decides who may have places of it: a course begins with its first lesson and is over with its last. Whoever knows the kind
-- asks the view of that kind: one question over both is planned anew each time, which a booking would feel.
create view session_terms as
    select s.id, 'session' as kind, s.centre_id, s.status, s.starts_at, s.ends_at, s.zone, s.event_id,
           case when s.course_id is null then e.price_amount else c.lesson_price_amount end as price_amount,
           case when s.course_id is null then e.price_currency else c.lesson_price_currency end as price_currency,
           e.places_per_contact, e.minimum_age, e.maximum_age
    from session s join event e on e.id = s.event_id left join course c on c.id = s.course_id;
create view course_terms as
    select c.id, 'course' as kind, c.centre_id, c.status, lessons.starts_at, lessons.ends_at, centre.zone, c.event_id,
           e.price_amount, e.price_currency, e.places_per_contact, e.minimum_age, e.maximum_age
    from course c
    join event e on e.id = c.event_id
    join centre on centre.id = c.centre_id
    cross join lateral (
        select coalesce(min(s.starts_at) filter (where s.status = 'scheduled'), min(s.starts_at)) as starts_at,
               coalesce(max(s.ends_at) filter (where s.status = 'scheduled'), max(s.ends_at)) as ends_at
        from session s where s.course_id = c.id) lessons;
create view opportunity_terms as select * from session_terms union all select * from course_terms;

-- Drafts of courses are told to nobody either.
drop trigger drafts_are_held_back on outbox;
drop function hold_drafts_back();
drop function is_draft_session(uuid);

-- Whether the event of a session or course was never announced. Asked again under a lock that an announcement waits for: either the
-- announcement sees what this transaction did and tells it, or this transaction sees the announcement.
create function is_draft(p_opportunity uuid) returns boolean language plpgsql as $$
declare
    of_event  uuid;
    announced timestamptz;
begin
    select e.id, e.announced_at into of_event, announced from event e
    where e.id = coalesce((select s.event_id from session s where s.id = p_opportunity),
                          (select c.event_id from course c where c.id = p_opportunity));
    if of_event is null or announced is not null then
        return false;
    end if;
    select e.announced_at into announced from event e where e.id = of_event for share;
    return announced is null;
end $$;

create function hold_drafts_back() returns trigger language plpgsql as $$
begin
    if new.topic is not null then
        return case when is_draft(new.key::uuid) then null else new end;
    end if;
    select jsonb_agg(moved.item order by moved.nth) into new.feed_items
    from jsonb_array_elements(new.feed_items) with ordinality as moved (item, nth)
    where moved.item ->> 'feed' not in ('sessions', 'courses') or not is_draft((moved.item ->> 'item')::uuid);
    return case when new.feed_items is null then null else new end;
end $$;
create trigger drafts_are_held_back before insert on outbox
    for each row when (new.topic is null or new.topic in ('event.sessions', 'event.courses', 'event.availability'))
    execute function hold_drafts_back();
