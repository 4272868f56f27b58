-- A pension below nothing would be added where the law takes it off.
alter table people.circumstance add constraint circumstance_sum_not_negative check (
  kind not in ('pension', 'social_insurance_allowance', 'meritorious_allowance') or (detail->>'monthly')::numeric >= 0);
