-- What made an order due to nobody may turn out to be none: a death that was not, two records that are two people. It is due again.
alter table payments.entry drop constraint entry_kind_known;
alter table payments.entry add constraint entry_kind_known check (kind in
  ('fund_allocated', 'fund_reduced', 'envelope_approved', 'envelope_cancelled', 'envelope_sent', 'paid', 'returned', 'recalled',
   'owed_again', 'refunded', 'recovery_opened', 'recovery_repaid', 'recovery_offset', 'recovery_written_off'));

create table payments.due_again (
  instruction_id uuid not null,
  person_id      uuid not null,
  component      text not null,
  benefit_month  platform.month not null,
  is_owed        boolean not null,
  withheld       bigint not null,
  area_id        integer not null,
  made_at        timestamptz not null,
  made_by        uuid not null,
  primary key (instruction_id, person_id, component, benefit_month),
  foreign key (instruction_id, person_id, component, benefit_month) references payments.item,
  constraint due_again_withheld_before_it_is_owed check (withheld >= 0 and (withheld = 0 or not is_owed))
);
comment on table payments.due_again is 'What was called back of an order and is due after all («lại được chi»): it goes with the next list.';
comment on column payments.due_again.is_owed is 'Whether the books owe it; where not, whoever orders it anew owes it anew, and by a budget held anew.';
comment on column payments.due_again.withheld is 'What was to be withheld of it and never was: it is ordered anew whole.';

alter table payments.due_again enable row level security;
create policy of_area on payments.due_again using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0 or area_id in (
    select area_id from geography.area_within
    where within_id = nullif(current_setting('ansinh.area', true), '')::integer));

-- An order that was withdrawn goes with its list after all, as long as nobody has approved that.
create or replace function payments.assert_instruction_step() returns trigger language plpgsql as $$
begin
  if (old.state <> new.state and old.state || ' ' || new.state <> all (array[
      'ready sent', 'ready withdrawn', 'sent paid', 'sent returned', 'sent rejected', 'sent recalled', 'sent unclaimed',
      'paid returned', 'rejected paid', 'unclaimed paid', 'withdrawn ready']))
    or (old.state = 'withdrawn' and new.state = 'ready' and not exists (
      select from payments.envelope where id = new.envelope_id and state in ('draft', 'checked')))
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
