-- A paper that has its number and words, and could not be signed: why, how often it was tried, and when it is tried again.
alter table applications.document
  add column signing_trouble text,
  add column tries           smallint not null default 0,
  add column try_again_at    timestamptz,
  add constraint document_trouble_while_pending check (signing_trouble is null or state = 'pending'),
  add constraint document_tried_again_after_trouble check (try_again_at is null or signing_trouble is not null);
comment on column applications.document.signing_trouble is 'Why the signing service or the key did not sign, in words of ours; null while nothing went wrong.';
comment on column applications.document.try_again_at is 'When it is tried again by itself; null beside a trouble that needs somebody first.';
