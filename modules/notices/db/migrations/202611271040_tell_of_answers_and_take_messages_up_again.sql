-- Who wrote to an office without a file is told of the answer too.
alter table notices.notice alter column application_id drop not null;
comment on column notices.notice.application_id is 'The file it is about; null where somebody wrote to the office without one.';
alter table notices.refusal alter column application_id drop not null;

-- Whoever wanted no messages may want them again; that they did not is kept in the audit trail.
create policy of_system_ending on notices.refusal for delete using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0);
