-- Whoever signs for a commune wrote each decision at the price of reading everybody in the register: what is cheap is asked
-- first, and then only about the one person of the decision.
alter policy of_person_or_area on entitlement.decision using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or exists (select from people.person where person.id = decision.person_id));
