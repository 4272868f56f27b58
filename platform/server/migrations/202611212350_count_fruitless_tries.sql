-- A job is given up when it is tried again and again without getting further; one that does may be interrupted often.
alter table platform.job
  add column tries integer not null default 0,
  add column furthest bigint not null default 0;
update platform.job set tries = attempt;
comment on column platform.job.tries is 'Attempts since it last got further than it had ever been.';
comment on column platform.job.furthest is 'The most it had done when the present attempt began.';
