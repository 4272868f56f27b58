-- Another system that calls us is a user with a role for machines («tài khoản máy»); instead of a password it brings a key.
create table identity.machine_key (
  id         uuid primary key default uuidv7(),
  user_id    uuid not null references identity."user",
  hash       bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint machine_key_once unique (hash),
  constraint machine_key_ends_later check (expires_at > created_at)
);
create index machine_key_of_user on identity.machine_key (user_id);
comment on column identity.machine_key.hash is 'sha256 of the key, which has 256 random bits and is shown once, when it is made.';
