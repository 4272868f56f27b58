-- How many a facility can take in («công suất»): nobody is admitted beyond it, but whoever is in danger.
alter table applications.facility
  add column places integer,
  add constraint facility_places_positive check (places > 0);
comment on column applications.facility.places is 'How many people it can take in; null while nobody has said.';
