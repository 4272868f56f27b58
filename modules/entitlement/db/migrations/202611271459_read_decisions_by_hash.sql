-- Many decisions at once are read fastest against everybody one may see, laid out once; a single one that is written is
-- asked for by its person alone. So what may be read and what may be written are put in two ways, and mean the same.
alter policy of_person_or_area on entitlement.decision
  using (
    (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
    or person_id in (select id from people.person)
    or area_id in (select area_id from geography.area_within
                   where within_id = nullif(current_setting('ansinh.area', true), '')::integer))
  with check (
    (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
    or area_id in (select area_id from geography.area_within
                   where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
    or exists (select from people.person where person.id = decision.person_id));
