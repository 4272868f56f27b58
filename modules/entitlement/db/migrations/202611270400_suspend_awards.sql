-- An award suspended by decision («tạm dừng») pays nothing from a month on; resumed («tiếp tục»), it pays those months too,
-- and stopped, it ends. So there is never more than one suspension that holds, and it is a column of the award.
alter table entitlement.award
  add column suspended_from date,
  add column suspend_reason text,
  add column suspended_by   uuid references entitlement.decision,
  add column resumed_by     uuid references entitlement.decision,
  add constraint award_suspended_by_decision check (
    (suspended_from is null) = (suspended_by is null) and (suspended_from is null) = (suspend_reason is null)),
  add constraint award_suspend_reason_known check (suspend_reason in ('not_collected', 'refuses_review', 'detained')),
  add constraint award_suspended_within check (
    extract(day from suspended_from) = 1 and suspended_from >= lower(during)
    and (upper_inf(during) or suspended_from < upper(during)));
create index award_suspended_by on entitlement.award (suspended_by) where suspended_by is not null;
create index award_resumed_by on entitlement.award (resumed_by) where resumed_by is not null;
comment on column entitlement.award.suspended_from is 'The first day of the first month that is not paid while the award is suspended.';
comment on column entitlement.award.resumed_by is 'The decision that last let a suspended award go on, with every month left out.';

-- What a refusal is about stands on no award.
alter table entitlement.decision
  add column benefit text,
  add constraint decision_refuses_benefit check (kind <> 'refuse' or benefit is not null);
comment on column entitlement.decision.benefit is 'What was refused; of every other decision its awards tell.';
