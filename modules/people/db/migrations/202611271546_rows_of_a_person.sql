-- Whether an earlier list named somebody by the same decision is asked for every row of a new one.
create index import_row_of_person on people.import_row (person_id) where applied_at is not null;
