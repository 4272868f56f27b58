-- What the register holds, with its two times, for modules that look at it as it is or was known: row-level security of
-- whoever asks counts, and what is confidential is not among it.
create view people.public_identity with (security_invoker = true) as
select person_id, sex, born, born_precision, died_on, recorded_at, retracted_at from people.person_version;

create view people.public_number with (security_invoker = true) as
select person_id, kind, number, verified_on, recorded_at, retracted_at from people.identifier;

create view people.public_home with (security_invoker = true) as
select person_id, area_id, village, during, recorded_at, retracted_at from people.residence;

create view people.public_member with (security_invoker = true) as
select household_id, person_id, is_head, during, recorded_at, retracted_at from people.membership;

create view people.public_tie with (security_invoker = true) as
select id as relation_id, person_id, other_id, kind, during, recorded_at, retracted_at from people.relation;

create view people.public_fact with (security_invoker = true) as
select person_id, household_id, kind, detail, evidence, during, recorded_at, retracted_at from people.circumstance
where kind not in ('hiv', 'detention');
comment on view people.public_fact is 'Facts with their papers, but for the kinds only some may know of (domain/circumstance.ts).';
