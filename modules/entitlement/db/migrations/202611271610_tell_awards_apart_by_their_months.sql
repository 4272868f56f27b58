-- What excludes two awards of a benefit at a time looks at the months before the benefit: to compare words is what made each
-- row dear.
alter table entitlement.award drop constraint award_once_at_a_time;
alter table entitlement.award add constraint award_once_at_a_time
  exclude using gist ((coalesce(holder_id, person_id)) with =, during with &&, benefit with =)
  where (retracted_at is null and beside_id is null);
