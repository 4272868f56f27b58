-- How the register is kept in step with the national population register («đồng bộ dân cư, hộ tịch»): up to which change it
-- was read, what became of each change, and who was compared with it.
create schema population;

create table population.sync (
  only_one        boolean primary key default true,
  last_number     bigint      not null default 0,
  newest_number   bigint      not null default 0,
  tries           integer     not null default 0,
  down_since      timestamptz,
  next_try_at     timestamptz,
  trouble         text,
  last_success_at timestamptz,
  constraint sync_only_one check (only_one),
  constraint sync_down check ((down_since is null) = (next_try_at is null) and (down_since is null) = (trouble is null))
);
comment on column population.sync.last_number is 'The number of the last change that was taken in; it moves with what it brought, in one transaction.';
comment on column population.sync.newest_number is 'The number of the newest change the other side told of.';
insert into population.sync default values;

create table population.entry (
  number      bigint primary key,
  kind        text,
  happened_on date,
  told_at     timestamptz,
  taken_at    timestamptz not null,
  outcome     text        not null,
  reason      text,
  person_id   uuid,
  request_id  uuid,
  given       jsonb,
  constraint entry_outcome_known check (outcome in
    ('recorded', 'known', 'outdated', 'asked', 'asked_before', 'unknown_person', 'refused')),
  constraint entry_refused_is_kept check ((outcome = 'refused') = (given is not null))
);
comment on table population.entry is 'What became of each change that was told. Of people who are not in this register nothing is kept but the number.';
comment on column population.entry.given is 'A change that was refused, as it came, so that it can be looked into.';
create index entry_refused on population.entry (number desc) where outcome = 'refused';
create index entry_asked on population.entry (number desc) where outcome in ('asked', 'asked_before');

create table population.verification (
  person_id   uuid primary key references people.person on delete cascade,
  outcome     text        not null,
  differs     text[]      not null default '{}',
  verified_at timestamptz not null,
  constraint verification_outcome_known check (outcome in ('match', 'mismatch', 'not_found'))
);
comment on table population.verification is 'How somebody compared with the population register when they were last compared; which fields differ, not what it has instead.';

alter table population.entry enable row level security;
create policy of_system on population.entry using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0);
comment on policy of_system on population.entry is 'Whoever looks after the sync sees numbers and outcomes, through the program, and nobody’s name.';
alter table population.verification enable row level security;
create policy of_person on population.verification using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id));
