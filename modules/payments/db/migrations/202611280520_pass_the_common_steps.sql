-- A whole envelope is sent, and nearly all of it paid, in one command each: these two steps of an order that is otherwise the same need no
-- judging. Every other step, and every change of who receives what, is judged as before.
drop trigger instruction_step_known on payments.instruction;
create trigger instruction_step_known before update on payments.instruction
  for each row when (
    (old.state, new.state) not in (('ready', 'sent'), ('sent', 'paid'))
    or (old.id, old.envelope_id, old.end_to_end_id, old.payee_id, old.payee_name, old.amount, old.bank, old.account,
        old.holder, old.receiver, old.way_of)
      is distinct from
      (new.id, new.envelope_id, new.end_to_end_id, new.payee_id, new.payee_name, new.amount, new.bank, new.account,
        new.holder, new.receiver, new.way_of))
  execute function payments.assert_instruction_step();
