-- A change of how somebody is paid is asked for by one person with a paper, approved by another, and counts after a time in
-- which a theft can be noticed («yêu cầu đổi người nhận, cách nhận»).
create table payments.way_request (
  id             uuid primary key default uuidv7(),
  person_id      uuid not null references people.person,
  area_id        integer not null references geography.area,
  request_id     uuid not null,
  origin         text not null,
  application_id uuid,
  before         jsonb,
  after          jsonb not null,
  evidence       text not null,
  state          text not null default 'asked',
  asked_by       uuid not null,
  asked_name     text not null,
  asked_at       timestamptz not null,
  decided_by     uuid,
  decided_name   text,
  decided_at     timestamptz,
  note           text,
  effective_on   date,
  in_force_at    timestamptz,
  name_check     text not null default 'none',
  name_found     text,
  checked_at     timestamptz,
  checked_by     uuid references payments.provider,
  constraint way_request_once unique (request_id),
  constraint way_request_origin_known check (origin in ('office', 'application', 'expired', 'died')),
  constraint way_request_state_known check (state in ('asked', 'approved', 'in_force', 'refused', 'withdrawn')),
  constraint way_request_by_second_person check (decided_by <> asked_by or state = 'withdrawn' or origin in ('expired', 'died')),
  constraint way_request_decided check ((state = 'asked') = (decided_by is null)),
  constraint way_request_refused_with_reason check (state not in ('refused', 'withdrawn') or length(trim(note)) > 0),
  constraint way_request_counts_from_a_day check ((state in ('approved', 'in_force')) <= (effective_on is not null)),
  constraint way_request_in_force_since check ((state = 'in_force') = (in_force_at is not null)),
  constraint way_request_name_check_known check
    (name_check in ('none', 'waiting', 'matches', 'differs', 'unknown', 'closed', 'unreachable'))
);
create unique index way_request_one_waits_to_count on payments.way_request (person_id) where state = 'approved';
create index way_request_of_person on payments.way_request (person_id);
create index way_request_open on payments.way_request (asked_at) where state in ('asked', 'approved');
comment on table payments.way_request is 'How a payee was paid, is to be paid, and who asked and decided; what was taken over from elsewhere has none.';
comment on column payments.way_request.before is 'The way when it was asked; null where none was told.';
comment on column payments.way_request.name_found is 'The name the bank has for the account, as it answered.';

-- What was asked does not change afterwards; what has ended stays ended.
create function payments.assert_way_request_steps() returns trigger language plpgsql as $$
begin
  if (old.person_id, old.before, old.after, old.evidence, old.asked_by, old.origin)
      is distinct from (new.person_id, new.before, new.after, new.evidence, new.asked_by, new.origin)
    or (old.state <> new.state and old.state || ' ' || new.state <> all (array[
      'asked approved', 'asked refused', 'asked withdrawn', 'approved in_force', 'approved refused', 'approved withdrawn']))
  then
    raise exception 'Way request % does not go from % to %', new.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'way_request_step_known';
  end if;
  return new;
end $$;
create trigger way_request_step_known before update on payments.way_request
  for each row execute function payments.assert_way_request_steps();
create trigger way_request_never_removed before delete on payments.way_request
  for each statement execute function payments.never();

alter table payments.way_request enable row level security;
create policy of_person_or_area on payments.way_request using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id)
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));

-- Who receives in a payee’s place, and in whose name the account is, as they were frozen with the order.
alter table payments.instruction add column holder text, add column receiver jsonb;
comment on column payments.instruction.holder is 'The name the account is in, where it was told.';
comment on column payments.instruction.receiver is 'Who receives in the payee’s place («người nhận thay»), with the paper and its last day.';

-- Neither changes once it is frozen, like everything else that says where the money goes.
create or replace function payments.assert_instruction_steps() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
declare wrong record;
begin
  select former.id, former.state as from_state, latter.state as to_state into wrong
  from former join latter on latter.id = former.id
  where (former.state <> latter.state and former.state || ' ' || latter.state <> all (array[
      'ready sent', 'ready withdrawn', 'sent paid', 'sent returned', 'sent rejected', 'sent recalled', 'sent unclaimed',
      'paid returned']))
    or (former.envelope_id, former.end_to_end_id, former.payee_id, former.payee_name, former.amount, former.bank, former.account,
        former.holder, former.receiver)
      is distinct from (latter.envelope_id, latter.end_to_end_id, latter.payee_id, latter.payee_name, latter.amount,
        latter.bank, latter.account, latter.holder, latter.receiver)
  limit 1;
  if found then
    raise exception 'Instruction % does not go from % to %', wrong.id, wrong.from_state, wrong.to_state
      using errcode = 'check_violation', constraint = 'instruction_step_known';
  end if;
  return null;
end $$;
