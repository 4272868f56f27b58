-- When nobody needs a file any more: from then its time to be kept runs out («thời hạn lưu»).
alter table platform.file add column released_at timestamptz;
comment on column platform.file.released_at is
  'When what it belonged to was done with; null while it is in use. What is deleted after how long, app/retention.ts says.';
create index file_by_purpose on platform.file (purpose, created_at);
create index file_by_sha256 on platform.file (sha256);
