-- The yearly budget («dự toán năm»): estimates as they were made, figure by figure. Sums over people, never a person.
create schema budget;

create table budget.estimate (
  id           uuid primary key default uuidv7(),
  request_id   uuid        not null,
  name         text        not null,
  year         smallint    not null,
  area_id      integer     not null references geography.area,
  base_month   platform.month not null,
  known_on     date        not null,
  assumptions  jsonb       not null,
  basis        jsonb       not null,
  backtest     jsonb,
  made_by      uuid        not null,
  made_name    text        not null,
  made_at      timestamptz not null,
  submitted_by   uuid,
  submitted_name text,
  submitted_at   timestamptz,
  constraint estimate_once_a_request unique (request_id),
  constraint estimate_named check (length(trim(name)) > 0),
  constraint estimate_submitted_as_a_whole check
    ((submitted_by is null) = (submitted_at is null) and (submitted_by is null) = (submitted_name is null)),
  constraint estimate_submitted_by_second check (submitted_by <> made_by)
);
create unique index estimate_name_once on budget.estimate (area_id, year, lower(name));
create unique index estimate_submitted_once on budget.estimate (area_id, year) where submitted_at is not null;
comment on table budget.estimate is 'An estimate of a year («bản dự toán») with what it took for granted; one of a year and unit is the one submitted.';
comment on column budget.estimate.basis is 'What it was reckoned from: versions of the register and the law, the life table, the trend by line, what was left out.';
comment on column budget.estimate.backtest is 'The same method begun a year earlier, beside what the lists of that year paid; null where there are too few lists.';

create table budget.figure (
  estimate_id uuid    not null references budget.estimate on delete cascade,
  month       platform.month not null,
  area_id     integer not null references geography.area,
  component   text    not null,
  law_group   text    not null,
  is_listed   boolean not null,
  base_people   integer not null,
  ageing_people integer not null default 0,
  law_people    integer not null default 0,
  deaths_people integer not null default 0,
  trend_people  integer not null default 0,
  base_amount   bigint  not null,
  ageing_amount bigint  not null default 0,
  law_amount    bigint  not null default 0,
  deaths_amount bigint  not null default 0,
  trend_amount  bigint  not null default 0,
  arrears_amount bigint not null default 0,
  primary key (estimate_id, month, area_id, component, law_group),
  constraint figure_people_not_negative check
    (base_people + ageing_people + law_people + deaths_people + trend_people >= 0),
  constraint figure_amount_not_negative check
    (base_amount + ageing_amount + law_amount + deaths_amount + trend_amount + arrears_amount >= 0),
  constraint figure_listed_is_as_listed check (not is_listed or
    (ageing_people, law_people, deaths_people, trend_people, ageing_amount, law_amount, deaths_amount, trend_amount)
    = (0, 0, 0, 0, 0, 0, 0, 0)),
  constraint figure_arrears_of_lists check (is_listed or arrears_amount = 0)
);
comment on table budget.figure is 'Grants («suất hưởng») and đồng of a month, commune and line, by what makes them up; every figure of an estimate is a sum of these.';
comment on column budget.figure.is_listed is 'Paid by an approved list already; all others are estimated.';

create table budget.range (
  estimate_id uuid    not null references budget.estimate on delete cascade,
  area_id     integer not null references geography.area,
  programme   text,
  component   text,
  law_group   text,
  month       platform.month,
  below       bigint  not null,
  above       bigint  not null,
  constraint range_once unique nulls not distinct (estimate_id, area_id, programme, component, law_group, month),
  constraint range_around_the_middle check (below >= 0 and above >= 0)
);
comment on table budget.range is 'How far below and above the middle a sum may come to lie («khoảng»): of the unit of the estimate, or of one commune; null is all of them.';

create function budget.assert_submitted_stays() returns trigger language plpgsql as $$
begin
  if old.submitted_at is not null then
    raise exception 'A submitted estimate is not changed' using errcode = 'check_violation', constraint = 'estimate_stays_submitted';
  end if;
  return coalesce(new, old);
end $$;
create trigger estimate_stays_submitted before update or delete on budget.estimate
  for each row execute function budget.assert_submitted_stays();
create function budget.assert_figures_stay() returns trigger language plpgsql as $$
begin
  raise exception 'Figures of an estimate are not changed' using errcode = 'check_violation', constraint = 'figure_stays';
end $$;
create trigger figure_stays before update on budget.figure for each row execute function budget.assert_figures_stay();

-- The second wall: whoever answers for the whole unit sees everything of it; a commune sees its own figures of the one submitted.
alter table budget.estimate enable row level security;
create policy of_area on budget.estimate using (
  area_id in (
    select area_id from geography.area_within
    where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or (submitted_at is not null and area_id in (
    select within_id from geography.area_within
    where area_id = nullif(current_setting('ansinh.area', true), '')::integer)));
do $$
declare name text;
begin
  foreach name in array array['figure', 'range'] loop
    execute format('alter table budget.%I enable row level security', name);
    execute format('create policy of_area on budget.%I using (
      estimate_id in (select id from budget.estimate)
      and area_id in (
        select area_id from geography.area_within
        where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
end $$;
