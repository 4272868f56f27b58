-- A month that a list of before this system had paid already is asked back, too.
alter table payments.recovery drop constraint recovery_cause_known;
alter table payments.recovery add constraint recovery_cause_known
  check (cause in ('died', 'not_entitled', 'lower_amount', 'paid_twice', 'paid_before'));
