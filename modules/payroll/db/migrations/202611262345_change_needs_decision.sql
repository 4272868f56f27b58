-- Whose award has lapsed and who meets the conditions again is named in every run until somebody decides.
alter table payroll.change drop constraint change_reason_known;
alter table payroll.change add constraint change_reason_known check (reason in
  ('new', 'resumed', 'moved_in', 'raised', 'lowered', 'stopped', 'died', 'moved_out', 'suspended', 'arrears', 'arrears_ended',
   'needs_decision'));
