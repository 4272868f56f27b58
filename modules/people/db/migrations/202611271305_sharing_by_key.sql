-- As people.sharing, and under which key each stands: a whole list of newcomers is brought together in one question.
create function people.sharing_by_key(asked integer[], most integer) returns table (key integer, person_id uuid)
language sql stable security definer set search_path = '' set enable_seqscan = off as $$
  select wanted.key, met.person_id from (select distinct unnest(asked) as key) as wanted, lateral (
    select array_agg(record.person_id) as ids from (
      select match_record.person_id from people.match_record where keys @> array[wanted.key] limit most + 1) as record
  ) as block, unnest(block.ids) as met (person_id)
  where cardinality(block.ids) <= most
$$;
