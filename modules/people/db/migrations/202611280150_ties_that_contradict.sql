-- What can never be true of people together is refused here, whichever way it comes: recorded, merged, parted again, given
-- back after a death that was none, or told by another register. The program says it first, and says of whom.
create function people.assert_ties() returns trigger
language plpgsql security definer set search_path = ''
-- A statement writes one row or a million; looked up by key either way, for the plan is made once.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare broken text;
begin
  -- Two transactions that write about one person wait for each other, so the later one sees what the earlier one wrote.
  perform from people.person where id = any(array(
      select person_id from changed where retracted_at is null and kind in ('parent_of', 'spouse_of', 'guardian_of', 'related_to')
      union
      select other_id from changed where retracted_at is null and kind in ('parent_of', 'spouse_of', 'guardian_of', 'related_to')))
    order by id for no key update;
  with seen as (
    select id, kind, during, person_id as who, other_id as whom, true as is_from from changed
    where retracted_at is null and kind in ('parent_of', 'spouse_of', 'guardian_of', 'related_to')
    union all
    select id, kind, during, other_id, person_id, false from changed
    where retracted_at is null and kind in ('parent_of', 'spouse_of', 'guardian_of', 'related_to')),
  beside as (
    select seen.*, other.* from seen cross join lateral (
      select kind as other_kind, during as other_during, other_id as other_whom, true as other_is_from from people.relation
        where person_id = seen.who and retracted_at is null and id <> seen.id
      union all
      select kind, during, person_id, false from people.relation
        where other_id = seen.who and retracted_at is null and id <> seen.id) as other)
  select case
      when kind <> other_kind then 'relation_no_spouse_is_parent'
      when kind = 'guardian_of' then 'relation_no_guardian_has_one'
      when whom = other_whom then 'relation_said_once'
      else 'relation_one_spouse_at_a_time' end into broken
    from beside
    where kind in ('parent_of', 'spouse_of') and other_kind in ('parent_of', 'spouse_of') and kind <> other_kind and whom = other_whom
      or kind = other_kind and during && other_during and (
        kind = 'guardian_of' and is_from <> other_is_from
        or kind = 'spouse_of'
        or kind = 'related_to' and whom = other_whom)
    limit 1;
  if broken is null and exists (
    select from changed
    where kind = 'parent_of' and retracted_at is null and upper_inf(during)
      and (select born from people.person where id = person_id) >= (select born from people.person where id = other_id))
  then broken := 'relation_parents_were_born_first';
  end if;
  if broken is not null then
    raise exception 'Ties between people contradict each other' using errcode = 'check_violation', constraint = broken;
  end if;
  return null;
end $$;
create trigger assert_ties_on_insert after insert on people.relation referencing new table as changed
  for each statement execute function people.assert_ties();
create trigger assert_ties_on_update after update on people.relation referencing new table as changed
  for each statement execute function people.assert_ties();

-- Nobody is born before a parent, so no circle of parents can close. A tie that ended was none, or an adoption that is over.
create function people.assert_birth() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from people.relation join people.person as child on child.id = other_id
    where person_id = new.id and kind = 'parent_of' and retracted_at is null and upper_inf(during) and child.born <= new.born
    union all
    select from people.relation join people.person as parent on parent.id = person_id
    where other_id = new.id and kind = 'parent_of' and retracted_at is null and upper_inf(during) and parent.born >= new.born)
  then
    raise exception 'A parent was born before the child'
      using errcode = 'check_violation', constraint = 'relation_parents_were_born_first';
  end if;
  return null;
end $$;
create trigger assert_birth after update of born on people.person
  for each row when (new.born is distinct from old.born) execute function people.assert_birth();
