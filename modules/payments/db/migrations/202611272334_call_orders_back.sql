-- An order that was made or sent may be called back by people («thu hồi lệnh chi»): the right has ended by decision, the account is wrong or
-- a fraudster’s, the amount is wrong. One person asks with a paper, another decides.
create table payments.recall_request (
  id             uuid primary key default uuidv7(),
  instruction_id uuid not null references payments.instruction,
  area_id        integer not null references geography.area,
  request_id     uuid not null,
  ground         text not null,
  parts          jsonb not null,
  paper          text not null,
  state          text not null default 'asked',
  asked_by       uuid not null,
  asked_name     text not null,
  asked_at       timestamptz not null,
  decided_by     uuid,
  decided_name   text,
  decided_at     timestamptz,
  note           text,
  constraint recall_request_once unique (request_id),
  constraint recall_request_ground_known check (ground in ('right_ended', 'wrong_account', 'wrong_amount')),
  constraint recall_request_says_what check ((ground = 'wrong_account') = (jsonb_array_length(parts) = 0)),
  constraint recall_request_by_a_paper check (length(trim(paper)) > 0),
  constraint recall_request_state_known check (state in ('asked', 'approved', 'refused')),
  constraint recall_request_decided check ((state = 'asked') = (decided_by is null)),
  constraint recall_request_by_second_person check (decided_by <> asked_by),
  constraint recall_request_refused_with_reason check (state <> 'refused' or length(trim(note)) > 0)
);
create unique index recall_request_of_order on payments.recall_request (instruction_id) where state in ('asked', 'approved');
create index recall_request_asked on payments.recall_request (asked_at desc);
comment on table payments.recall_request is 'Who asked to call an order back, why, by what paper, and who decided.';
comment on column payments.recall_request.parts is 'What of the order is due to nobody, item by item; nothing where only the account is wrong, for the money stays owed.';

-- What was asked does not change; what was decided stays decided.
create function payments.assert_recall_request_steps() returns trigger language plpgsql as $$
begin
  if (old.instruction_id, old.ground, old.parts, old.paper, old.asked_by)
      is distinct from (new.instruction_id, new.ground, new.parts, new.paper, new.asked_by)
    or old.state <> 'asked'
  then
    raise exception 'Request % to call an order back does not go from % to %', new.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'recall_request_step_known';
  end if;
  return new;
end $$;
create trigger recall_request_step_known before update on payments.recall_request
  for each row execute function payments.assert_recall_request_steps();
create trigger recall_request_never_removed before delete on payments.recall_request
  for each statement execute function payments.never();

-- What a decision makes due to nobody of an item, in part or whole, beside the months of a person that `recall` names.
create table payments.recall_part (
  instruction_id uuid not null,
  person_id      uuid not null,
  component      text not null,
  benefit_month  platform.month not null,
  amount         bigint not null,
  cause          text not null,
  area_id        integer not null,
  made_at        timestamptz not null,
  made_by        uuid not null,
  primary key (instruction_id, person_id, component, benefit_month),
  foreign key (instruction_id, person_id, component, benefit_month) references payments.item,
  constraint recall_part_positive check (amount > 0),
  constraint recall_part_cause_known check (cause in ('right_ended', 'wrong_amount'))
);
create trigger recall_part_never_removed before delete on payments.recall_part
  for each statement execute function payments.never();

do $$
declare name text;
begin
  foreach name in array array['recall_request', 'recall_part'] loop
    execute format('alter table payments.%I enable row level security', name);
    -- Whoever acts for the whole country is asked about once for a statement: orders in their thousands are read past these.
    execute format('create policy of_area on payments.%I using (
      (select nullif(current_setting(''ansinh.area'', true), '''')::integer) = 0 or area_id in (
        select area_id from geography.area_within
        where within_id = nullif(current_setting(''ansinh.area'', true), '''')::integer))', name);
  end loop;
end $$;

-- A month is asked back by what all lists paid for it, its own line and arrears of it later: what is found afterwards is one more row.
alter table payments.recovery_month add column nth smallint not null default 1;
alter table payments.recovery_month drop constraint recovery_month_pkey;
alter table payments.recovery_month add primary key (person_id, component, benefit_month, nth);
comment on table payments.recovery_month is 'Which months were overpaid and by how much; what several lists paid for a month is asked back together, and each đồng once.';
comment on column payments.recovery_month.nth is 'Counts what was found of a month, so that two who find the same at once do not both ask it back.';
