-- Whoever acts for the whole country sees every row, which is asked once for a statement. Before, each table a statement names had all
-- units of all times gathered, fifteen thousand of them, to find each row's among them.
do $$
declare
  name text;
  within text := 'area_id in (select area_id from geography.area_within
    where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer)';
  is_country text := '(select nullif(current_setting(''ansinh.area'', true), '''')::integer) = 0';
begin
  foreach name in array array['posting', 'envelope_area', 'envelope_state', 'instruction', 'item', 'response', 'response_line',
    'recall', 'withholding'] loop
    execute format('alter policy of_area on payments.%I using (%s or %s)', name, is_country, within);
  end loop;
  execute format('alter policy of_area on payments.envelope using (%s or %s or id in (select envelope_id from payments.envelope_area))',
    is_country, within);
end $$;
