-- In whose name the account is and who receives change no more than the account itself; the judge by statements is no more.
drop function if exists payments.assert_instruction_steps();

create or replace function payments.assert_instruction_step() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and old.state || ' ' || new.state <> all (array[
      'ready sent', 'ready withdrawn', 'sent paid', 'sent returned', 'sent rejected', 'sent recalled', 'sent unclaimed',
      'paid returned'])
    or (old.id, old.envelope_id, old.end_to_end_id, old.payee_id, old.payee_name, old.amount, old.bank, old.account,
        old.holder, old.receiver)
      is distinct from
      (new.id, new.envelope_id, new.end_to_end_id, new.payee_id, new.payee_name, new.amount, new.bank, new.account,
        new.holder, new.receiver)
  then
    raise exception 'Instruction % does not go from % to %', old.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'instruction_step_known';
  end if;
  return new;
end $$;
