-- What in the register cannot be right, is missing or out of date («chất lượng dữ liệu»), found by rules, and what people
-- said of it.
create schema quality;

create table quality.finding (
  rule      text    not null,
  person_id uuid    not null references people.person on delete cascade,
  area_id   integer not null references geography.area,
  other_id  uuid    references people.person on delete cascade,
  since     date    not null,
  detail    jsonb   not null,
  monthly   bigint  not null default 0,
  primary key (rule, person_id),
  constraint finding_monthly check (monthly >= 0)
);
create index finding_by_area on quality.finding (area_id, rule);
create index finding_by_money on quality.finding (rule, monthly desc, since, person_id);
create index finding_of_person on quality.finding (person_id);
create index finding_of_other on quality.finding (other_id) where other_id is not null;
comment on table quality.finding is
  'A projection of the rules (modules/quality/domain/rules.ts) over the register as it is known now; a row goes when the data no longer breaks its rule.';
comment on column quality.finding.area_id is 'The unit the person lives in, as it is today.';
comment on column quality.finding.other_id is 'Whom it is about as well: the dead payee, the parent, who has the same account.';
comment on column quality.finding.since is 'The day from which it has been so, where the data says; otherwise the day it was found.';
comment on column quality.finding.monthly is 'Đồng the person has on the newest list.';

create table quality.exception (
  id            uuid primary key default uuidv7(),
  request_id    uuid not null unique,
  rule          text not null,
  person_id     uuid not null references people.person on delete cascade,
  detail        jsonb not null,
  reason        text not null,
  until         date,
  recorded_at   timestamptz not null,
  recorded_by   uuid not null,
  recorded_name text not null,
  ended_at      timestamptz,
  ended_by      uuid,
  ended_name    text,
  constraint exception_ended_by_somebody check (num_nulls(ended_at, ended_by, ended_name) in (0, 3))
);
create unique index exception_once on quality.exception (rule, person_id) where ended_at is null;
comment on table quality.exception is
  '«Đúng như vậy»: somebody looked and says that it is right as it stands. It counts until its day, and only while the same is found.';

create table quality.count (
  day     date    not null,
  rule    text    not null,
  area_id integer not null references geography.area,
  people  integer not null,
  monthly bigint  not null,
  primary key (day, rule, area_id),
  constraint count_of_somebody check (people > 0)
);
comment on table quality.count is
  'How many broke a rule on a day, unit by unit: the last look of each day, and of months gone by as the register was known then.';

create table quality.counted (
  day     date primary key,
  is_past boolean not null
);
comment on table quality.counted is 'Days that were counted: a rule without a row of that day had nobody.';
comment on column quality.counted.is_past is 'Counted afterwards, from what was known on the day; rules over data without a past are left out.';

create table quality.due (
  person_id uuid primary key
);
comment on table quality.due is 'Who is to be looked at again; whoever looks takes the rows away.';

alter table quality.finding enable row level security;
alter table quality.count enable row level security;
do $$
declare name text;
begin
  foreach name in array array['finding', 'count'] loop
    execute format('create policy of_area on quality.%I using (
      (select nullif(current_setting(''ansinh.area'', true), '''')::integer) = 0
      or area_id in (select area_id from geography.area_within
                     where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
  foreach name in array array['exception', 'due'] loop
    execute format('alter table quality.%I enable row level security', name);
    execute format('create policy of_person on quality.%I using (
      (select nullif(current_setting(''ansinh.area'', true), '''')::integer) = 0
      or exists (select from people.person where person.id = person_id))', name);
  end loop;
end $$;
