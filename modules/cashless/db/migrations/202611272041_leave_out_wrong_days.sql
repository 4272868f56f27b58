-- Nobody is paid before the list was approved: such a day is a wrong one, left out of the days and counted.
alter table cashless.result add column misdated integer not null default 0,
  add constraint result_misdated check (misdated >= 0 and waited + misdated <= orders);
comment on column cashless.result.misdated is 'Of the orders, how many are said to have been paid before their approval: in no sum of days.';
