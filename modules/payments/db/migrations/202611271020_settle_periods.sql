-- Settlement («quyết toán»): what a month, a quarter or a year came to at a provider, as its own report and our books have it.
create table payments.settlement (
  id          uuid primary key default uuidv7(),
  request_id  uuid not null,
  provider_id uuid references payments.provider,
  area_id     integer not null references geography.area,
  span        text not null,
  first_month platform.month not null,
  last_month  platform.month not null,
  state       text not null,
  reported    jsonb,
  reported_at   timestamptz,
  reported_name text,
  explanation text,
  figures     jsonb,
  opened_by   uuid not null,
  opened_name text not null,
  opened_at   timestamptz not null,
  locked_by   uuid,
  locked_name text,
  locked_at   timestamptz,
  constraint settlement_request_once unique (request_id),
  constraint settlement_once unique nulls not distinct (provider_id, area_id, first_month, last_month),
  constraint settlement_span_known check (span in ('month', 'quarter', 'year')),
  constraint settlement_months_in_order check (first_month <= last_month),
  constraint settlement_state_known check (state in ('open', 'locked')),
  constraint settlement_locked_with_its_figures check
    ((state = 'locked') = (figures is not null and locked_by is not null and locked_at is not null)),
  constraint settlement_locked_by_second check (locked_by <> opened_by)
);
comment on column payments.settlement.provider_id is 'Null for all providers together, as the treasury settles.';
comment on column payments.settlement.figures is 'As our books had them when it was locked; what is booked later for these months is a correction.';

create function payments.assert_settlement_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'locked' then
    raise exception 'A locked settlement is not changed' using errcode = 'check_violation', constraint = 'settlement_stays_locked';
  end if;
  return new;
end $$;
create trigger settlement_stays_locked before update or delete on payments.settlement
  for each row execute function payments.assert_settlement_stays();
alter table payments.settlement enable row level security;
create policy of_area on payments.settlement using (area_id in (
  select area_id from geography.area_within
  where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
create index posting_month on payments.posting (month) where account in ('at_provider', 'payable', 'budget_spent');
