-- What agreements grant to the programs of partners, as centre-service tells it; nothing else of them is kept.
create table agreement (
    id                  uuid    primary key,
    version             bigint  not null,
    withdrawn           boolean not null,
    starts_on           date    not null,
    ends_on             date,
    client_id           text,
    requests_per_minute integer check (requests_per_minute > 0),
    constraint agreement_grants_to_a_client check ((client_id is null) = (requests_per_minute is null))
);
