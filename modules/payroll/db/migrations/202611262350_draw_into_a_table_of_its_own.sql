-- The first list of a month is copied into a table of its own, whose keys are made when it is full; then it becomes the
-- month’s part of payroll.line. Until the transaction ends nobody else can see it, so it needs no row-level security yet,
-- and without that COPY may write to it. The program owns no table, so it asks.
create function payroll.begin_month(wanted platform.month) returns text language plpgsql security definer
set search_path = pg_catalog as $$
declare name text := 'line_' || replace(wanted, '-', '_');
begin
  perform pg_advisory_xact_lock(hashtext('payroll.ensure_month'));
  if to_regclass('payroll.' || name) is not null then return null; end if;
  execute format('create table payroll.%I (like payroll.line including defaults including constraints)', name);
  execute format('alter table payroll.%I add constraint line_of_month check (month = %L)', name, wanted);
  return 'payroll.' || name;
end $$;
comment on function payroll.begin_month is 'Makes the table a month’s first list is copied into; null where the month has its part already.';

create function payroll.join_month(wanted platform.month) returns void language plpgsql security definer
set search_path = pg_catalog as $$
declare name text := 'line_' || replace(wanted, '-', '_');
begin
  execute format('alter table payroll.%I add primary key (month, run_id, person_id, component, benefit_month)', name);
  execute format('create unique index on payroll.%I (month, person_id, component) where kind = ''regular''', name);
  execute format('create index on payroll.%I (run_id, area_id)', name);
  execute format('alter table payroll.%I enable row level security', name);
  -- The constraint has proved already what the part is for.
  execute format('alter table payroll.line attach partition payroll.%I for values in (%L)', name, wanted);
  execute format('alter table payroll.%I drop constraint line_of_month', name);
end $$;
comment on function payroll.join_month is 'Makes the table of begin_month the month’s part of payroll.line, under the same keys as every other.';

-- Enough to plan by: a month’s rows come all at once, and until they are counted the planner takes a new run for an empty one.
create or replace function payroll.count_month(wanted platform.month) returns void language plpgsql security definer
set search_path = pg_catalog set default_statistics_target = 20 as $$
begin
  execute format('analyze payroll.%I (run_id, person_id, component, kind, area_id, rule, benefit_month)',
    'line_' || replace(wanted, '-', '_'));
  analyze payroll.roll (run_id, person_id);
  analyze payroll.change (run_id, person_id, component, reason);
end $$;

drop function payroll.ensure_month;
