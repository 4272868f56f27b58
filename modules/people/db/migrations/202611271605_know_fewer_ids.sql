-- Ids are nearly all different, and to remember the hundred most frequent of them tells the planner nothing: it compared each
-- of two thousand people asked for with every one of those, and took longer than the database to read them all.
alter table people.relation alter column person_id set statistics 10, alter column other_id set statistics 10;
alter table people.membership alter column person_id set statistics 10, alter column household_id set statistics 10;
alter table people.circumstance alter column person_id set statistics 10, alter column household_id set statistics 10;
