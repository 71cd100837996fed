-- What an agreement grants to the programs of a partner: the client they sign in as, and how much it may ask for.
alter table agreement add access jsonb check (jsonb_typeof(access) = 'object');
