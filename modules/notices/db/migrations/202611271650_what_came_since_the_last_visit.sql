-- Up to which entry somebody had their inbox before them, so that what came since stands out, read or not.
create table notices.visit (
  user_id uuid primary key,
  through uuid not null,
  at      timestamptz not null
);
comment on table notices.visit is 'The latest entry somebody had before them when they last looked at their inbox.';
alter table notices.visit enable row level security;
create policy of_user on notices.visit using (
  user_id = (select nullif(current_setting('ansinh.user', true), '')::uuid));
