-- An order is written twice after it was made: when it is sent, and when it has been paid. Both leave every column of every index as it
-- is, so that the database writes the row in its place and no index anew; before, a province wrote three hundred thousand entries each time.
alter table payments.instruction add column not_paid text generated always as
  (case when state in ('returned', 'rejected', 'recalled', 'unclaimed', 'withdrawn') then state end) stored;
comment on column payments.instruction.not_paid is 'How an order ended that was not paid: its state, for indexes, which those that are paid never enter.';
-- Half of each page is kept for what its rows become.
alter table payments.instruction set (fillfactor = 50);

drop index payments.instruction_of_payee_once;
create unique index instruction_of_payee_once on payments.instruction (run_id, payee_id, coalesce(way_of, ''))
  where replaces_id is null and not_paid is distinct from 'withdrawn';
drop index payments.instruction_of_one_off_once;
create unique index instruction_of_one_off_once on payments.instruction (one_off_id)
  where one_off_id is not null and replaces_id is null and not_paid is distinct from 'withdrawn';
drop index payments.instruction_unpaid;
drop index payments.instruction_not_paid;
create index instruction_not_paid on payments.instruction (envelope_id, not_paid, number) where not_paid is not null;
drop index payments.instruction_held_for_the_dead;
create index instruction_held_for_the_dead on payments.instruction (area_id) where reason = 'payee_died';
