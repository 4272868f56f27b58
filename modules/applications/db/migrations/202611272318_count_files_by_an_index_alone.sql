-- What a view holds is counted in its index, without a look at the files: so that the second wall (the unit a file went to) and
-- what few may read of are there, too. A specialist of a province looked at five thousand pages for each page of the queue.
drop index applications.application_queue, applications.application_unassigned, applications.application_paused,
  applications.application_to_sign, applications.application_closed;
create index application_queue on applications.application (area_id, urgent_at, id)
  include (other_area_id, is_confidential) where closed_at is null;
create index application_unassigned on applications.application (area_id, urgent_at, id)
  include (other_area_id, is_confidential) where closed_at is null and assignee_id is null;
create index application_paused on applications.application (area_id, urgent_at, id)
  include (other_area_id, is_confidential) where closed_at is null and paused_at is not null;
create index application_to_sign on applications.application (area_id, urgent_at, id)
  include (other_area_id, is_confidential) where closed_at is null and step = 'decide';
create index application_closed on applications.application (area_id, closed_at, id)
  include (other_area_id, is_confidential) where closed_at is not null;
