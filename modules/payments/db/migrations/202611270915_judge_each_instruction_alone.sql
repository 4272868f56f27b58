-- Each changed row is judged by itself. Joining what was with what is took minutes for a province wherever the plan of the
-- join had been made for a handful of rows.
drop trigger instruction_step_known on payments.instruction;
drop function payments.assert_instruction_steps();

create function payments.assert_instruction_step() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and old.state || ' ' || new.state <> all (array[
      'ready sent', 'ready withdrawn', 'sent paid', 'sent returned', 'sent rejected', 'sent recalled', 'sent unclaimed',
      'paid returned'])
    or (old.id, old.envelope_id, old.end_to_end_id, old.payee_id, old.payee_name, old.amount, old.bank, old.account)
      is distinct from
      (new.id, new.envelope_id, new.end_to_end_id, new.payee_id, new.payee_name, new.amount, new.bank, new.account)
  then
    raise exception 'Instruction % does not go from % to %', old.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'instruction_step_known';
  end if;
  return new;
end $$;
create trigger instruction_step_known before update on payments.instruction
  for each row execute function payments.assert_instruction_step();
