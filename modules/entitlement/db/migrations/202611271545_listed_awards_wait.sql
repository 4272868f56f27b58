-- What a list brought in says somebody already receives («đang hưởng theo danh sách») waits here, in no run, until a second
-- person has confirmed it: whoever brings a list alone gives nobody money.
create table entitlement.listed_award (
  id              uuid primary key,
  import_id       uuid not null,
  file_name       text not null,
  row_number      integer not null,
  person_id       uuid not null references people.person,
  benefit         text not null,
  decision_number text not null,
  signed_on       date not null,
  signer_title    text not null,
  area_id         integer not null references geography.area,
  first_month     platform.month not null,
  monthly         bigint,
  brought_by      uuid not null,
  applied_by      uuid not null,
  applied_name    text not null,
  listed_at       timestamptz not null,
  state           text not null default 'proposed',
  decided_by      uuid,
  decided_name    text,
  decided_at      timestamptz,
  reason          text not null default '',
  constraint listed_award_state_known check (state in ('proposed', 'confirmed', 'held', 'sent_back')),
  constraint listed_award_decided check (
    (state = 'proposed') = (decided_at is null) and (decided_by is null) = (decided_at is null)),
  constraint listed_award_by_second_person check (decided_by <> brought_by and decided_by <> applied_by),
  constraint listed_award_sent_back_with_reason check ((state = 'sent_back') = (reason <> ''))
);
create index listed_award_of_list on entitlement.listed_award (import_id, area_id, row_number);
create index listed_award_waiting on entitlement.listed_award (area_id) where state = 'proposed';
create index listed_award_of_person on entitlement.listed_award (person_id);
comment on column entitlement.listed_award.id is 'Made of the import and the row, so that a row is listed once; the request of the decision it becomes.';
comment on column entitlement.listed_award.monthly is 'What the list says is paid each month; the law says what will be.';
comment on column entitlement.listed_award.brought_by is 'Who sent the file; applied_by had its rows taken in. Neither may confirm.';
comment on column entitlement.listed_award.state is 'held: the person had the benefit by another decision when this one was confirmed, and kept that award.';

alter table entitlement.listed_award enable row level security;
create policy of_area on entitlement.listed_award using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
