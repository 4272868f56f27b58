-- What people send for their files: photographs and PDFs, cleaned when they came, kept apart until somebody took them.
create table applications.upload (
  id             uuid primary key default gen_random_uuid(),
  file_id        uuid        not null references platform.file,
  at             timestamptz not null,
  application_id uuid references applications.application
);
create index upload_of_application on applications.upload (application_id) where application_id is not null;
comment on table applications.upload is 'The id is at random: whoever has it may put the file into one application, once and within a day.';
alter table applications.upload enable row level security;
create policy of_system on applications.upload using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0);
