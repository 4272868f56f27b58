-- Residents of a facility: a monthly nursing allowance («trợ cấp nuôi dưỡng») is one more benefit a decision can grant.
alter table entitlement.award drop constraint award_benefit_known;
alter table entitlement.award add constraint award_benefit_known check (benefit in
  ('monthly_allowance', 'social_pension', 'care_support', 'parenting_support', 'facility_care'));
