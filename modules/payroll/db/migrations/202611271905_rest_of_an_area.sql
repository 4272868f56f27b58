-- Where some units of an area have a list of their own already, the others are drawn up together («phần còn lại»).
alter table payroll.run add column except_ids integer[] not null default '{}';
comment on column payroll.run.except_ids is
  'Units of the area that were on other lists of the month when this one was opened: it was asked for without them.';
