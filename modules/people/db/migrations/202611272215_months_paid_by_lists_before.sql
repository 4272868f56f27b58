-- Whoever takes a list over says through which month the lists before have paid, so that no month is paid again as arrears.
alter table people.import add column paid_through platform.month;
comment on column people.import.paid_through is 'Of every row that names no month itself; null where nothing is said to have been paid.';

alter table people.import_row add column owed jsonb;
comment on column people.import_row.owed is 'By month, what the law gives for the months a next list of payment would look back at, when the row was checked; whatever was paid of them is for the reader to leave out.';
