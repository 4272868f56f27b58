-- Rights («quyền lợi»): what the law sees of a person, the decisions taken, and the awards they open and close.
create schema entitlement;

-- Made again by one function whose periods never overlap; proving it once more for each row would cost more than the rest.
create table entitlement.standing (
  person_id uuid      not null references people.person on delete cascade,
  during    daterange not null,
  area_id   integer   not null,
  facts     jsonb     not null,
  constraint standing_begins check (not isempty(during) and not lower_inf(during))
);
create unique index standing_begins_once on entitlement.standing (person_id, lower(during));
comment on table entitlement.standing is
  'A projection: what the law sees of a person over a period, as known now (modules/entitlement/domain/standing.ts). Made again whenever a fact changes.';
comment on column entitlement.standing.facts is 'Only what differs from a person of whom nothing is known (plainStanding).';
comment on column entitlement.standing.area_id is 'Where the person lived then, as the unit was recorded; its successor is in geography.';

create table entitlement.decision (
  id           uuid primary key default uuidv7(),
  kind         text not null,
  number       text not null,
  signed_on    date not null,
  signer_title text not null,
  area_id      integer not null references geography.area,
  person_id    uuid references people.person,
  effective    platform.month not null,
  reason       text not null,
  legal_basis  jsonb not null,
  source       text not null,
  request_id   uuid unique,
  recorded_at  timestamptz not null default now(),
  recorded_by  uuid,
  constraint decision_kind_known check (kind in
    ('grant', 'adjust', 'suspend', 'resume', 'stop', 'transfer', 'convert', 'refuse'))
);
create index decision_of_person on entitlement.decision (person_id);
comment on column entitlement.decision.area_id is 'The unit that signed, as it was on the day; its successor is in geography.';
comment on column entitlement.decision.person_id is 'Null where one decision converts a list.';

create table entitlement.award (
  id           uuid primary key default uuidv7(),
  person_id    uuid not null references people.person,
  benefit      text not null,
  payee_id     uuid not null references people.person,
  area_id      integer not null references geography.area,
  opened_by    uuid not null references entitlement.decision,
  closed_by    uuid references entitlement.decision,
  close_reason text,
  during       daterange not null,
  recorded_at  timestamptz not null default now(),
  retracted_at timestamptz,
  constraint award_benefit_known check (benefit in ('monthly_allowance', 'social_pension', 'care_support', 'parenting_support')),
  constraint award_whole_months check (
    extract(day from lower(during)) = 1 and (upper_inf(during) or extract(day from upper(during)) = 1)),
  constraint award_closed_by_decision check (upper_inf(during) or closed_by is not null),
  constraint award_once_at_a_time
    exclude using gist (person_id with =, benefit with =, during with &&) where (retracted_at is null)
);
create index award_of_person on entitlement.award (person_id);
create index award_of_payee on entitlement.award (payee_id);
create index award_opened_by on entitlement.award (opened_by);
create index award_closed_by on entitlement.award (closed_by);
comment on column entitlement.award.during is 'First month due (its first day), and the month after the last; open while it lasts. Empty where a grant never took effect.';

create table entitlement.changed (
  person_id  uuid primary key,
  changed_at timestamptz not null
);
comment on table entitlement.changed is 'When the standing or the awards of a person last changed: what a run looks at again for arrears.';

alter table entitlement.standing enable row level security;
-- The unit of the time, and whoever has the person now: a run compares with the month before, wherever that was spent.
create policy of_area_or_person on entitlement.standing using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or area_id in (select area_id from geography.area_within
              where within_id = nullif(current_setting('ansinh.area', true), '')::integer)
  or exists (select from people.person where person.id = person_id));
alter table entitlement.award enable row level security;
create policy of_person on entitlement.award using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id));
alter table entitlement.decision enable row level security;
create policy of_person_or_area on entitlement.decision using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or person_id in (select id from people.person)
  or area_id in (select area_id from geography.area_within
                 where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
