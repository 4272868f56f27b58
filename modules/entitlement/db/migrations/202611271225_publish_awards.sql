-- Awards with their two times and the month they lapse, for modules that look at what is paid on which ground.
create view entitlement.public_award with (security_invoker = true) as
select award.id as award_id, coalesce(award.holder_id, award.person_id) as person_id, award.benefit, award.payee_id,
  award.area_id, award.during, award.suspended_from, lapse.month as lapsed_from, award.recorded_at, award.retracted_at
from entitlement.award left join entitlement.lapse on lapse.award_id = award.id
where award.beside_id is null;
comment on view entitlement.public_award is 'person_id is whose award it is today, under whichever record it was granted.';
