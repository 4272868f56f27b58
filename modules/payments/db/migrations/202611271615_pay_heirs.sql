-- What is held because its payee has died goes to whoever inherits, or back to the treasury («chi cho người thừa kế, nộp trả»): one
-- person asks with a paper, another decides.
create table payments.heir_request (
  id             uuid primary key default uuidv7(),
  instruction_id uuid not null references payments.instruction,
  area_id        integer not null references geography.area,
  request_id     uuid not null,
  goes_to        text not null,
  heir           jsonb,
  paper          text not null,
  state          text not null default 'asked',
  asked_by       uuid not null,
  asked_name     text not null,
  asked_at       timestamptz not null,
  decided_by     uuid,
  decided_name   text,
  decided_at     timestamptz,
  note           text,
  constraint heir_request_once unique (request_id),
  constraint heir_request_goes_somewhere check (goes_to in ('heir', 'treasury') and (goes_to = 'heir') = (heir is not null)),
  constraint heir_request_by_a_paper check (length(trim(paper)) > 0),
  constraint heir_request_state_known check (state in ('asked', 'approved', 'refused')),
  constraint heir_request_decided check ((state = 'asked') = (decided_by is null)),
  constraint heir_request_by_second_person check (decided_by <> asked_by),
  constraint heir_request_refused_with_reason check (state <> 'refused' or length(trim(note)) > 0)
);
create unique index heir_request_of_order on payments.heir_request (instruction_id) where state in ('asked', 'approved');
comment on table payments.heir_request is 'To whom an order goes whose payee died before the month of its list (DEATH-ARREARS), and who asked and decided.';
comment on column payments.heir_request.heir is 'Who receives in the place of the dead, as the order freezes them.';

-- What was asked does not change; what was decided stays decided.
create function payments.assert_heir_request_steps() returns trigger language plpgsql as $$
begin
  if (old.instruction_id, old.goes_to, old.heir, old.paper, old.asked_by)
      is distinct from (new.instruction_id, new.goes_to, new.heir, new.paper, new.asked_by)
    or (old.state <> new.state and old.state <> 'asked')
  then
    raise exception 'Request % for an heir does not go from % to %', new.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'heir_request_step_known';
  end if;
  return new;
end $$;
create trigger heir_request_step_known before update on payments.heir_request
  for each row execute function payments.assert_heir_request_steps();
create trigger heir_request_never_removed before delete on payments.heir_request
  for each statement execute function payments.never();

alter table payments.heir_request enable row level security;
create policy of_area on payments.heir_request using (area_id in (
  select area_id from geography.area_within
  where within_id = nullif(current_setting('ansinh.area', true), '')::integer));

create index instruction_held_for_the_dead on payments.instruction (area_id) where reason = 'payee_died' and state = 'withdrawn';
