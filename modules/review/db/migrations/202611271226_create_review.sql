-- Yearly reviews («đợt rà soát»): a commune looks once again at everybody who receives, at the desk or at the door, and what
-- was found is kept with who said so and when. Nothing here changes the register: what has changed becomes a request or a task.
create schema review;

create table review.campaign (
  id          uuid primary key default uuidv7(),
  year        integer     not null,
  title       text        not null,
  from_on     date        not null,
  to_on       date        not null,
  area_id     integer     not null references geography.area,
  opened_at   timestamptz not null,
  opened_by   uuid        not null,
  opened_name text        not null,
  constraint campaign_days_in_order check (from_on <= to_on),
  constraint campaign_year_sane check (year between 2020 and 2100)
);
comment on column review.campaign.area_id is 'The unit that opened it: the province for its communes, or a commune for itself.';

create table review.part (
  id          uuid primary key default uuidv7(),
  campaign_id uuid        not null references review.campaign,
  area_id     integer     not null references geography.area,
  officer     text,
  frozen_at   timestamptz,
  closed_at   timestamptz,
  closed_by   uuid,
  closed_name text,
  close_note  text,
  constraint part_once_in_campaign unique (campaign_id, area_id),
  constraint part_closed_by_somebody check ((closed_at is null) = (closed_by is null)),
  constraint part_closed_once_drawn check (closed_at is null or frozen_at is not null)
);
create unique index part_open_once on review.part (area_id) where closed_at is null;
comment on table review.part is 'The review of one commune in a campaign. A commune has one open at a time.';
comment on column review.part.frozen_at is 'When the list was drawn up; whoever came later carries a later added_at.';

create table review.row (
  part_id       uuid        not null references review.part,
  person_id     uuid        not null references people.person,
  area_id       integer     not null references geography.area,
  village       text,
  sort_key      text        not null,
  plain_key     text        not null,
  reasons       jsonb       not null,
  added_at      timestamptz not null,
  left_on       date,
  state         text        not null default 'waiting',
  tries         integer     not null default 0,
  answered_at   timestamptz,
  answered_name text,
  confirmed_on  date,
  primary key (part_id, person_id),
  constraint row_state_known
    check (state in ('waiting', 'unchanged', 'changed', 'not_met', 'not_found', 'conflict')),
  constraint row_answered check ((state = 'waiting') = (answered_at is null))
);
create index row_of_person on review.row (person_id);
create index row_in_order on review.row (part_id, village, sort_key, person_id);
comment on table review.row is 'Whom a review is about. The state is what domain/standing.ts makes of the answers, kept to be counted.';
comment on column review.row.reasons is 'What was about to change or stale when the list was drawn up; nothing confidential is among it.';
comment on column review.row.left_on is 'Since when they receive nothing here any more; the row stays.';
comment on column review.row.confirmed_on is 'The day somebody found that nothing had changed; null where anything else was found since.';

create table review.take (
  id            uuid primary key default uuidv7(),
  request_id    uuid        not null,
  part_id       uuid        not null references review.part,
  area_id       integer     not null references geography.area,
  village       text,
  people        integer     not null,
  device        text        not null,
  secret        text        not null,
  taken_by      uuid        not null,
  taken_name    text        not null,
  taken_at      timestamptz not null,
  expires_at    timestamptz not null,
  last_heard_at timestamptz,
  handed_in_at  timestamptz,
  recalled_at   timestamptz,
  recalled_by   uuid,
  recalled_name text,
  constraint take_request_once unique (request_id),
  constraint take_expires_later check (expires_at > taken_at),
  constraint take_recalled_by_somebody check ((recalled_at is null) = (recalled_by is null))
);
create index take_of_part on review.take (part_id);
comment on table review.take is 'A list somebody carries on a tablet («bản mang theo»), encrypted there until it is handed in.';
comment on column review.take.secret is 'Opens the list on its device for whoever took it and forgot the code; worthless without the device.';

