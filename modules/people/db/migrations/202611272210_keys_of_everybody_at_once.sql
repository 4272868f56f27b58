-- In a whole look the keys of everybody are written into a table of their own, and indexed when they are all there: an index
-- of keys takes a million rows much sooner at once than one by one. Nobody sees it until it takes the place of the former
-- one, whole. The program owns no table, so it asks.
create function people.begin_keys() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  create table people.match_record_next (like people.match_record including defaults including comments);
end $$;
comment on function people.begin_keys is 'Makes the table the keys of everybody are written into.';

create function people.join_keys() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  alter table people.match_record_next add constraint match_record_next_pkey primary key (person_id);
  create index match_record_next_keys on people.match_record_next using gin (keys) with (fastupdate = off);
  alter table people.match_record_next enable row level security;
  create policy of_person on people.match_record_next using (
    (select nullif(current_setting('ansinh.area', true), '')::integer) = 0
    or exists (select from people.person where person.id = person_id));
  analyze people.match_record_next;
  -- Whoever asks waits from here on, until the transaction ends.
  drop table people.match_record;
  alter table people.match_record_next rename to match_record;
  alter table people.match_record rename constraint match_record_next_pkey to match_record_pkey;
  alter index people.match_record_next_keys rename to match_record_keys;
  comment on table people.match_record is 'What a person is brought together with others by (domain/duplicates/register-rules.ts). Made again whenever what the keys are made of changes.';
end $$;
comment on function people.join_keys is 'Puts the table of begin_keys in the place of the keys there were.';

-- Nobody is deleted from the register, and a key of somebody who is not there finds nobody. Tying the next table to people
-- would hold up whoever is written down meanwhile.
alter table people.match_record drop constraint match_record_person_id_fkey;
