-- Requests to sign in, counted by address in windows that end; the count of the library this replaces ended only after silence.
create unlogged table identity.visits (
  key   text primary key,
  count integer     not null,
  since timestamptz not null,
  constraint visits_counted check (count > 0)
);
comment on table identity.visits is 'How often an address asked for a path since its window began; nothing here outlives a minute.';
comment on column identity.visits.key is 'Address and path.';

drop table identity.rate_limit;
