-- Lines are read at once by what is counted from them, so they are counted for the planner as soon as they are there: it
-- took a new run for a single row, and looked up the name of everybody by itself. Names and changes are read afterwards.
create function payroll.count_lines(wanted platform.month) returns void language plpgsql security definer
set search_path = pg_catalog set default_statistics_target = 20 as $$
begin
  execute format(
    'analyze payroll.%I (month, run_id, person_id, payee_id, component, kind, area_id, pay_point_id, rule, benefit_month)',
    'line_' || replace(wanted, '-', '_'));
end $$;
comment on function payroll.count_lines is 'Tells the planner of a month’s lines, which come all at once.';

create function payroll.count_run() returns void language plpgsql security definer
set search_path = pg_catalog set default_statistics_target = 20 as $$
begin
  analyze payroll.roll (run_id, person_id);
  analyze payroll.change (run_id, person_id, component, reason);
end $$;
comment on function payroll.count_run is 'Tells the planner of a run’s names and changes, which come all at once.';

drop function payroll.count_month;
