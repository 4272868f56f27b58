-- An award that was taken over from a list knows from which month this system pays it: the months before were paid by the lists
-- before, and no run makes them good again.
alter table entitlement.listed_award
  add column paid_through platform.month,
  add column is_paid_told boolean not null default false;
comment on column entitlement.listed_award.paid_through is 'The last month the lists before have paid, as whoever brought the list said; null where nothing was said to be paid.';
comment on column entitlement.listed_award.is_paid_told is 'The row says so itself, and not only the file as a whole.';

alter table entitlement.award
  add column paid_from date,
  add constraint award_paid_from_within check (
    extract(day from paid_from) = 1 and (isempty(during) or paid_from >= lower(during)));
comment on column entitlement.award.paid_from is 'The first day of the first month this system pays, where lists of before paid the months up to it; the right itself is of all of during.';
