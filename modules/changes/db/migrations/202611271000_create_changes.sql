-- Change requests («yêu cầu thay đổi, biến động»): whatever alters rights is asked for with its paper, looked at by a second
-- person with what it will come to, and recorded by the register's own commands; or it is refused with the reason.
create schema changes;

create table changes.request (
  id             uuid primary key default uuidv7(),
  kind           text        not null,
  person_id      uuid        not null references people.person,
  change         jsonb       not null,
  digest         text        not null,
  area_id        integer     not null references geography.area,
  other_area_id  integer     references geography.area,
  evidence       jsonb,
  reason         text,
  source         text        not null,
  found_because  text,
  contests_id    uuid        references changes.request,
  state          text        not null,
  before         jsonb,
  opened_at      timestamptz not null,
  submitted_at   timestamptz,
  submitted_by   uuid,
  submitted_name text,
  decided_at     timestamptz,
  decided_by     uuid,
  decided_name   text,
  note           text,
  constraint request_kind_known check (kind in ('identity', 'death', 'alive', 'move', 'add_member', 'birth', 'remove_member',
    'change_head', 'split_household', 'merge_household', 'disability', 'marriage', 'divorce')),
  constraint request_source_known check (source in ('officer', 'population')),
  constraint request_state_known check (state in ('found', 'submitted', 'approved', 'rejected', 'withdrawn')),
  constraint request_submitted check (state not in ('submitted', 'approved') or (submitted_by is not null and before is not null)),
  constraint request_decided check ((state in ('approved', 'rejected', 'withdrawn')) = (decided_at is not null)),
  constraint request_second_person check (state <> 'approved' or decided_by <> submitted_by)
);
comment on table changes.request is 'What somebody asks the register to record about a person, and what became of it.';
comment on column changes.request.change is 'What is to be recorded, by kind: modules/changes/domain/change.ts.';
comment on column changes.request.area_id is 'The unit that decides: the person’s home when the request was opened.';
comment on column changes.request.other_area_id is 'Of a move, the unit they go to, which sees the request too.';
comment on column changes.request.found_because is 'Why the population register was not simply believed.';
comment on column changes.request.contests_id is 'The decided request this one asks to look at again («khiếu nại»).';
comment on column changes.request.before is 'What the register said when it was submitted: where it says otherwise by now, it is looked at again.';
create unique index request_open_once on changes.request (person_id, digest) where state in ('found', 'submitted');
create index request_of_area on changes.request (area_id, state, id);
create index request_of_other_area on changes.request (other_area_id, state, id) where other_area_id is not null;
create index request_of_person on changes.request (person_id);

create table changes.involved (
  request_id uuid not null references changes.request on delete cascade,
  person_id  uuid not null references people.person,
  primary key (request_id, person_id)
);
comment on table changes.involved is 'Everybody a request is about, so that two about one person are seen together.';
create index involved_person on changes.involved (person_id);

create table changes.event (
  id         uuid primary key default uuidv7(),
  request_id uuid        not null references changes.request on delete cascade,
  step       text        not null,
  at         timestamptz not null,
  by_id      uuid        not null,
  by_name    text        not null,
  note       text
);
comment on table changes.event is 'Who did what with a request; nothing of it is changed.';
create index event_of_request on changes.event (request_id, id);

create table changes.follow_up (
  person_id      uuid not null references people.person,
  kind           text not null,
  happened_on    date not null,
  application_id uuid references applications.application,
  primary key (person_id, kind, happened_on)
);
comment on table changes.follow_up is 'The files that were opened because of what happened to somebody, so that each is opened once.';

create table changes.command (
  request_id   uuid primary key,
  kind         text not null,
  input_digest text not null,
  result       jsonb not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid
);
comment on table changes.command is 'What was answered to a command, so that it can be sent twice without harm.';

create function changes.keep_event() returns trigger language plpgsql as $$
begin
  raise exception 'what was done with a change request stays written';
end $$;
create trigger event_stays before update or delete on changes.event for each row execute function changes.keep_event();

alter table changes.request enable row level security;
create policy of_either_area on changes.request using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or other_area_id in (select area_id from geography.area_within
                       where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table changes.involved enable row level security;
create policy of_request on changes.involved using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from changes.request where request.id = request_id));
alter table changes.event enable row level security;
create policy of_request on changes.event using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from changes.request where request.id = request_id));
alter table changes.follow_up enable row level security;
create policy of_person on changes.follow_up using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id));
