-- What was paid above the right may come back out of later months («trừ dần vào kỳ sau»): the right stays whole, the order to
-- pay is smaller, and the ledger sets off what is owed both ways.
alter table payments.recovery drop constraint recovery_plan_known;
alter table payments.recovery add constraint recovery_plan_known check (plan in ('at_once', 'instalments', 'offset'));
alter table payments.recovery add column held_because text;
alter table payments.recovery add constraint recovery_held_for_a_reason check (length(trim(held_because)) > 0);
comment on column payments.recovery.held_because is 'Why nothing is withheld for now, such as a complaint that is not decided; null while nothing stands in the way.';

create table payments.withholding (
  instruction_id uuid not null,
  person_id      uuid not null,
  component      text not null,
  benefit_month  platform.month not null,
  recovery_id    uuid not null references payments.recovery,
  amount         bigint not null,
  programme      text not null,
  area_id        integer not null,
  primary key (instruction_id, person_id, component, benefit_month, recovery_id),
  constraint withholding_amount_positive check (amount > 0),
  constraint withholding_programme_known check (programme in ('monthly_allowance', 'social_pension', 'care', 'one_off'))
);
create index withholding_recovery on payments.withholding (recovery_id);
comment on table payments.withholding is 'What of a line of a run is not paid but set off against a recovery; items hold what is left to pay.';
create trigger withholding_never_changed before update or delete on payments.withholding
  for each statement execute function payments.never();
alter table payments.withholding enable row level security;
create policy of_area on payments.withholding using (area_id in (
  select area_id from geography.area_within
  where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
