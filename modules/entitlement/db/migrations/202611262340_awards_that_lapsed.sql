-- An award whose right ended for a whole month pays no more of itself when the right returns: a new decision is needed.
create table entitlement.lapse (
  award_id  uuid primary key references entitlement.award,
  person_id uuid not null,
  month     platform.month not null
);
create index lapse_of_person on entitlement.lapse (person_id);
comment on table entitlement.lapse is
  'A projection: the awards that have lapsed, or will if only time goes on, as known now (modules/entitlement/domain/lapse.ts). Made again whenever a standing or an award changes.';
comment on column entitlement.lapse.month is 'The first month without a right.';

create table entitlement.projection (
  name  text primary key,
  basis text not null
);
comment on table entitlement.projection is
  'By which law a projection was worked out; where the law is another one now, it is made again for everybody.';

alter table entitlement.lapse enable row level security;
create policy of_person on entitlement.lapse using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id));
