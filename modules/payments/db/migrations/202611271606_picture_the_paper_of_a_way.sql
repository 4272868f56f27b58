-- Pictures of the paper a change of how somebody is paid rests on («ảnh chụp giấy tờ»), for whoever decides about it.
create table payments.way_picture (
  way_request_id uuid not null references payments.way_request,
  number         smallint not null,
  file_id        uuid not null,
  kept_by        uuid not null,
  kept_name      text not null,
  kept_at        timestamptz not null,
  primary key (way_request_id, number),
  constraint way_picture_few check (number between 1 and 6)
);
comment on table payments.way_picture is 'Added while the request waits, never changed: what was decided upon stays as it was seen.';
create trigger way_picture_never_changed before update or delete on payments.way_picture
  for each statement execute function payments.never();
alter table payments.way_picture enable row level security;
create policy of_request on payments.way_picture using (way_request_id in (select id from payments.way_request));
