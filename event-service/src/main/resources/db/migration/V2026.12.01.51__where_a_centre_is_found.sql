-- The copies of centres say how one finds them, as soon as centre-service tells it.
alter table centre
    add postal_code text,
    add latitude    double precision,
    add longitude   double precision,
    add access      jsonb;
