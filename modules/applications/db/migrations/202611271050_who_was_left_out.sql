-- Whom a list does not name, though the unit pays them, and why.
alter table applications.batch
  add column left_out jsonb not null default '[]';
comment on column applications.batch.left_out is 'People whose award the unit pays and who are not on the list: {"personId", "why"}.';
