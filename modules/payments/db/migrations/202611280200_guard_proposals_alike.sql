-- What one person asks for and another decides is guarded alike, whatever it is about: what was asked does not change, and what was decided
-- stays decided.
create function payments.assert_proposal_steps() returns trigger language plpgsql as $$
declare decided constant text[] := array['state', 'decided_by', 'decided_name', 'decided_at', 'note'];
begin
  if old.state <> 'asked' or to_jsonb(old) - decided is distinct from to_jsonb(new) - decided then
    raise exception '% % does not go from % to %', tg_table_name, new.id, old.state, new.state
      using errcode = 'check_violation', constraint = tg_table_name || '_step_known';
  end if;
  return new;
end $$;

do $$
declare name text;
begin
  foreach name in array array['fund_allocation', 'heir_request', 'recall_request', 'recovery_decision'] loop
    execute format('drop trigger %I on payments.%I', name || '_step_known', name);
    execute format('drop function payments.%I', 'assert_' || name || '_steps');
    execute format('create trigger %I before update on payments.%I for each row execute function payments.assert_proposal_steps()',
      name || '_step_known', name);
  end loop;
end $$;
