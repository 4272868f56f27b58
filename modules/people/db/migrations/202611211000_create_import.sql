-- Lists brought in from workbooks («nhập từ Excel»). A row waits here, understood and judged, until it is taken into
-- the register; each is taken in its own savepoint with its mark, so nothing is ever half applied or applied twice.
create table people.import (
  id            uuid primary key default uuidv7(),
  area_id       integer     not null references geography.area,
  file_id       uuid        not null references platform.file,
  file_name     text        not null,
  sha256        text        not null,
  state         text        not null,
  sheet         text        not null,
  header_row    integer     not null,
  first_row     integer     not null,
  columns       jsonb       not null,
  mapping       jsonb       not null,
  formulas      integer     not null default 0,
  row_count     integer     not null default 0,
  job_id        uuid,
  created_at    timestamptz not null,
  created_by    uuid        not null,
  applied_at    timestamptz,
  constraint import_state_known
    check (state in ('mapping', 'checking', 'checked', 'applying', 'applied', 'cancelled')),
  constraint import_applied_at check ((state = 'applied') = (applied_at is not null))
);
create unique index import_once on people.import (area_id, sha256) where state <> 'cancelled';
create index import_of_area on people.import (area_id, created_at);
comment on column people.import.area_id is 'For which unit the list is; rows of other units are refused.';
comment on column people.import.mapping is 'What each column of the sheet holds, by position; see domain/import/fields.ts.';

create table people.import_row (
  import_id  uuid    not null references people.import on delete cascade,
  row_number integer not null,
  label      text    not null,
  person     jsonb,
  findings   jsonb   not null,
  verdict    text    not null,
  accepted   text[]  not null default '{}',
  person_id  uuid    references people.person on delete set null,
  applied_at timestamptz,
  primary key (import_id, row_number),
  constraint import_row_verdict_known check (verdict in ('ready', 'look', 'refused', 'known')),
  constraint import_row_understood check (verdict = 'refused' or person is not null),
  constraint import_row_applied_only_when_good check (applied_at is null or verdict = 'ready')
);
create index import_row_by_verdict on people.import_row (import_id, verdict, row_number);
comment on column people.import_row.label is 'The name as the cell has it, to know the row by.';
comment on column people.import_row.person is 'The person as they will be taken in; null where the row cannot be understood.';
comment on column people.import_row.accepted is 'Codes of findings somebody has looked at and accepted.';
comment on column people.import_row.person_id is 'Whom the row was found to be, or became.';

alter table people.import enable row level security;
create policy of_area on people.import using (area_id in (
  select area_id from geography.area_within
  where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table people.import_row enable row level security;
create policy of_import on people.import_row using (exists (select from people.import where import.id = import_id));
