-- Money that lies at a provider for good goes back to the treasury («hoàn trả»): one person asks for it with a paper, another
-- approves, and it is booked when the provider has confirmed it.
create table payments.refund (
  id            uuid primary key default uuidv7(),
  number        integer generated always as identity,
  code          text not null generated always as
    ('HT-' || substr(month, 3, 2) || '-' || lpad(number::text, greatest(4, length(number::text)), '0')) stored,
  request_id    uuid not null,
  state         text not null default 'asked',
  provider_id   uuid not null references payments.provider,
  area_id       integer not null references geography.area,
  month         platform.month not null,
  orders        integer not null,
  amount        bigint not null,
  paper         text not null,
  asked_by      uuid not null,
  asked_name    text not null,
  asked_at      timestamptz not null,
  approved_by   uuid,
  approved_name text,
  approved_at   timestamptz,
  receipt       text,
  returned_on   date,
  confirmed_by   uuid,
  confirmed_name text,
  confirmed_at   timestamptz,
  withdrawn_name text,
  withdrawn_at   timestamptz,
  because        text,
  constraint refund_request_once unique (request_id),
  constraint refund_code_once unique (code),
  constraint refund_state_known check (state in ('asked', 'approved', 'confirmed', 'withdrawn')),
  constraint refund_of_something check (orders > 0 and amount > 0),
  constraint refund_by_a_paper check (length(trim(paper)) > 0),
  constraint refund_approved_by_second check (approved_by <> asked_by),
  constraint refund_approved_before_given_back check (state not in ('approved', 'confirmed') or approved_by is not null),
  constraint refund_confirmed_by_a_receipt check
    ((state = 'confirmed') = (length(trim(receipt)) > 0 and returned_on is not null and confirmed_by is not null)),
  constraint refund_withdrawn_for_a_reason check ((state = 'withdrawn') = (length(trim(because)) > 0))
);
create unique index refund_receipt_once on payments.refund (provider_id, receipt) where receipt is not null;
comment on table payments.refund is 'Money at a provider that is asked back for the treasury («hoàn trả»), frozen when it was asked.';
comment on column payments.refund.month is 'The month it is accounted for in, beside what its orders were of, whichever is later.';

create table payments.refund_item (
  refund_id      uuid not null references payments.refund,
  instruction_id uuid not null,
  person_id      uuid not null,
  component      text not null,
  benefit_month  platform.month not null,
  programme      text not null,
  amount         bigint not null,
  area_id        integer not null,
  reason         text not null,
  is_living      boolean not null default true,
  primary key (refund_id, instruction_id, person_id, component, benefit_month),
  constraint refund_item_reason_known check (reason in ('not_due', 'payee_died', 'elsewhere', 'not_collected', 'left')),
  constraint refund_item_positive check (amount > 0)
);
create unique index refund_item_once on payments.refund_item (instruction_id, person_id, component, benefit_month) where is_living;
comment on column payments.refund_item.is_living is 'False once its refund is withdrawn; else the same đồng is given back once.';

-- What was asked does not change; what has ended stays ended.
create function payments.assert_refund_step() returns trigger language plpgsql as $$
begin
  if (old.provider_id, old.amount, old.orders, old.month, old.paper, old.asked_by)
      is distinct from (new.provider_id, new.amount, new.orders, new.month, new.paper, new.asked_by)
    or (old.state <> new.state and old.state || ' ' || new.state <> all (array[
      'asked approved', 'asked withdrawn', 'approved confirmed', 'approved withdrawn']))
  then
    raise exception 'Refund % does not go from % to %', new.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'refund_step_known';
  end if;
  return new;
end $$;
create trigger refund_step_known before update on payments.refund for each row execute function payments.assert_refund_step();
create trigger refund_never_removed before delete on payments.refund for each statement execute function payments.never();
create trigger refund_item_never_removed before delete on payments.refund_item for each statement execute function payments.never();

create index instruction_unpaid on payments.instruction (provider_id)
  where state in ('returned', 'rejected', 'recalled', 'unclaimed', 'withdrawn');

do $$
declare name text;
begin
  foreach name in array array['refund', 'refund_item'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy of_area on payments.%I using (area_id in (
      select area_id from geography.area_within
      where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
end $$;
