-- The order of the queue is a column: behind row-level security an expression such as coalesce is no condition of an index,
-- so that a further page, and what is due today, read through everything that comes before.
alter table applications.application
  add column urgent_at timestamptz not null generated always as (coalesce(act_by, 'infinity'::timestamptz)) stored;
comment on column applications.application.urgent_at is 'When somebody must have acted; infinity while nobody has to: what the queue is sorted by.';

drop index applications.application_queue, applications.application_queue_all, applications.application_of_assignee,
  applications.application_unassigned, applications.application_paused, applications.application_to_sign,
  applications.application_due, applications.application_closed, applications.application_closed_all;
create index application_queue on applications.application (area_id, urgent_at, id) where closed_at is null;
create index application_queue_all on applications.application (urgent_at, id) where closed_at is null;
create index application_of_assignee on applications.application (assignee_id, urgent_at, id) where closed_at is null;

-- What waits for the citizen, or for a signature, lies far back in the order of a whole province, and is little of a commune.
create index application_unassigned on applications.application (area_id, urgent_at, id)
  where closed_at is null and assignee_id is null;
create index application_unassigned_all on applications.application (urgent_at, id)
  where closed_at is null and assignee_id is null;
create index application_paused on applications.application (area_id, urgent_at, id)
  where closed_at is null and paused_at is not null;
create index application_paused_all on applications.application (urgent_at, id)
  where closed_at is null and paused_at is not null;
create index application_to_sign on applications.application (area_id, urgent_at, id)
  where closed_at is null and step = 'decide';
create index application_to_sign_all on applications.application (urgent_at, id)
  where closed_at is null and step = 'decide';

-- What is closed is read backwards, and of one moment the later id first.
create index application_closed on applications.application (area_id, closed_at, id) where closed_at is not null;
create index application_closed_all on applications.application (closed_at, id) where closed_at is not null;
