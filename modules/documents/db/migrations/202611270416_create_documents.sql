-- What people sent in, and whether a scanner for malicious software has looked at it.
create schema documents;

create table documents.upload (
  file_id    uuid primary key references platform.file on delete cascade,
  state      text not null,
  scanned_at timestamptz,
  constraint upload_state_known check (state in ('unscanned', 'waiting', 'clean', 'infected')),
  constraint upload_scanned_when check ((scanned_at is not null) = (state in ('clean', 'infected')))
);
create index upload_waiting on documents.upload (file_id) where state = 'waiting';
comment on table documents.upload is
  'A file that came from outside. Unscanned: there is no scanner in this installation. Waiting: there is one, and it did not answer; the file is not given out. Infected: found by a later look; never given out.';
