-- How something overpaid comes back, or that it does not, is asked for by one person and approved by another; every decision about it
-- stays in sight («lịch sử quyết định»).
create table payments.recovery_decision (
  id           uuid primary key default uuidv7(),
  recovery_id  uuid not null references payments.recovery on delete cascade,
  area_id      integer not null references geography.area,
  request_id   uuid not null,
  kind         text not null,
  plan         text,
  instalment   bigint,
  paper        text not null,
  state        text not null default 'asked',
  asked_by     uuid,
  asked_name   text,
  asked_at     timestamptz not null,
  decided_by   uuid,
  decided_name text,
  decided_at   timestamptz,
  note         text,
  constraint recovery_decision_once unique (request_id),
  constraint recovery_decision_kind_known check (kind in ('plan', 'give_up', 'hold', 'go_on')),
  constraint recovery_decision_plan_known check ((kind = 'plan') = (plan is not null)
    and plan in ('at_once', 'instalments', 'offset')),
  constraint recovery_decision_instalment_positive check (instalment > 0),
  constraint recovery_decision_by_a_paper check (length(trim(paper)) > 0),
  constraint recovery_decision_state_known check (state in ('asked', 'approved', 'refused')),
  constraint recovery_decision_decided check ((state = 'asked') = (decided_by is null)),
  constraint recovery_decision_by_second_person check (decided_by <> asked_by or kind in ('hold', 'go_on')),
  constraint recovery_decision_asked_by_somebody check (asked_by is not null or state = 'approved'),
  constraint recovery_decision_refused_with_reason check (state <> 'refused' or length(trim(note)) > 0)
);
create unique index recovery_decision_one_waits on payments.recovery_decision (recovery_id) where state = 'asked';
create index recovery_decision_of on payments.recovery_decision (recovery_id);
comment on table payments.recovery_decision is 'Every decision about a recovery, with who asked and who approved; nobody asked what was decided before two people were needed.';

-- What was asked does not change; what was decided stays decided.
create function payments.assert_recovery_decision_steps() returns trigger language plpgsql as $$
begin
  if (old.recovery_id, old.kind, old.plan, old.instalment, old.paper, old.asked_by)
      is distinct from (new.recovery_id, new.kind, new.plan, new.instalment, new.paper, new.asked_by)
    or old.state <> 'asked'
  then
    raise exception 'Decision % about a recovery does not go from % to %', new.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'recovery_decision_step_known';
  end if;
  return new;
end $$;
create trigger recovery_decision_step_known before update on payments.recovery_decision
  for each row execute function payments.assert_recovery_decision_steps();
-- A proposal that nobody approved may be forgotten, and with it what was asked about it.
create trigger recovery_decision_never_removed before delete on payments.recovery_decision
  for each row when (old.state = 'approved') execute function payments.never();

alter table payments.recovery_decision enable row level security;
create policy of_area on payments.recovery_decision using (area_id in (
  select area_id from geography.area_within
  where within_id = nullif(current_setting('ansinh.area', true), '')::integer));

insert into payments.recovery_decision (recovery_id, area_id, request_id, kind, plan, instalment, paper, state, asked_at, decided_by,
  decided_name, decided_at)
select id, area_id, gen_random_uuid(), case when state in ('written_off', 'withdrawn') then 'give_up' else 'plan' end,
  case when state not in ('written_off', 'withdrawn') then plan end,
  case when state not in ('written_off', 'withdrawn') then instalment end,
  decision, 'approved', decided_at, decided_by, decided_name, decided_at
from payments.recovery
where decided_by is not null and decision is not null and (plan is not null or state in ('written_off', 'withdrawn'));