create table review.answer (
  id          uuid primary key,
  seq         bigint      generated always as identity,
  part_id     uuid        not null,
  person_id   uuid        not null,
  area_id     integer     not null references geography.area,
  outcome     text        not null,
  changes     jsonb       not null,
  note        text,
  knew        bigint      not null,
  take_id     uuid        references review.take,
  seen_at     timestamptz not null,
  said_at     timestamptz not null,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  by_id       uuid        not null,
  by_name     text        not null,
  constraint answer_of_row foreign key (part_id, person_id) references review.row (part_id, person_id),
  constraint answer_outcome_known check (outcome in ('unchanged', 'changed', 'not_met', 'not_found')),
  constraint answer_changed_what check ((outcome = 'changed') = (jsonb_array_length(changes) > 0)),
  constraint answer_happened_before_it_came check (happened_at <= received_at)
);
create index answer_of_person on review.answer (part_id, person_id, seq);
comment on table review.answer is 'What somebody found at the desk or at the door. Never changed, never removed.';
comment on column review.answer.id is 'Made where it was recorded: the same answer sent twice is one.';
comment on column review.answer.knew is 'The last answer about this person its author had seen: what came since was given without knowing of it.';
comment on column review.answer.seen_at is 'The register was looked at as it was known then: that is what was confirmed.';
comment on column review.answer.said_at is 'By the clock of the device; happened_at is that, put right by our own clock.';

create table review.withdrawal (
  answer_id uuid primary key references review.answer,
  area_id   integer     not null references geography.area,
  at        timestamptz not null,
  by_id     uuid        not null,
  by_name   text        not null
);
comment on table review.withdrawal is 'An answer that was taken back; it stays written, and counts no more.';

create table review.task (
  id                uuid primary key default uuidv7(),
  part_id           uuid        not null,
  person_id         uuid        not null,
  area_id           integer     not null references geography.area,
  answer_id         uuid        not null references review.answer,
  field             text        not null,
  kind              text        not null,
  change_request_id uuid        references changes.request,
  due_on            date        not null,
  opened_at         timestamptz not null,
  done_at           timestamptz,
  done_by           uuid,
  done_name         text,
  done_note         text,
  constraint task_of_row foreign key (part_id, person_id) references review.row (part_id, person_id),
  constraint task_kind_known check (kind in ('search', 'record', 'request')),
  constraint task_request_has_one check ((kind = 'request') = (change_request_id is not null)),
  constraint task_done_by_somebody check ((done_at is null) = (done_name is null)),
  constraint task_once unique (answer_id, field)
);
create index task_open on review.task (area_id, due_on) where done_at is null;
create index task_of_part on review.task (part_id);
comment on table review.task is 'What a review leaves to do: somebody to look for, something to record, a change request to see through.';

create table review.command (
  request_id   uuid primary key,
  kind         text not null,
  input_digest text not null,
  result       jsonb not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid
);
comment on table review.command is 'What was answered to a command, so that it can be sent twice without harm.';

create function review.never() returns trigger language plpgsql as $$
begin
  raise exception 'what was found in a review stays written';
end $$;
create trigger answer_stays before update or delete on review.answer for each statement execute function review.never();
create trigger withdrawal_stays before update or delete on review.withdrawal for each statement execute function review.never();

create view review.public_confirmed with (security_invoker = true) as
select row.person_id, max(row.confirmed_on) as confirmed_on,
  max((row.answered_at at time zone 'Asia/Ho_Chi_Minh')::date) filter (where row.state in ('unchanged', 'changed')) as met_on
from review.row where row.state in ('unchanged', 'changed') group by row.person_id;
comment on view review.public_confirmed is 'When somebody was last found as the register has them, and last met at all.';

do $$
declare name text;
begin
  foreach name in array array['part', 'row', 'take', 'answer', 'withdrawal', 'task'] loop
    execute format('alter table review.%I enable row level security', name);
    execute format('create policy of_area on review.%I using (
      (select nullif(current_setting(''ansinh.area'', true), '''')::integer) = 0
      or area_id in (select area_id from geography.area_within
        where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
end $$;
alter table review.campaign enable row level security;
create policy of_parts on review.campaign using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
    where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or exists (select from review.part where part.campaign_id = campaign.id));
