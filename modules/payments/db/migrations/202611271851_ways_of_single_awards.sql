-- One award may be paid another way than the rest of what its payee receives: it is asked for like any other change, and what is
-- due by it is an order of its own.
alter table payments.way_request
  add column award_person_id uuid references people.person,
  add column award_benefit   text,
  add constraint way_request_award_whole check ((award_person_id is null) = (award_benefit is null));
comment on column payments.way_request.award_person_id is 'Whose award is to go this way; null where all that the payee receives does, but for awards with a way of their own.';

create or replace function payments.assert_way_request_steps() returns trigger language plpgsql as $$
begin
  if (old.person_id, old.before, old.after, old.evidence, old.asked_by, old.origin, old.award_person_id, old.award_benefit)
      is distinct from
      (new.person_id, new.before, new.after, new.evidence, new.asked_by, new.origin, new.award_person_id, new.award_benefit)
    or (old.state <> new.state and old.state || ' ' || new.state <> all (array[
      'asked approved', 'asked refused', 'asked withdrawn', 'approved in_force', 'approved refused', 'approved withdrawn']))
  then
    raise exception 'Way request % does not go from % to %', new.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'way_request_step_known';
  end if;
  return new;
end $$;

create or replace view payments.public_way_request with (security_invoker = true) as
select id, person_id, state, after -> 'by' ->> 'channel' as channel, name_check, asked_at, effective_on, in_force_at,
  award_benefit is not null as is_of_one_award
from payments.way_request;

alter table payments.instruction add column way_of text;
comment on column payments.instruction.way_of is 'The award that goes a way of its own, as payroll names it; null for all else the payee receives.';
drop index payments.instruction_of_payee_once;
create unique index instruction_of_payee_once on payments.instruction (run_id, payee_id, coalesce(way_of, ''))
  where replaces_id is null and state <> 'withdrawn';
