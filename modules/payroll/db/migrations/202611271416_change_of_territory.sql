-- Whoever is in another unit because theirs was divided has not moved.
alter table payroll.change drop constraint change_reason_known;
alter table payroll.change add constraint change_reason_known check (reason in
  ('new', 'listed', 'resumed', 'moved_in', 'raised', 'lowered', 'stopped', 'died', 'moved_out', 'suspended', 'arrears', 'arrears_ended',
   'needs_decision', 'territory_in', 'territory_out'));
