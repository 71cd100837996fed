-- What runs on a day is what began the day before or later, and the few sessions that are longer than a day.
create index session_over_a_day on session (starts_at, id) where ends_at - starts_at > interval '1 day';
