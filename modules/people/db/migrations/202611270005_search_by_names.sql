-- A register of a million people has some sixty thousand names. Words in any order are looked up among the names, and
-- the people of a name in an index that holds all that closeness is judged by, so that no page of the register is read.
create table people.name (
  name_key  text primary key,
  plain_key text     not null,
  search    tsvector not null
);
comment on table people.name is
  'Every name_key there is or was, for searching; whom it belongs to is in people.person. Nobody reads it but find_by_name.';
comment on column people.name.search is 'Each word bare and with its marks (~), and the whole name (=).';
-- Names are few and new ones rare: no pending list to walk through.
create index name_search on people.name using gin (search) with (fastupdate = off);
create index person_by_name on people.person (name_key, born) include (id, sort_key, home_area_id, died_on);

create function people.name_terms(name_key text, plain text) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(array_append(array_remove(string_to_array(plain || ' ~' || replace(name_key, ' ', ' ~'), ' '),
    ''), '=' || plain))
$$;

create function people.remember_names() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into people.name (name_key, plain_key, search)
  select distinct on (name_key) name_key, plain_key, people.name_terms(name_key, btrim(plain_key)) from fresh
  where not exists (select from people.name where name.name_key = fresh.name_key)
  on conflict do nothing;
  return null;
end $$;
create trigger remember_names after insert on people.person
  referencing new table as fresh for each statement execute function people.remember_names();
create trigger remember_changed_names after update on people.person
  referencing new table as fresh for each statement execute function people.remember_names();

insert into people.name (name_key, plain_key, search)
select distinct on (name_key) name_key, plain_key, people.name_terms(name_key, btrim(plain_key)) from people.person;
analyze people.name;

-- Without a policy nobody passes; the function below does, because it is the owner’s.
alter table people.name enable row level security;

-- These functions find few people of many: each by their key, never by a walk through the register, whatever the planner
-- makes of words it knows no frequency of.

-- People by the words of their names: each query in turn, the strict ones first, as long as fewer than `enough` are found.
-- A looser query finds again whom a stricter one found.
create function people.find_by_name(queries tsquery[], with_dead boolean, enough integer, most integer)
returns table (id uuid, name_key text, plain_key text, sort_key text, born date, home_area_id integer)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set max_parallel_workers_per_gather = 0 set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  actor_area integer := nullif(current_setting('ansinh.area', true), '')::integer;
  wanted tsquery;
  found_most integer := 0;
  found_now integer;
begin
  foreach wanted in array queries loop
    exit when found_most >= enough;
    if actor_area = 0 then
      return query select person.id, person.name_key, name.plain_key, person.sort_key, person.born, person.home_area_id
        from people.name join people.person on person.name_key = name.name_key
        where name.search @@ wanted and (with_dead or person.died_on is null) limit most;
    else
      return query select person.id, person.name_key, name.plain_key, person.sort_key, person.born, person.home_area_id
        from people.name join people.person on person.name_key = name.name_key
        where name.search @@ wanted and (with_dead or person.died_on is null)
          and (person.home_area_id in (select area_id from geography.area_within where within_id = actor_area)) is true
        limit most;
    end if;
    get diagnostics found_now = row_count;
    found_most := greatest(found_most, found_now);
  end loop;
end $$;

-- The same within years or units, where the terms of the person are narrow; words with marks are looked at afterwards.
create function people.find_within(queries tsquery[], marked text[], with_dead boolean, enough integer, most integer)
returns table (id uuid, name_key text, plain_key text, sort_key text, born date, home_area_id integer)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
set max_parallel_workers_per_gather = 0 as $$
declare
  actor_area integer := nullif(current_setting('ansinh.area', true), '')::integer;
  place integer := 0;
  found_most integer := 0;
  found_now integer;
begin
  foreach place in array array(select generate_subscripts(queries, 1)) loop
    exit when found_most >= enough;
    return query select person.id, person.name_key, person.plain_key, person.sort_key, person.born, person.home_area_id
      from people.person
      where search @@ queries[place] and (with_dead or died_on is null)
        and (marked[place] is null or string_to_array(person.name_key, ' ') @> string_to_array(marked[place], ' '))
        and (actor_area = 0
          or person.home_area_id in (select area_id from geography.area_within where within_id = actor_area)) is true
      limit most;
    get diagnostics found_now = row_count;
    found_most := greatest(found_most, found_now);
  end loop;
end $$;

-- What a list of hits shows of people the actor may see, with the number each is best known by.
create function people.hits_of(ids uuid[])
returns table (id uuid, full_name text, sex text, born date, born_precision text, died_on date, home_area_id integer,
  home_village text, number_kind text, number text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
set max_parallel_workers_per_gather = 0 set enable_hashjoin = off set enable_mergejoin = off as $$
declare actor_area integer := nullif(current_setting('ansinh.area', true), '')::integer;
begin
  return query select person.id, person.full_name, person.sex, person.born, person.born_precision, person.died_on,
      person.home_area_id, person.home_village, best.kind, best.number
    from people.person left join lateral (
      select identifier.kind, identifier.number from people.identifier
      where identifier.person_id = person.id and identifier.retracted_at is null
      order by array_position(array['personal_id', 'legacy_id', 'health_card', 'social_insurance'], identifier.kind)
      limit 1) as best on true
    where person.id = any(ids) and (actor_area = 0
      or person.home_area_id in (select area_id from geography.area_within where within_id = actor_area)) is true;
end $$;

-- The same numbers as before; the unit of each is looked up in one table instead of by a question for each.
create or replace function people.find_by_number(digits text, is_end boolean, most integer)
returns table (person_id uuid, kind text, number text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
set max_parallel_workers_per_gather = 0 set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  actor_area integer := nullif(current_setting('ansinh.area', true), '')::integer;
  first text := reverse(digits);
begin
  return query select identifier.person_id, identifier.kind, identifier.number
    from people.identifier join people.person on person.id = identifier.person_id
    where identifier.retracted_at is null
      and case when is_end then reverse(identifier.number) like first || '%' else reverse(identifier.number) = first end
      and (actor_area = 0
        or person.home_area_id in (select area_id from geography.area_within where within_id = actor_area)) is true
    limit most;
end $$;
