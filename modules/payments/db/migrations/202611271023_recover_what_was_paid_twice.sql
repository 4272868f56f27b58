-- One person under two records was paid twice («chi trùng»): found when the records were merged.
alter table payments.recovery drop constraint recovery_cause_known;
alter table payments.recovery add constraint recovery_cause_known
  check (cause in ('died', 'not_entitled', 'lower_amount', 'paid_twice'));
