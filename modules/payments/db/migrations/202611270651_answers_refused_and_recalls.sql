-- A file that cannot be understood is written down too, with why, so that it is looked at once and not every hour.
alter table payments.response add column because text;
alter table payments.response drop constraint response_kind_known;
alter table payments.response add constraint response_kind_known
  check (kind in ('pain.002', 'camt.053', 'camt.054', 'csv', 'unknown'));
alter table payments.response add constraint response_refused_for_a_reason check ((state = 'refused') = (because is not null));

-- Whose money is not to be paid after all, such as that of who died when the list had been sent («thu hồi lệnh chi»).
create table payments.recall (
  instruction_id uuid not null references payments.instruction,
  person_id      uuid not null,
  from_month     platform.month not null,
  cause          text not null,
  area_id        integer not null,
  asked_at       timestamptz not null,
  asked_by       uuid not null,
  asked_name     text not null,
  primary key (instruction_id, person_id),
  constraint recall_cause_known check (cause in ('died', 'decision'))
);
comment on column payments.recall.from_month is 'Benefit months from this one on are not due.';

-- What was paid above the right and is to come back («khoản thu hồi»); its sums are on the ledger under its id.
create table payments.recovery (
  id           uuid primary key default uuidv7(),
  person_id    uuid not null,
  person_name  text not null,
  cause        text not null,
  area_id      integer not null references geography.area,
  state        text not null,
  plan         text,
  instalment   bigint,
  opened_at    timestamptz not null,
  decided_by   uuid,
  decided_name text,
  decided_at   timestamptz,
  decision     text,
  constraint recovery_cause_known check (cause in ('died', 'not_entitled', 'lower_amount')),
  constraint recovery_state_known check (state in ('proposed', 'planned', 'settled', 'written_off', 'withdrawn')),
  constraint recovery_plan_known check (plan in ('at_once', 'instalments')),
  constraint recovery_planned_by_decision check (state in ('proposed', 'withdrawn', 'settled') or (decided_by is not null and decision is not null)),
  constraint recovery_instalment_positive check (instalment > 0)
);
create index recovery_person on payments.recovery (person_id);

create table payments.recovery_month (
  recovery_id   uuid not null references payments.recovery,
  person_id     uuid not null,
  component     text not null,
  benefit_month platform.month not null,
  amount        bigint not null,
  programme     text not null,
  primary key (person_id, component, benefit_month),
  constraint recovery_month_positive check (amount > 0)
);
create index recovery_month_of on payments.recovery_month (recovery_id);
comment on table payments.recovery_month is 'Which months were overpaid and by how much; a month is asked back once, whoever found it.';
alter table payments.posting add column recovery_id uuid;
create index posting_recovery on payments.posting (recovery_id) where recovery_id is not null;

do $$
declare name text;
begin
  foreach name in array array['recall', 'recovery'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy of_area on payments.%I using (area_id in (
      select area_id from geography.area_within
      where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
end $$;
alter table payments.recovery_month enable row level security;
create policy of_recovery on payments.recovery_month using (recovery_id in (select id from payments.recovery));
