-- One benefit at a time for one person, under however many records that person was written down: an award of a record that
-- was merged counts for the record it was merged into.
alter table entitlement.award add column holder_id uuid references people.person;
alter table entitlement.award add column beside_id uuid;
comment on column entitlement.award.holder_id is 'Whose award it is, where the record it was granted to was merged into another.';
comment on column entitlement.award.beside_id is 'The award of the same benefit it was paid beside before it was known that both are of one person; nothing more is due by it.';
alter table entitlement.award drop constraint award_once_at_a_time;
alter table entitlement.award add constraint award_once_at_a_time
  exclude using gist ((coalesce(holder_id, person_id)) with =, benefit with =, during with &&)
  where (retracted_at is null and beside_id is null);
alter table entitlement.award add constraint award_beside_another check (beside_id <> id);
create index award_of_holder on entitlement.award (holder_id) where holder_id is not null;

-- Whatever writes an award of a merged record writes it for the person it is of; and of such records only awards that were
-- there before are written, ended or corrected.
create function entitlement.hold_awards() returns trigger language plpgsql security definer set search_path = '' as $$
declare wrong uuid;
begin
  if not exists (select from fresh join people.person on person.id = fresh.person_id where person.merged_into is not null) then
    return null;
  end if;
  select fresh.person_id into wrong from fresh join people.person on person.id = fresh.person_id
    where person.merged_into is not null and not exists (
      select from entitlement.award where award.person_id = fresh.person_id and award.opened_by = fresh.opened_by
        and award.id <> fresh.id)
    limit 1;
  if found then
    raise exception 'Record % was merged into another', wrong
      using errcode = 'check_violation', constraint = 'award_of_a_living_record';
  end if;
  update entitlement.award set holder_id = people.root_of(award.person_id), beside_id = (
      select former.beside_id from entitlement.award as former
      where former.person_id = award.person_id and former.opened_by = award.opened_by and former.id <> award.id
        and former.beside_id is not null limit 1)
    from fresh join people.person on person.id = fresh.person_id
    where award.id = fresh.id and person.merged_into is not null;
  return null;
end $$;
create trigger hold_awards after insert on entitlement.award
  referencing new table as fresh for each statement execute function entitlement.hold_awards();
