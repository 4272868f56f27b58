-- What a facility lets people know of it, beside what its letterhead says («cơ sở trợ giúp xã hội»).
alter table applications.facility
  add column serves text,
  add column address text,
  add column phone text,
  add column is_listed boolean not null default false;
comment on column applications.facility.serves is 'Whom it takes in, in words for people who look for a place.';
comment on column applications.facility.is_listed is 'Whether the portal names it. A shelter whose address is a secret is not listed, and nothing is until its head says so.';
