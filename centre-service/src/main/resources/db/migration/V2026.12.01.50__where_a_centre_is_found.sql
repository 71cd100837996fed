-- How one finds a centre and gets in: nothing of it is known of the centres that there are.
alter table centre
    add postal_code text check (postal_code <> ''),
    add latitude    double precision check (latitude between -90 and 90),
    add longitude   double precision check (longitude between -180 and 180),
    add access      jsonb check (jsonb_typeof(access) = 'object'),
    add constraint centre_is_at_a_whole_point check ((latitude is null) = (longitude is null));
