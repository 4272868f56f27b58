-- Territory («địa giới»): reforms of communes as files of lines, tried before they are applied, one transaction for each day.
create schema territory;

create table territory.reform (
  id           uuid primary key default uuidv7(),
  file_name    text not null,
  digest       text not null,
  lines        jsonb not null,
  area_id      integer not null,
  created_at   timestamptz not null,
  created_by   uuid not null,
  created_name text not null
);
comment on table territory.reform is 'A file of changes («tệp điều chỉnh địa giới») as it was read, with what was found in each line.';
comment on column territory.reform.area_id is 'Of whoever sent it: only whoever answers for all of it sees it.';
create index reform_digest on territory.reform (digest);

create table territory.step (
  id           uuid primary key default uuidv7(),
  reform_id    uuid not null references territory.reform,
  effective    date not null,
  state        text not null,
  plan         jsonb not null,
  figures      jsonb,
  outcome      jsonb,
  job_id       uuid,
  ordered_at   timestamptz,
  ordered_by   uuid,
  ordered_name text,
  applied_at   timestamptz,
  constraint step_day_once unique (reform_id, effective),
  constraint step_state_known check (state in ('planned', 'ordered', 'applied', 'cancelled')),
  constraint step_ordered_by_somebody check (state not in ('ordered', 'applied') or ordered_by is not null),
  constraint step_applied_with_outcome check ((state = 'applied') = (applied_at is not null and outcome is not null))
);
comment on table territory.step is 'What a reform does on one day («bước»): tried as often as wanted, applied once, in one transaction.';
comment on column territory.step.figures is 'What was counted in each unit just before it was applied.';

create table territory.to_place (
  step_id   uuid not null references territory.step,
  person_id uuid not null references people.person on delete cascade,
  area_id   integer not null references geography.area,
  placed_at timestamptz,
  placed_by uuid,
  primary key (step_id, person_id)
);
comment on table territory.to_place is 'People of a divided unit whose village nobody knows: somebody there says which part they live in.';
create index to_place_open on territory.to_place (area_id) where placed_at is null;

alter table territory.to_place enable row level security;
create policy of_person on territory.to_place using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id));
