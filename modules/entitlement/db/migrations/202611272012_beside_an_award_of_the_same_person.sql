-- An award counts for nothing beside another only where both are of one person: it was granted to a record that was merged
-- away, the other is of the same benefit, and of whom that record was merged into. Whatever the screens do.
create function entitlement.assert_beside() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.holder_id is distinct from nullif(people.root_of(new.person_id), new.person_id) or not exists (
    select from entitlement.award as own where own.id = new.beside_id and own.benefit = new.benefit
      and coalesce(own.holder_id, own.person_id) = new.holder_id)
  then
    raise exception 'Award % is beside no award of the same person', new.id
      using errcode = 'check_violation', constraint = 'award_beside_one_of_the_same_person';
  end if;
  return null;
end $$;
-- Once the statement is done: merging and parting move both awards at a time.
create trigger assert_beside after insert or update of beside_id, holder_id on entitlement.award
  for each row when (new.beside_id is not null) execute function entitlement.assert_beside();
