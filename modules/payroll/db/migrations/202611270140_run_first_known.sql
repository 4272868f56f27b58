-- A run drawn up again knows more than before; what the next month has to look at again begins where it first knew something.
alter table payroll.run add column first_known_at timestamptz;
update payroll.run set first_known_at = known_at;
comment on column payroll.run.first_known_at is 'What was known when its lines were first drawn up; known_at is that of the lines there are.';
