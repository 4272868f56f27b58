-- Records that may be one person are found by keys: a name with a birth, a birth with a commune … hashed to 32 bits. One row
-- a person, so that somebody new is compared with those few of a million who share a key.
create table people.match_record (
  person_id   uuid primary key references people.person on delete cascade,
  keys        integer[] not null,
  area_now_id integer   not null
);
-- No pending list: whoever was written a moment ago is met at once.
create index match_record_keys on people.match_record using gin (keys) with (fastupdate = off);
comment on table people.match_record is 'What a person is brought together with others by (domain/duplicates/register-rules.ts). Made again whenever what the keys are made of changes.';
comment on column people.match_record.area_now_id is 'The unit of the home as it was when the keys were made: after a merger they are made again.';

-- How records are weighed: learned from everybody in the first whole look, and again when there are many more.
create table people.match_model (
  id         uuid primary key default uuidv7(),
  prior      double precision not null,
  weights    jsonb,
  people     integer     not null,
  began_at   timestamptz not null,
  ended_at   timestamptz,
  constraint match_model_prior_is_a_share check (prior > 0 and prior < 1)
);
comment on column people.match_model.weights is 'Null where there were too few people to learn from: the first weights of the program count.';
comment on column people.match_model.began_at is 'Who changed since then is looked at by themselves.';
comment on column people.match_model.ended_at is 'Null while everybody is being looked at.';

create table people.match_due (
  person_id uuid primary key,
  due_at    timestamptz not null default now()
);
comment on table people.match_due is 'Who is to be compared with everybody again; nobody stands here before the first whole look began.';

-- Once for each statement, as touched is.
create function people.match_again() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from people.match_model) then
    if tg_table_name = 'person' then
      insert into people.match_due (person_id) select id from changed order by id on conflict do nothing;
    else
      insert into people.match_due (person_id) select distinct person_id from changed order by person_id
        on conflict do nothing;
    end if;
  end if;
  return null;
end $$;
do $$
declare
  name text;
  event text;
begin
  foreach name in array array['person', 'identifier', 'membership'] loop
    foreach event in array array['insert', 'update'] loop
      execute format('create trigger match_again_on_%1$s after %1$s on people.%2$I referencing new table as changed
        for each statement execute function people.match_again()', event, name);
    end loop;
  end loop;
end $$;

-- Whoever stands under each of these keys, but not under one that more stand under than are compared.
create function people.sharing(asked integer[], most integer) returns table (person_id uuid)
language sql stable security definer set search_path = '' set enable_seqscan = off as $$
  select distinct met.person_id from unnest(asked) as wanted (key), lateral (
    select array_agg(record.person_id) as ids from (
      select match_record.person_id from people.match_record where keys @> array[wanted.key] limit most + 1) as record
  ) as block, unnest(block.ids) as met (person_id)
  where cardinality(block.ids) <= most
$$;

alter table people.match_record enable row level security;
create policy of_person on people.match_record using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id = person_id));

-- Two records that were one person («gộp hồ sơ»): the one points to the other and keeps all that was ever written of it.
alter table people.person add column merged_into uuid references people.person;
alter table people.person add constraint person_not_merged_into_itself check (merged_into <> id);
create index person_merged on people.person (merged_into) where merged_into is not null;
comment on column people.person.merged_into is 'The record this one was found to be the same person as; it stands for nobody any more, and its past is the other’s.';

create table people.merge (
  id           uuid primary key default uuidv7(),
  kept_id      uuid not null references people.person,
  merged_id    uuid not null references people.person,
  stands_until date not null,
  wrote        jsonb not null,
  took_back    jsonb not null,
  source       text not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid,
  retracted_at timestamptz,
  retracted_by uuid,
  constraint merge_of_two check (kept_id <> merged_id),
  constraint merge_once_at_a_time exclude using gist (merged_id with =) where (retracted_at is null)
);
create index merge_of_kept on people.merge (kept_id);
create index merge_of_merged on people.merge (merged_id);
comment on column people.merge.stands_until is 'From this day on the merged record has no rights of its own.';
comment on column people.merge.wrote is 'The rows it wrote, by table: taken back when it is undone, and what keeps it from being undone once somebody has changed them.';
comment on column people.merge.took_back is 'The rows it retracted, by table: written again when it is undone.';
alter table people.merge enable row level security;
create policy of_either on people.merge using (
  (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
  or exists (select from people.person where person.id in (kept_id, merged_id)));

-- Two commands at once could make a circle, or merge into what is being merged away: the database is the last judge.
create function people.assert_merge() returns trigger language plpgsql security definer set search_path = '' as $$
declare further uuid;
begin
  if new.merged_into is not null then
    if old.merged_into is not null then
      raise exception 'Person % is merged already', new.id
        using errcode = 'check_violation', constraint = 'person_merged_once';
    end if;
    select merged_into into further from people.person where id = new.merged_into for share;
    if further is not null then
      raise exception 'Person % is merged itself', new.merged_into
        using errcode = 'check_violation', constraint = 'person_merged_into_the_living';
    end if;
  end if;
  return new;
end $$;
create trigger assert_merge before update of merged_into on people.person
  for each row when (new.merged_into is distinct from old.merged_into) execute function people.assert_merge();

-- The record a person is kept under today, whatever was merged into what.
create function people.root_of(person uuid) returns uuid language sql stable security definer set search_path = '' as $$
  with recursive way (id, merged_into) as (
    select id, merged_into from people.person where id = root_of.person
    union all
    select person.id, person.merged_into from way join people.person on person.id = way.merged_into
  )
  select id from way where merged_into is null
$$;

create view people.public_record with (security_invoker = true) as
select id as person_id, home_area_id, merged_into from people.person;
comment on view people.public_record is 'Where each record is at home now, and which one it was merged into, for the module that keeps pairs of them.';
