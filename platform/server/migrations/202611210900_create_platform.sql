-- What every module stands on: work that outlives a request, events, and files.
create schema platform;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create domain platform.month as text check (value ~ '^\d{4}-(0[1-9]|1[0-2])$');
comment on domain platform.month is 'A calendar month, YYYY-MM, as in kernel/civil-date.ts.';

create table platform.job (
  id           uuid primary key default uuidv7(),
  kind         text        not null,
  once         text,
  input        jsonb       not null,
  actor        jsonb       not null,
  state        text        not null default 'waiting',
  attempt      integer     not null default 0,
  due_at       timestamptz not null default now(),
  leased_until timestamptz,
  done         bigint      not null default 0,
  total        bigint,
  stage        text,
  cancel_asked boolean     not null default false,
  output       jsonb,
  problem      jsonb,
  created_at   timestamptz not null default now(),
  ended_at     timestamptz,
  constraint job_state_known check (state in ('waiting', 'running', 'done', 'failed', 'cancelled'))
);
create unique index job_once_while_open on platform.job (kind, once) where state in ('waiting', 'running');
create index job_due on platform.job (due_at) where state in ('waiting', 'running');
comment on column platform.job.once is 'Two open jobs of one kind never have the same; null where that does not matter.';
comment on column platform.job.actor is 'On whose behalf: user, area, permissions, as they were when the work was asked for.';
comment on column platform.job.problem is 'The problem that ended it, {code, details}; the words are the web''s.';

create table platform.event (
  id          bigint generated always as identity primary key,
  type        text        not null,
  payload     jsonb       not null,
  recorded_at timestamptz not null default now()
);
create table platform.delivery (
  event_id   bigint not null references platform.event,
  subscriber text   not null,
  attempt    integer not null default 0,
  due_at     timestamptz not null default now(),
  done_at    timestamptz,
  error      text,
  primary key (event_id, subscriber)
);
create index delivery_due on platform.delivery (due_at) where done_at is null;
comment on table platform.delivery is 'Written with its event; the subscriber marks it done in the transaction of its own work.';

create table platform.file (
  id          uuid primary key default uuidv7(),
  name        text        not null,
  media_type  text        not null,
  size        bigint      not null,
  sha256      text        not null,
  owner_id    uuid        not null,
  purpose     text        not null,
  created_at  timestamptz not null default now()
);
comment on table platform.file is 'What a person uploaded or we made for them; the bytes lie in the files directory under their sha256.';

create table platform.setting (
  key   text primary key,
  value jsonb not null
);
comment on table platform.setting is 'What an installation is: whether it shows a demonstration, which province it serves, since which month it pays.';
