-- What taking a list in would come to, counted stretch by stretch of its rows; killed anywhere, counting goes on after the last.
create table changes.import_count (
  import_id    uuid        primary key references people.import on delete cascade,
  job_id       uuid        not null,
  started_at   timestamptz not null,
  finished_at  timestamptz,
  ready        integer     not null,
  counted      integer     not null default 0,
  after_row    integer     not null default 0,
  people       integer     not null default 0,
  first_month  text,
  last_month   text,
  constraint import_count_of_rows check (counted >= 0 and ready >= 0)
);
comment on table changes.import_count is 'How far it was counted what a list would come to in money.';
comment on column changes.import_count.ready is 'How many rows were ready when the counting began.';
comment on column changes.import_count.after_row is 'The last row that was counted.';

create table changes.import_effect (
  id         uuid    primary key default uuidv7(),
  import_id  uuid    not null references changes.import_count on delete cascade,
  person_id  uuid    not null references people.person on delete cascade,
  component  text    not null,
  first_month text   not null,
  last_month text,
  before     bigint  not null,
  after      bigint  not null,
  is_awarded boolean not null,
  constraint import_effect_differs check (before <> after)
);
comment on table changes.import_effect is 'Months in which somebody would be given otherwise, in đồng a month, were a list taken in.';
create index import_effect_by_size on changes.import_effect (import_id, is_awarded desc, abs(after - before) desc, id);

alter table changes.import_count enable row level security;
create policy of_import on changes.import_count using (exists (select from people.import where import.id = import_id));
alter table changes.import_effect enable row level security;
create policy of_import on changes.import_effect using (exists (select from people.import where import.id = import_id));
