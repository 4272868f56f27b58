-- What the budget gives a line, or takes back from it, is asked for by one person with its decision and booked by another («giao dự toán»).
create table payments.fund_allocation (
  id           uuid primary key default uuidv7(),
  fund_id      uuid not null references payments.fund,
  area_id      integer not null references geography.area,
  request_id   uuid not null,
  direction    text not null,
  amount       bigint not null,
  decision     text not null,
  state        text not null default 'asked',
  asked_by     uuid not null,
  asked_name   text not null,
  asked_at     timestamptz not null,
  decided_by   uuid,
  decided_name text,
  decided_at   timestamptz,
  note         text,
  constraint fund_allocation_once unique (request_id),
  constraint fund_allocation_direction_known check (direction in ('give', 'take_back')),
  constraint fund_allocation_positive check (amount > 0),
  constraint fund_allocation_by_a_decision check (length(trim(decision)) > 0),
  constraint fund_allocation_state_known check (state in ('asked', 'approved', 'refused')),
  constraint fund_allocation_decided check ((state = 'asked') = (decided_by is null)),
  constraint fund_allocation_by_second_person check (decided_by <> asked_by),
  constraint fund_allocation_refused_with_reason check (state <> 'refused' or length(trim(note)) > 0)
);
create unique index fund_allocation_waits on payments.fund_allocation (fund_id, direction, lower(decision)) where state = 'asked';
create index fund_allocation_of on payments.fund_allocation (fund_id, asked_at desc);
comment on table payments.fund_allocation is 'Who asked to book what a decision gives a budget line or takes back from it, and who booked it; before two people were needed there is only the entry.';

-- What was asked does not change; what was decided stays decided.
create function payments.assert_fund_allocation_steps() returns trigger language plpgsql as $$
begin
  if (old.fund_id, old.direction, old.amount, old.decision, old.asked_by)
      is distinct from (new.fund_id, new.direction, new.amount, new.decision, new.asked_by)
    or old.state <> 'asked'
  then
    raise exception 'Allocation % does not go from % to %', new.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'fund_allocation_step_known';
  end if;
  return new;
end $$;
create trigger fund_allocation_step_known before update on payments.fund_allocation
  for each row execute function payments.assert_fund_allocation_steps();
create trigger fund_allocation_never_removed before delete on payments.fund_allocation
  for each statement execute function payments.never();

alter table payments.fund_allocation enable row level security;
create policy of_area on payments.fund_allocation using (area_id in (
  select area_id from geography.area_within
  where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
