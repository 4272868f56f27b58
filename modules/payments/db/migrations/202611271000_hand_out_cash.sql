-- Cash is handed out from lists that clerks carry on a phone («danh sách chi tiền mặt trên máy»), with or without a network.
create table payments.cash_list (
  id           uuid primary key default uuidv7(),
  request_id   uuid not null,
  month        platform.month not null,
  provider_id  uuid not null references payments.provider,
  area_id      integer not null references geography.area,
  pay_point_id integer,
  payees       integer not null,
  amount       bigint not null,
  device       text not null,
  secret       text not null,
  taken_by     uuid not null,
  taken_name   text not null,
  taken_at     timestamptz not null,
  expires_at   timestamptz not null,
  handed_in_at timestamptz,
  recalled_at   timestamptz,
  recalled_by   uuid,
  recalled_name text,
  constraint cash_list_request_once unique (request_id),
  constraint cash_list_expires_later check (expires_at > taken_at),
  constraint cash_list_recalled_by_somebody check ((recalled_at is null) = (recalled_by is null))
);
create index cash_list_place on payments.cash_list (month, provider_id);
comment on table payments.cash_list is 'A list of payees that somebody took along on a device; a phone keeps it encrypted until it is handed in.';
comment on column payments.cash_list.area_id is 'The unit of the pay point; or the unit the payees are of, where the commune itself hands out.';
comment on column payments.cash_list.secret is 'Opens the list on its device for whoever took it and forgot the code; worthless without the device.';
comment on column payments.cash_list.expires_at is 'After it nothing more is handed out by this list; what was, is still taken in.';

-- What a clerk says happened at the counter or at a door («ghi nhận của người chi»). Never changed, never removed.
create table payments.hand_out (
  id           uuid primary key,
  list_id      uuid not null references payments.cash_list,
  payee_id     uuid not null,
  area_id      integer not null,
  outcome      text not null,
  amount       bigint not null,
  reason       text,
  happened_at  timestamptz not null,
  received_at  timestamptz not null,
  response_id  uuid references payments.response deferrable initially deferred,
  constraint hand_out_outcome_known check (outcome in ('paid', 'absent')),
  constraint hand_out_absent_for_a_reason check ((outcome = 'absent') = (reason is not null)),
  constraint hand_out_reason_known check (reason in ('not_come', 'no_papers', 'wrong_papers', 'refused', 'said_dead')),
  constraint hand_out_paid_by_answer check ((outcome = 'paid') = (response_id is not null)),
  constraint hand_out_amount_positive check (amount > 0)
);
create index hand_out_list on payments.hand_out (list_id);
create index hand_out_payee on payments.hand_out (payee_id);
comment on column payments.hand_out.id is 'Made on the phone: the same record sent twice is one.';
comment on column payments.hand_out.happened_at is 'By the clock of the phone; received_at is by ours.';
create trigger hand_out_never_changed before update or delete on payments.hand_out
  for each statement execute function payments.never();

-- What clerks say is an answer like that of a bank: judged, booked and, where it contradicts, left to a person.
alter table payments.response drop constraint response_kind_known;
alter table payments.response add constraint response_kind_known
  check (kind in ('pain.002', 'camt.053', 'camt.054', 'csv', 'phone', 'closing', 'unknown'));
create index instruction_cash on payments.instruction (month, provider_id) where channel in ('cash_point', 'cash_home');

do $$
declare name text;
begin
  foreach name in array array['cash_list', 'hand_out'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy of_area on payments.%I using (area_id in (
      select area_id from geography.area_within
      where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
end $$;
