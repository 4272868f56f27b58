-- Which list pays a unit in a month, once it is approved, for whoever counts its payees.
create view payroll.public_approved_run with (security_invoker = true) as
select run_area.area_id, run.month, run.id as run_id, run.decided_at
from payroll.run_area join payroll.run on run.id = run_area.run_id
where run.state in ('approved', 'sent', 'reconciled', 'closed');
