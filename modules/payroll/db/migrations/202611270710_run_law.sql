-- A rule whose text is corrected gives other amounts for months that were paid already; whoever draws up the next list has to
-- know that the last one was drawn up by another text.
alter table payroll.run add column law text;
comment on column payroll.run.law is
  'Fingerprint of the whole law its lines were drawn up by; null where that was not kept yet.';
