-- What excludes two facts of a person at a time looks at the days before the kind: to compare words is what made each row dear.
alter table people.circumstance drop constraint circumstance_person_one_at_a_time;
alter table people.circumstance add constraint circumstance_person_one_at_a_time
  exclude using gist (person_id with =, during with &&, kind with =) where (retracted_at is null and person_id is not null);
alter table people.circumstance drop constraint circumstance_household_one_at_a_time;
alter table people.circumstance add constraint circumstance_household_one_at_a_time
  exclude using gist (household_id with =, during with &&, kind with =) where (retracted_at is null and household_id is not null);
alter table people.relation drop constraint relation_once_at_a_time;
alter table people.relation add constraint relation_once_at_a_time
  exclude using gist (person_id with =, other_id with =, during with &&, kind with =) where (retracted_at is null);
