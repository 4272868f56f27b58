-- Who will gain, lose or change a right, or has one that is not used («sắp đủ điều kiện»), and what was done about it.
create schema outreach;

create table outreach.prospect (
  id              uuid primary key default uuidv7(),
  person_id       uuid    not null references people.person on delete cascade,
  benefit         text    not null,
  event           text    not null,
  kind            text    not null,
  month           platform.month not null,
  area_id         integer not null references geography.area,
  before          bigint  not null,
  after           bigint  not null,
  rules_before    text[]  not null,
  rules_after     text[]  not null,
  causes          jsonb   not null,
  delay_cost      bigint  not null,
  kept_by         text,
  is_confidential boolean not null,
  found_at        timestamptz not null,
  constraint prospect_event_known check (event in ('grant', 'adjust', 'stop', 'renew')),
  constraint prospect_kind_known
    check (kind in ('gain', 'unused', 'resume', 'raise', 'lower', 'lose', 'ended', 'renewal')),
  constraint prospect_amounts check (before >= 0 and after >= 0 and delay_cost >= 0),
  constraint prospect_once unique (person_id, benefit, event, month)
);
create index prospect_by_area on outreach.prospect (area_id, kind, month);
create index prospect_by_kind on outreach.prospect (kind, month);
comment on table outreach.prospect is
  'A projection of the law over the months ahead (modules/outreach/domain); made again whenever a fact changes or a month begins. An application is made from person, benefit and event.';
comment on column outreach.prospect.month is 'The first month of the right, of the new amount, or without money.';
comment on column outreach.prospect.before is 'Đồng a month, of the components that change only.';
comment on column outreach.prospect.delay_cost is 'Đồng that each month without a decision costs the person.';
comment on column outreach.prospect.area_id is 'The unit the person lives in, as it is today.';
comment on column outreach.prospect.is_confidential is 'Would give away HIV or a sentence: only for who may read confidential facts.';

create table outreach.watch (
  person_id  uuid primary key references people.person on delete cascade,
  changed_at timestamptz,
  look_again platform.month
);
create index watch_by_month on outreach.watch (look_again) where look_again is not null;
comment on table outreach.watch is
  'Whom the law was asked about, and in which month time alone brings something new; nobody is looked at without a reason.';

create table outreach.follow_up (
  id            uuid primary key default uuidv7(),
  request_id    uuid not null,
  person_id     uuid not null references people.person on delete cascade,
  benefit       text not null,
  event         text not null,
  month         platform.month not null,
  outcome       text not null,
  note          text,
  assignee      text,
  recorded_at   timestamptz not null,
  recorded_by   uuid not null,
  recorded_name text not null,
  constraint follow_up_outcome_known
    check (outcome in ('assigned', 'contacted', 'invited', 'unreachable', 'declined')),
  constraint follow_up_declined_with_reason check (outcome <> 'declined' or note is not null),
  constraint follow_up_assigned_to_somebody check (outcome <> 'assigned' or assignee is not null),
  constraint follow_up_once unique (request_id, person_id, benefit, event, month)
);
create index follow_up_of_person on outreach.follow_up (person_id, benefit, event);
comment on column outreach.watch.changed_at is
  'Which change of the person was looked at last; another one that is known since then is news.';
comment on table outreach.follow_up is
  'What was done about a prospect, by whom and when; it stays when the prospect is gone. Of an adjustment the month counts, of the others person, benefit and event.';

alter table outreach.prospect enable row level security;
create policy of_area on outreach.prospect using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table outreach.watch enable row level security;
create policy of_system on outreach.watch using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0);
alter table outreach.follow_up enable row level security;
create policy of_person on outreach.follow_up using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id));
