-- Who people are today and how they are hindered, for modules that keep lists of them; row-level security stays whoever’s asks.
create view people.public_person with (security_invoker = true) as
select id as person_id, full_name, sort_key, sex, born, born_precision, died_on, phone, home_area_id, home_village
from people.person;

create view people.public_disability with (security_invoker = true) as
select person_id, detail ->> 'level' as level, during
from people.circumstance where kind = 'disability' and retracted_at is null and person_id is not null;
comment on view people.public_disability is 'The degree of a disability as it is believed now, and the days it holds.';
