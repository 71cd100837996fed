-- The image of an event, one at most. Whoever lists events reads this row alone: the pixels lie apart.
create table event_image (
    id           uuid        primary key, -- new with each upload, so that an address always leads to the same pixels
    event_id     uuid        not null unique references event,
    version      bigint      not null,
    media_type   text        not null check (media_type in ('image/jpeg', 'image/png')),
    width        integer     not null check (width between 1 and 1600),
    height       integer     not null check (height > 0),
    small_width  integer     not null check (small_width between 1 and 480),
    small_height integer     not null check (small_height > 0),
    alt          jsonb       check (jsonb_typeof(alt) = 'object' and alt <> '{}'),
    created_at   timestamptz not null
);

-- Each size of an image. One that was replaced stays for a while: a page or a feed that was made before still leads to it.
create table image_file (
    image_id    uuid        not null,
    width       integer     not null,
    height      integer     not null,
    event_id    uuid        not null references event,
    media_type  text        not null check (media_type in ('image/jpeg', 'image/png')),
    sha256      bytea       not null check (length(sha256) = 32),
    bytes       bytea       not null,
    replaced_at timestamptz,
    primary key (image_id, width)
);
alter table image_file alter bytes set storage external; -- it is compressed already
create index image_file_by_event on image_file (event_id);
create index image_file_replaced on image_file (replaced_at) where replaced_at is not null;
