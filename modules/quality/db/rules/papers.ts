import { sql } from 'kysely'
import type { Fragment, Terms } from '../as-of.ts'

/** A certificate of a child under six is made anew when the child turns six (Circular 01/2019/TT-BLĐTBXH; CERT-6). */
const madeAnewAt = 6
/** So many days before, there is time to see to it. */
const daysAhead = 60

/** What the right of somebody rests on and ends within two months, or ended within the year without another one after it. */
export const certificateEnding = ({ day, known, held }: Terms): Fragment => sql`
  select distinct on (person_id) person_id, ending, null::uuid, jsonb_build_object('kind', kind, 'on', ending) from (
    select subject.person_id, fact.kind, (subject.born + interval '1 year' * ${madeAnewAt}::integer)::date as ending
    from pg_temp.subject
    join people.public_fact as fact on fact.person_id = subject.person_id and fact.kind = 'disability' and ${held('fact')}
    where subject.died_on is null
      and (fact.detail ->> 'issuedOn')::date < subject.born + interval '1 year' * ${madeAnewAt}::integer
      and subject.born + interval '1 year' * ${madeAnewAt}::integer <= ${day} + ${daysAhead}::integer
    union all
    select subject.person_id, fact.kind, upper(fact.during)
    from pg_temp.subject join people.public_fact as fact on fact.person_id = subject.person_id
    where subject.died_on is null and fact.kind in ('disability', 'study', 'pregnancy') and ${known('fact')}
      and upper(fact.during) between ${day} - 365 and ${day} + ${daysAhead}::integer
      and not exists (
        select from people.public_fact as next
        where next.person_id = fact.person_id and next.kind = fact.kind and ${known('next')}
          and lower(next.during) >= upper(fact.during))
  ) as ends
  where exists (select from pg_temp.opened where opened.person_id = ends.person_id)
  order by person_id, ending, kind`

export const disabilityWithoutPaper = ({ held }: Terms): Fragment => sql`
  select subject.person_id, lower(fact.during), null::uuid, '{}'::jsonb
  from pg_temp.subject
  join people.public_fact as fact on fact.person_id = subject.person_id and fact.kind = 'disability' and ${held('fact')}
  where subject.died_on is null and coalesce(btrim(fact.detail ->> 'certificate'), '') = ''
    and coalesce(btrim(fact.evidence ->> 'number'), '') = ''`

/** A commune has its list of the year once anybody of it stands there: whoever is left out then is out for a reason. */
export const povertyListOld = ({ year, known, held }: Terms): Fragment => sql`
  with listed as (
    select fact.household_id, max((fact.detail ->> 'year')::integer) as last
    from people.public_fact as fact where fact.kind = 'poverty' and ${known('fact')} group by fact.household_id
  ), up_to_date as (
    select distinct unit.now_id from listed
    join people.public_member as member on member.household_id = listed.household_id and ${held('member')}
    join people.public_home as home on home.person_id = member.person_id and ${held('home')}
    join pg_temp.unit on unit.area_id = home.area_id
    where listed.last >= ${year}::integer
  )
  select subject.person_id, make_date(listed.last + 1, 1, 1), null::uuid, jsonb_build_object('year', listed.last)
  from listed
  join people.public_member as member on member.household_id = listed.household_id and ${held('member')}
  join pg_temp.subject on subject.person_id = member.person_id
  join pg_temp.unit on unit.area_id = subject.area_id
  where subject.died_on is null and listed.last = ${year - 1}::integer
    and unit.now_id not in (select now_id from up_to_date where now_id is not null)
    and exists (select from pg_temp.opened where opened.person_id = subject.person_id)`
