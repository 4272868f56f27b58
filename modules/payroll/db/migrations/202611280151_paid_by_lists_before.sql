-- A month that a list of before had paid already was paid twice, though there was a right to it.
alter table payroll.overpaid drop constraint overpaid_cause_known;
alter table payroll.overpaid add constraint overpaid_cause_known
  check (cause in ('died', 'not_entitled', 'lower_amount', 'paid_before'));
