-- Money leaves the house on the word of a second person, whoever else forgets to ask: one that is nobody is none.
-- (run_second_person_decides and run_second_person_not_submitter say that it is somebody else.)
alter table payroll.run add constraint run_approved_by_somebody check (
  state not in ('approved', 'sent', 'reconciled', 'closed') or (decided_by is not null and decided_at is not null));

-- Arrears are what is missing of a month, so never more than the whole of it.
alter table payroll.line add constraint line_arrears_within_the_month check (
  kind <> 'arrears' or amount * 10 <= standard::bigint * coefficient * units);
