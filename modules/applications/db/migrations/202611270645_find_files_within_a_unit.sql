-- A word is looked for within the units of whoever asks, so that what a commune pays for a search does not grow with the
-- province; and what the views of the queue count lies in small indexes of their own.
alter table applications.application add constraint application_of_area_once unique (id, area_id);
alter table applications.search_term add column area_id integer;
update applications.search_term set area_id = application.area_id
  from applications.application where application.id = search_term.application_id;
alter table applications.search_term
  alter column area_id set not null,
  drop constraint search_term_application_id_fkey,
  drop constraint search_term_once,
  add constraint search_term_once primary key (term, area_id, application_id),
  add constraint search_term_of_application_in_area foreign key (application_id, area_id)
    references applications.application (id, area_id) on delete cascade on update cascade;
comment on column applications.search_term.area_id is 'The unit of the file, which goes with it.';

-- The unit itself is asked for, and no longer the file behind every word.
drop policy of_application on applications.search_term;
create policy of_area on applications.search_term using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));

create index application_due on applications.application (area_id, act_by) include (is_confidential)
  where closed_at is null;
create index application_unassigned on applications.application
  (area_id, coalesce(act_by, 'infinity'::timestamptz), id) include (is_confidential)
  where closed_at is null and assignee_id is null;
create index application_paused on applications.application
  (area_id, coalesce(act_by, 'infinity'::timestamptz), id) include (is_confidential)
  where closed_at is null and paused_at is not null;
create index application_to_sign on applications.application
  (area_id, coalesce(act_by, 'infinity'::timestamptz), id) include (is_confidential)
  where closed_at is null and step = 'decide';

-- A page of the queue is read by one process: to start others takes longer than the page.
alter table applications.application set (parallel_workers = 0);
alter table applications.search_term set (parallel_workers = 0);
