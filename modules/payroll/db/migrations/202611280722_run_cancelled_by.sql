-- Who gave a run up, when and why. Of runs given up before, nobody was asked.
alter table payroll.run
  add column cancelled_by   uuid,
  add column cancelled_name text,
  add column cancelled_at   timestamptz,
  add column cancel_reason  text,
  add constraint run_cancelled_with_reason check (
    cancelled_by is null or (cancelled_name is not null and cancelled_at is not null and length(trim(cancel_reason)) > 0));
