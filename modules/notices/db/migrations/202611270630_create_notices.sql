-- What people and officers are told of files («báo tin, thông báo»), by which way, and what became of it.
create schema notices;

create table notices.notice (
  id              uuid primary key default uuidv7(),
  key             text        not null,
  kind            text        not null,
  channel         text        not null,
  application_id  uuid        not null references applications.application,
  area_id         integer     not null references geography.area,
  is_confidential boolean     not null,
  to_name         text,
  village         text,
  address         text,
  subject         text,
  text            text,
  state           text        not null default 'pending',
  reason          text,
  attempt         integer     not null default 0,
  created_at      timestamptz not null,
  due_at          timestamptz not null,
  attempted_at    timestamptz,
  leased_until    timestamptz,
  give_up_at      timestamptz,
  sent_at         timestamptz,
  reference       text,
  settled_at      timestamptz,
  settled_by      uuid,
  settled_name    text,
  telling         text,
  constraint notice_once unique (key, channel),
  constraint notice_channel_known check (channel in ('sms', 'email', 'letter')),
  constraint notice_state_known check (state in ('pending', 'sending', 'sent', 'delivered', 'failed')),
  constraint notice_settled check ((state in ('delivered', 'failed')) = (settled_at is not null)),
  constraint notice_failed_with_reason check (state <> 'failed' or reason is not null),
  constraint notice_leased check ((state = 'sending') = (leased_until is not null)),
  constraint notice_telling_known check (telling in ('handed_over', 'called', 'not_found'))
);
comment on table notices.notice is 'One piece of news to one person by one way. What it was about, and that it was sent, is kept; whom and with which words for 90 days.';
comment on column notices.notice.key is 'What it tells, such as a change of a file: the same told twice is one notice for each channel.';
comment on column notices.notice.address is 'A number or an address as it was when the notice was made, so that sending it again is the same; null once it is forgotten.';
comment on column notices.notice.leased_until is 'Until when one worker waits for the gateway; afterwards another asks with the same key, which is the id.';
comment on column notices.notice.give_up_at is 'After this it is not worth sending any more.';
comment on column notices.notice.reason is 'Why it failed; of a letter, why it goes by hand.';
comment on column notices.notice.telling is 'How an officer told the person.';
create index notice_due on notices.notice (channel, due_at) where state in ('pending', 'sending') and channel <> 'letter';
create index notice_attempted on notices.notice (channel, attempted_at) where channel <> 'letter';
create index notice_of_address on notices.notice (address, created_at) where channel <> 'letter';
create index notice_unreported on notices.notice (sent_at) where state = 'sent' and channel = 'sms';
create index notice_to_tell on notices.notice (area_id, id) where channel = 'letter' and state in ('pending', 'sent');
create index notice_failed on notices.notice (channel, settled_at) where state = 'failed';
create index notice_of_area on notices.notice (area_id, id);
create index notice_of_application on notices.notice (application_id);
create index notice_to_forget on notices.notice (created_at) where to_name is not null;

create table notices.inbox (
  id             uuid primary key default uuidv7(),
  user_id        uuid        not null,
  key            text        not null,
  kind           text        not null,
  application_id uuid references applications.application,
  detail         jsonb       not null default '{}',
  at             timestamptz not null,
  read_at        timestamptz,
  constraint inbox_once unique (user_id, key)
);
comment on table notices.inbox is 'What somebody of the office is told («thông báo»); names are not kept here but looked up, as far as they may see them then.';
create index inbox_of_user on notices.inbox (user_id, id desc);
create index inbox_unread on notices.inbox (user_id) where read_at is null;
create index inbox_old on notices.inbox (at);

create table notices.refusal (
  channel        text        not null,
  address        text        not null,
  application_id uuid        not null references applications.application,
  recorded_at    timestamptz not null,
  recorded_by    uuid        not null,
  constraint refusal_once primary key (channel, address),
  constraint refusal_channel_known check (channel in ('sms', 'email'))
);
comment on table notices.refusal is 'Numbers and addresses whose owners asked for no messages; kept until they ask otherwise.';

create table notices.channel (
  channel         text primary key,
  down_since      timestamptz,
  tries           integer     not null default 0,
  next_try_at     timestamptz,
  trouble         text,
  last_success_at timestamptz,
  constraint channel_known check (channel in ('sms', 'email')),
  constraint channel_down check ((down_since is null) = (next_try_at is null))
);
comment on table notices.channel is 'How a gateway does; while it does not answer it is asked again after longer and longer, by one message.';
insert into notices.channel (channel) values ('sms'), ('email');

alter table notices.notice enable row level security;
create policy of_area on notices.notice using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
alter table notices.inbox enable row level security;
create policy of_user on notices.inbox using (
  user_id = (select nullif(current_setting('ansinh.user', true), '')::uuid)
  or (select nullif(current_setting('ansinh.user', true), '')) = '00000000-0000-7000-8000-000000000000')
  with check (true);
comment on policy of_user on notices.inbox is 'Whoever does something puts entries into the inboxes of others; each reads and marks their own.';
alter table notices.refusal enable row level security;
create policy of_system on notices.refusal for select using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0);
create policy of_whoever_records on notices.refusal for insert with check (
  recorded_by = (select nullif(current_setting('ansinh.user', true), '')::uuid));
