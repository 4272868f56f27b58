-- A number that no standing holds would keep everybody from being paid: the program refuses it at the field, and so does this.
-- What was recorded before stays as it was recorded.
alter table people.circumstance
  add constraint circumstance_sum_to_be_believed check (coalesce((detail ->> 'monthly')::numeric, 0) <= 999999999) not valid;
