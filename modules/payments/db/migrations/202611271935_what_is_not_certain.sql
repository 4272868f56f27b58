-- A file may have arrived though its receipt was lost: how often it was handed over is counted, so that a refusal of a later try is not
-- taken for one of the first.
alter table payments.envelope add column attempts integer not null default 0;
comment on column payments.envelope.attempts is 'How often its file has been handed over, or tried to be, since it was last refused for certain.';
update payments.envelope set attempts = 1 where state = 'sending';

-- What a provider said was rejected, or a place that nobody came to, was paid after all: a person says so, by the line that tells it.
create or replace function payments.assert_instruction_step() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and old.state || ' ' || new.state <> all (array[
      'ready sent', 'ready withdrawn', 'sent paid', 'sent returned', 'sent rejected', 'sent recalled', 'sent unclaimed',
      'paid returned', 'rejected paid', 'unclaimed paid'])
    or (old.id, old.envelope_id, old.end_to_end_id, old.payee_id, old.payee_name, old.amount, old.bank, old.account,
        old.holder, old.receiver, old.way_of)
      is distinct from
      (new.id, new.envelope_id, new.end_to_end_id, new.payee_id, new.payee_name, new.amount, new.bank, new.account,
        new.holder, new.receiver, new.way_of)
  then
    raise exception 'Instruction % does not go from % to %', old.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'instruction_step_known';
  end if;
  return new;
end $$;
