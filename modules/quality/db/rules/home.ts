import { sql } from 'kysely'
import type { Fragment, Terms } from '../as-of.ts'

export const unitUnknown = (): Fragment => sql`
  select subject.person_id, null::date, null::uuid, '{}'::jsonb
  from pg_temp.subject join pg_temp.unit on unit.area_id = subject.area_id
  where subject.died_on is null and unit.now_id is null`

export const noVillage = (): Fragment => sql`
  select subject.person_id, subject.there_since, null::uuid, '{}'::jsonb from pg_temp.subject
  where subject.died_on is null and coalesce(btrim(subject.village), '') = ''`

/** A child whose guardian, or somebody whose carer, has died, and nobody alive has taken their place. */
export const deadGuardian = ({ day, known, held }: Terms): Fragment => sql`
  select distinct on (subject.person_id) subject.person_id, dead.died_on, dead.person_id,
    jsonb_build_object('tie', tie.kind)
  from pg_temp.subject
  join people.public_tie as tie on tie.other_id = subject.person_id and tie.kind in ('guardian_of', 'cares_for')
    and ${known('tie')}
  join people.public_identity as dead on dead.person_id = tie.person_id and ${known('dead')}
    and (upper_inf(tie.during) or upper(tie.during) > dead.died_on)
  where subject.died_on is null and (tie.kind <> 'guardian_of' or subject.born > ${day} - interval '18 years')
    and not exists (
      select from people.public_tie as next
      join people.public_identity as living on living.person_id = next.person_id and living.died_on is null
        and ${known('living')}
      where next.other_id = tie.other_id and next.kind = tie.kind and ${held('next')})
  order by subject.person_id, dead.died_on desc, tie.kind`

/** Of each household that is wrong, whoever is oldest of those alive but its head stands for it, whoever of it is being looked at. */
const oldestOf = ({ known, held }: Terms, wrong: Fragment): Fragment => sql`
  select subject.person_id, oldest.since, oldest.head_id, '{}'::jsonb
  from (
    select distinct on (wrong.household_id) member.person_id, wrong.since, wrong.head_id
    from (${wrong}) as wrong
    join people.public_member as member on member.household_id = wrong.household_id and ${held('member')}
      and member.person_id is distinct from wrong.head_id
    join people.public_identity as living on living.person_id = member.person_id and living.died_on is null
      and ${known('living')}
    order by wrong.household_id, living.born, member.person_id) as oldest
  join pg_temp.subject on subject.person_id = oldest.person_id`

/** The head of a household has died and somebody is left in it. */
export const deadHead = (terms: Terms): Fragment =>
  oldestOf(
    terms,
    sql`
      select distinct head.household_id, dead.died_on as since, head.person_id as head_id
      from pg_temp.subject as looked
      join people.public_member as own on own.person_id = looked.person_id and ${terms.held('own')}
      join people.public_member as head on head.household_id = own.household_id and head.is_head
        and ${terms.held('head')}
      join people.public_identity as dead on dead.person_id = head.person_id and dead.died_on is not null
        and ${terms.known('dead')}`,
  )

export const noHead = (terms: Terms): Fragment =>
  oldestOf(
    terms,
    sql`
      select distinct own.household_id, null::date as since, null::uuid as head_id
      from pg_temp.subject as looked
      join people.public_member as own on own.person_id = looked.person_id and ${terms.held('own')}
      where not exists (
        select from people.public_member as head
        where head.household_id = own.household_id and head.is_head and ${terms.held('head')})`,
  )

/** The head has moved to another commune, and nobody of the household lives there; whoever of it is looked at, all of it is. */
export const headElsewhere = (terms: Terms): Fragment =>
  oldestOf(
    terms,
    sql`
      select head.household_id, away.there_since as since, head.person_id as head_id
      from pg_temp.subject as away
      join people.public_member as head on head.person_id = away.person_id and head.is_head and ${terms.held('head')}
      join pg_temp.unit as there on there.area_id = away.area_id
      where away.died_on is null and not exists (
        select from people.public_member as other
        join pg_temp.subject as home on home.person_id = other.person_id and home.died_on is null
        join pg_temp.unit as here on here.area_id = home.area_id
        where other.household_id = head.household_id and other.person_id <> head.person_id and ${terms.held('other')}
          and here.now_id is not distinct from there.now_id)`,
  )

/** Whoever left it last stands for a household that is still on a list of the poor. */
export const emptyHousehold = ({ known, held }: Terms): Fragment => sql`
  select distinct on (subject.person_id) subject.person_id, upper(former.during), null::uuid, '{}'::jsonb
  from people.public_fact as fact
  join lateral (
    select member.person_id, member.during from people.public_member as member
    where member.household_id = fact.household_id and ${known('member')}
    order by upper(member.during) desc nulls first, member.person_id limit 1) as former on true
  join pg_temp.subject on subject.person_id = former.person_id
  where fact.kind = 'poverty' and ${held('fact')} and not exists (
    select from people.public_member as member
    join people.public_identity as living on living.person_id = member.person_id and ${known('living')}
    where member.household_id = fact.household_id and ${held('member')} and living.died_on is null)
  order by subject.person_id, upper(former.during)`
