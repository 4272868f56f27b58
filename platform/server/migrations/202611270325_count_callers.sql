-- How often somebody who has not signed in asks: by a keyed digest of where they come from, never the address itself.
create unlogged table platform.caller (
  key   text primary key,
  count integer     not null,
  since timestamptz not null,
  constraint caller_counted check (count > 0)
);
comment on table platform.caller is 'Requests counted in windows that end; nothing here outlives a day, and nothing tells who it was.';

create table platform.spent_proof (
  challenge  text primary key,
  expires_at timestamptz not null
);
comment on table platform.spent_proof is 'Challenges that were answered with work, so that none is answered twice.';
