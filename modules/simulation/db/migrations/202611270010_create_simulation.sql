-- The policy simulator («Mô phỏng chính sách»): what somebody thought of changing, and what it would have cost.
create schema simulation;

create table simulation.scenario (
  id          uuid primary key default uuidv7(),
  name        text        not null,
  -- The area of whoever saved it: the figures are of what they see.
  area_id     integer     not null references geography.area,
  owner_id    uuid        not null,
  owner_name  text        not null,
  is_shared   boolean     not null default false,
  scenario    jsonb       not null,
  result      jsonb       not null,
  revision    integer     not null default 1,
  saved_at    timestamptz not null default now(),
  request_id  uuid        not null,
  constraint scenario_named check (length(trim(name)) > 0),
  constraint scenario_once_a_request unique (request_id)
);
create unique index scenario_name_once on simulation.scenario (area_id, owner_id, lower(name));
comment on table simulation.scenario is 'A saved scenario («kịch bản») with the figures it had when it was saved.';
comment on column simulation.scenario.owner_name is 'As it was then.';
comment on column simulation.scenario.result is 'Totals only: nobody’s name, and no group of fewer than five in a commune.';

-- The second wall: whoever answers for the whole area it was reckoned for, and of those the owner alone until it is shared.
alter table simulation.scenario enable row level security;
create policy of_area on simulation.scenario using (
  area_id in (
    select area_id from geography.area_within
    where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  and (is_shared or owner_id::text = current_setting('ansinh.user', true)));
