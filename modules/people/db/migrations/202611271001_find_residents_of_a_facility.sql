-- Who lives in a facility is counted before another is admitted.
create index circumstance_of_facility on people.circumstance ((detail ->> 'facility'))
  where kind = 'facility_residence' and retracted_at is null;
