-- A file two units have a part in: the commune somebody leaves and the one they come to, the commune and a facility.
alter table applications.application
  add column other_area_id integer references geography.area,
  add column is_away       boolean not null default false,
  add constraint application_away_somewhere check (not is_away or other_area_id is not null);
create index application_of_other on applications.application (other_area_id) where other_area_id is not null;
comment on column applications.application.area_id is 'The unit that has the file in hand now.';
comment on column applications.application.other_area_id is 'The other unit with a part in it: where it comes from while it is away, where it will go or has been otherwise.';

drop policy of_area on applications.application;
create policy of_either_area on applications.application using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or other_area_id in (select area_id from geography.area_within
                       where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
-- What was issued on the way belongs to the file, whichever of its units issued it.
drop policy of_area on applications.document;
create policy of_area_or_application on applications.document using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or exists (select from applications.application where application.id = application_id));
drop policy of_area on applications.proposal;
create policy of_area_or_application on applications.proposal using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or exists (select from applications.application where application.id = application_id));

alter table applications.document
  add column certificate text;
comment on column applications.document.certificate is 'Whose certificate signed the PDF; null of one that only its QR code proves.';

create table applications.delegation (
  id           uuid primary key default uuidv7(),
  area_id      integer     not null references geography.area,
  deputy_id    uuid        not null,
  deputy_name  text        not null,
  document     text        not null,
  document_on  date        not null,
  during       daterange   not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid        not null,
  constraint delegation_not_empty check (not isempty(during)),
  constraint delegation_not_before_paper check (lower(during) >= document_on),
  constraint delegation_once_at_a_time exclude using gist (area_id with =, deputy_id with =, during with &&)
);
comment on table applications.delegation is 'By which paper a deputy signs for the chair («KT. CHỦ TỊCH»), and from when to when.';

create table applications.facility (
  id           uuid primary key default uuidv7(),
  area_id      integer     not null references geography.area,
  name         text        not null,
  superior     text,
  abbreviation text        not null,
  head_title   text        not null,
  head_id      uuid        not null,
  recorded_at  timestamptz not null,
  constraint facility_series_once unique (area_id, abbreviation),
  constraint facility_one_head unique (head_id)
);
comment on table applications.facility is 'Social assistance facilities («cơ sở trợ giúp xã hội») as their papers need them; a register of facilities is another matter.';
comment on column applications.facility.abbreviation is 'What follows the kind in the numbers it gives: 12/QĐ-TTBTXH.';

create table applications.batch (
  id            uuid primary key default uuidv7(),
  area_id       integer     not null references geography.area,
  benefit       text        not null,
  from_month    platform.month not null,
  reason        text        not null,
  citation      text        not null,
  rule_set      text        not null,
  unchanged     integer     not null,
  fingerprint   text        not null,
  state         text        not null default 'drafted',
  drafted_at    timestamptz not null,
  drafted_by    uuid        not null,
  drafted_name  text        not null,
  settled_at    timestamptz,
  settled_by    uuid,
  settled_name  text,
  return_reason text,
  constraint batch_state_known check (state in ('drafted', 'signed', 'returned')),
  constraint batch_settled check ((state = 'drafted') = (settled_at is null)),
  constraint batch_signed_by_another check (state <> 'signed' or settled_by <> drafted_by),
  constraint batch_returned_with_reason check (state <> 'returned' or return_reason is not null)
);
create unique index batch_one_open on applications.batch (area_id, benefit) where state = 'drafted';
comment on table applications.batch is 'A decision for a list («quyết định kèm danh sách»): everybody whom a new law moves to another amount.';

create table applications.batch_row (
  batch_id  uuid    not null references applications.batch,
  position  integer not null,
  award_id  uuid    not null,
  person_id uuid    not null references people.person,
  before    bigint  not null,
  after     bigint,
  arrears   bigint  not null,
  primary key (batch_id, position)
);
create index batch_row_of_person on applications.batch_row (person_id);

alter table applications.document
  add column batch_id uuid references applications.batch;
create unique index document_of_batch on applications.document (batch_id) where batch_id is not null;

alter table applications.delegation enable row level security;
create policy of_area on applications.delegation using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table applications.batch enable row level security;
create policy of_area on applications.batch using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table applications.batch_row enable row level security;
create policy of_batch on applications.batch_row using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from applications.batch where batch.id = batch_id));
