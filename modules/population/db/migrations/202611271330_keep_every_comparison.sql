-- Every comparison with the population register, not only the last: who asked, when, and what differed.
create table population.comparison (
  id          uuid primary key default uuidv7(),
  person_id   uuid        not null references people.person on delete cascade,
  outcome     text        not null,
  differs     text[]      not null default '{}',
  compared_at timestamptz not null,
  asked_by    uuid        not null,
  asked_name  text        not null,
  constraint comparison_outcome_known check (outcome in ('match', 'mismatch', 'not_found'))
);
create index comparison_of_person on population.comparison (person_id, compared_at);
comment on table population.comparison is 'What the population register answered each time, with the fields that differ and never what it has instead; nothing is changed in it.';
alter table population.comparison enable row level security;
create policy of_person on population.comparison using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id));
