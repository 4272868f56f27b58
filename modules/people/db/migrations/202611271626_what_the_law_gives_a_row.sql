-- What the law gives somebody a list says receives something, when the row was checked.
alter table people.import_row add column lawful bigint;
comment on column people.import_row.lawful is 'Each month, by the facts of the list and the register, in the month of the check; null where the row stands for no award.';
