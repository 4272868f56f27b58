-- The register. Facts hold for a period (during) and were known for a period (recorded_at, retracted_at): a correction
-- retracts a row and writes another, so that any month can be seen as it was known on any day. Nothing is overwritten.
create schema people;

-- The terms a person is found by: each word bare, with its marks (~), within the home area (@) and within the year of
-- birth (#); the whole name (=), the year and the area. The narrower a term, the shorter the list the index reads.
create function people.search_terms(name_key text, plain text, year text, area text) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(array_append(array_remove(string_to_array(plain
    || ' ~' || replace(name_key, ' ', ' ~')
    || ' @' || area || ':' || replace(plain, ' ', ' @' || area || ':')
    || ' #' || year || ':' || replace(plain, ' ', ' #' || year || ':')
    || ' y:' || year || ' a:' || area, ' '), ''), '=' || plain))
$$;

create table people.person (
  id             uuid primary key default uuidv7(),
  full_name      text    not null,
  sex            text    not null,
  born           date    not null,
  born_precision text    not null,
  died_on        date,
  ethnic_group   text,
  phone          text,
  home_area_id   integer not null references geography.area,
  home_village   text,
  name_key       text    not null,
  plain_key      text    not null,
  sort_key       text    not null,
  created_at     timestamptz not null default now(),
  search         tsvector not null generated always as (people.search_terms(
    name_key, btrim(plain_key), (extract(year from born)::integer)::text, home_area_id::text)) stored,
  constraint person_sex_known check (sex in ('female', 'male')),
  constraint person_born_precision_known check (born_precision in ('day', 'month', 'year')),
  constraint person_born_precision_kept check (
    (born_precision <> 'year' or (extract(month from born) = 1 and extract(day from born) = 1))
    and (born_precision <> 'month' or extract(day from born) = 1)),
  constraint person_died_after_birth check (died_on >= born)
);
comment on table people.person is 'Who is in the register, as known now; people.person_version keeps what was known before.';
comment on column people.person.born is 'The first of the year or month where only that is known; born_precision says so.';
comment on column people.person.home_area_id is 'The unit of the present residence as it was recorded, which may since have been merged.';
comment on column people.person.name_key is 'Lower case, marks kept, tone at the end of the syllable, final y as i.';
comment on column people.person.plain_key is 'name_key without marks, between blanks, for parts of names.';
comment on column people.person.sort_key is 'Given name, then middle, then family, in Vietnamese order, as ASCII.';
-- A short pending list: a search walks through what an import has just added.
create index person_search on people.person using gin (search) with (gin_pending_list_limit = 256);
create index person_home on people.person (home_area_id, sort_key);
create index person_phone on people.person (phone) where phone is not null;

create table people.person_version (
  id             uuid primary key default uuidv7(),
  person_id      uuid not null references people.person on delete cascade,
  full_name      text not null,
  sex            text not null,
  born           date not null,
  born_precision text not null,
  died_on        date,
  ethnic_group   text,
  phone          text,
  source         text not null,
  recorded_at    timestamptz not null default now(),
  recorded_by    uuid,
  retracted_at   timestamptz,
  constraint person_version_one_is_current exclude using gist (person_id with =) where (retracted_at is null)
);
create index person_version_of_person on people.person_version (person_id);

create table people.identifier (
  id           uuid primary key default uuidv7(),
  person_id    uuid not null references people.person on delete cascade,
  kind         text not null,
  number       text not null,
  verified_on  date,
  source       text not null,
  recorded_at  timestamptz not null default now(),
  recorded_by  uuid,
  retracted_at timestamptz,
  constraint identifier_kind_known check (kind in ('personal_id', 'legacy_id', 'health_card', 'social_insurance')),
  constraint identifier_personal_id_shape check (kind <> 'personal_id' or number ~ '^\d{12}$'),
  constraint identifier_legacy_id_shape check (kind <> 'legacy_id' or number ~ '^\d{9}$')
);
create unique index identifier_once on people.identifier (kind, number) where retracted_at is null;
create index identifier_of_person on people.identifier (person_id);
create index identifier_number_from_end on people.identifier (reverse(number) text_pattern_ops) where retracted_at is null;

create table people.residence (
  id           uuid primary key default uuidv7(),
  person_id    uuid not null references people.person on delete cascade,
  area_id      integer not null references geography.area,
  village      text,
  address      text,
  during       daterange not null,
  source       text not null,
  recorded_at  timestamptz not null default now(),
  recorded_by  uuid,
  retracted_at timestamptz,
  constraint residence_not_empty check (not isempty(during)),
  constraint residence_one_at_a_time exclude using gist (person_id with =, during with &&) where (retracted_at is null)
);
create index residence_of_person on people.residence (person_id);
comment on column people.residence.area_id is 'The unit as it was at the time; its successors are in geography.';

create table people.household (
  id         uuid primary key default uuidv7(),
  code       text not null unique,
  created_at timestamptz not null default now()
);

create table people.membership (
  id               uuid primary key default uuidv7(),
  household_id     uuid not null references people.household,
  person_id        uuid not null references people.person on delete cascade,
  is_head          boolean not null default false,
  relation_to_head text not null,
  during           daterange not null,
  source           text not null,
  recorded_at      timestamptz not null default now(),
  recorded_by      uuid,
  retracted_at     timestamptz,
  constraint membership_not_empty check (not isempty(during)),
  constraint membership_one_household_at_a_time
    exclude using gist (person_id with =, during with &&) where (retracted_at is null),
  constraint membership_one_head_at_a_time
    exclude using gist (household_id with =, during with &&) where (retracted_at is null and is_head)
);
create index membership_of_household on people.membership (household_id);
create index membership_of_person on people.membership (person_id);

create table people.relation (
  id           uuid primary key default uuidv7(),
  person_id    uuid not null references people.person on delete cascade,
  other_id     uuid not null references people.person on delete cascade,
  kind         text not null,
  detail       jsonb not null default '{}',
  during       daterange not null,
  source       text not null,
  recorded_at  timestamptz not null default now(),
  recorded_by  uuid,
  retracted_at timestamptz,
  constraint relation_kind_known check (kind in ('parent_of', 'spouse_of', 'cares_for', 'collects_for', 'guardian_of', 'related_to')),
  constraint relation_between_two check (person_id <> other_id),
  constraint relation_once_at_a_time
    exclude using gist (person_id with =, other_id with =, kind with =, during with &&) where (retracted_at is null)
);
create index relation_of_person on people.relation (person_id);
create index relation_of_other on people.relation (other_id);
comment on table people.relation is 'person_id is the parent, carer, collector or guardian; other_id the child, the cared-for, the paid.';

create table people.circumstance (
  id           uuid primary key default uuidv7(),
  person_id    uuid references people.person on delete cascade,
  household_id uuid references people.household,
  kind         text not null,
  detail       jsonb not null default '{}',
  during       daterange not null,
  evidence     jsonb,
  source       text not null,
  recorded_at  timestamptz not null default now(),
  recorded_by  uuid,
  retracted_at timestamptz,
  constraint circumstance_of_one_subject check (num_nonnulls(person_id, household_id) = 1),
  constraint circumstance_not_empty check (not isempty(during)),
  constraint circumstance_person_one_at_a_time
    exclude using gist (person_id with =, kind with =, during with &&) where (retracted_at is null and person_id is not null),
  constraint circumstance_household_one_at_a_time
    exclude using gist (household_id with =, kind with =, during with &&) where (retracted_at is null and household_id is not null)
);
create index circumstance_of_person on people.circumstance (person_id);
create index circumstance_of_household on people.circumstance (household_id);
comment on table people.circumstance is 'A dated, evidenced fact («hoàn cảnh»); the kinds and their details are in modules/people/domain/circumstance.ts.';

create table people.touched (
  person_id  uuid primary key,
  touched_at timestamptz not null default now()
);
comment on table people.touched is 'Whose facts changed since somebody last looked; whoever looks takes the rows away.';

-- Once for each statement, so that an import of thousands pays once; as the owner, so that nobody is missed for being
-- out of the sight of whoever wrote.
create function people.touch_person() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into people.touched (person_id) select distinct person_id from changed order by person_id
    on conflict (person_id) do update set touched_at = now();
  return null;
end $$;
create function people.touch_subject() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into people.touched (person_id)
    select person_id from changed where person_id is not null
    union
    select membership.person_id from changed join people.membership using (household_id)
    order by person_id
    on conflict (person_id) do update set touched_at = now();
  return null;
end $$;
create function people.touch_both() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into people.touched (person_id)
    select person_id from changed union select other_id from changed order by person_id
    on conflict (person_id) do update set touched_at = now();
  return null;
end $$;
do $$
declare
  pair text[];
  event text;
begin
  foreach pair slice 1 in array array[
    ['person_version', 'touch_person'], ['residence', 'touch_person'], ['membership', 'touch_person'],
    ['relation', 'touch_both'], ['circumstance', 'touch_subject']] loop
    foreach event in array array['insert', 'update'] loop
      execute format('create trigger touch_on_%1$s after %1$s on people.%2$I referencing new table as changed
        for each statement execute function people.%3$I()', event, pair[1], pair[2]);
    end loop;
  end loop;
end $$;

create table people.command (
  request_id   uuid primary key,
  kind         text not null,
  input_digest text not null,
  result       jsonb not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid
);
comment on table people.command is 'What was answered to a command, so that it can be sent twice without harm.';

-- The second wall: whoever asks sees the people of their area, whatever the query forgot.
alter table people.person enable row level security;
-- The whole country (0) is asked for first: its fifteen thousand units need not be listed for each query.
create policy of_area on people.person using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or home_area_id in (
    select area_id from geography.area_within
    where within_id = nullif(current_setting('ansinh.area', true), '')::integer));
do $$
declare name text;
begin
  foreach name in array array['person_version', 'identifier', 'residence', 'membership', 'circumstance'] loop
    execute format('alter table people.%I enable row level security', name);
  end loop;
end $$;
-- Whoever works for the whole country is asked once, not for every row.
do $$
declare name text;
begin
  foreach name in array array['person_version', 'identifier', 'residence', 'membership'] loop
    execute format('create policy of_person on people.%I using (
      (select nullif(current_setting(''ansinh.area'', true), '''')::integer) = 0
      or exists (select from people.person where person.id = person_id))', name);
  end loop;
end $$;
create policy of_subject on people.circumstance using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = circumstance.person_id)
  or exists (select from people.membership where membership.household_id = circumstance.household_id));
alter table people.relation enable row level security;
create policy of_either on people.relation using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = relation.person_id)
  or exists (select from people.person where person.id = relation.other_id));

-- Searching and moving out go past the first wall and therefore build it again themselves: the operators that search
-- text are not leakproof, so a policy would keep every index from being used; and whoever records that somebody moved
-- away writes a row they may no longer see.
create function people.is_within_actor(area_id integer) returns boolean
language sql stable set search_path = '' as $$
  select nullif(current_setting('ansinh.area', true), '')::integer = 0 or exists (
    select from geography.area_within
    where within_id = nullif(current_setting('ansinh.area', true), '')::integer
      and area_within.area_id = is_within_actor.area_id)
$$;

create function people.find_by_words(words tsquery, with_dead boolean, most integer) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  actor_area integer := nullif(current_setting('ansinh.area', true), '')::integer;
begin
  if actor_area = 0 then
    return query select id from people.person
      where search @@ words and (with_dead or died_on is null) limit most;
  else
    -- Looked up row by row in a small table, for a list of hundreds of units would be weighed anew by every planning.
    return query select id from people.person
      where search @@ words and (with_dead or died_on is null)
        and (home_area_id in (select area_id from geography.area_within where within_id = actor_area)) is true
      limit most;
  end if;
end $$;

create function people.find_by_number(digits text, is_end boolean, most integer)
returns table (person_id uuid, kind text, number text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare pattern text := reverse(digits) || case when is_end then '%' else '' end;
begin
  return query select identifier.person_id, identifier.kind, identifier.number
    from people.identifier join people.person on person.id = identifier.person_id
    where identifier.retracted_at is null and reverse(identifier.number) like pattern
      and people.is_within_actor(person.home_area_id)
    limit most;
end $$;

create function people.set_home(mover uuid, new_area integer, new_village text) returns boolean
language sql security definer set search_path = '' as $$
  update people.person set home_area_id = new_area, home_village = new_village
  where id = mover and people.is_within_actor(home_area_id)
  returning true
$$;
comment on function people.set_home is 'Moves somebody the actor may see, to wherever they went; null where there is nobody to move.';
