import { sql } from 'kysely'
import { registeringProvinces } from '#modules/people'
import type { Fragment, Terms } from '../as-of.ts'

/** Nobody in the world has lived longer than a few years past it; in a province nobody is expected to. */
const oldest = 115
/** Younger than this nobody is a parent. */
const youngestParent = 12

/** Whoever is alive without a number of twelve digits. */
export const numberMissing = ({ known }: Terms): Fragment => sql`
  select subject.person_id, subject.recorded_at::date, null::uuid, '{}'::jsonb from pg_temp.subject
  where subject.died_on is null and not exists (
    select from people.public_number as number
    where number.person_id = subject.person_id and number.kind = 'personal_id' and ${known('number')})`

/** Numbers whose digits say another province, sex or year than the register: `PPP G YY NNNNNN`. */
export const numberContradicts = ({ known }: Terms): Fragment => sql`
  select person_id, recorded_on, null::uuid,
    jsonb_build_object('end', right(number, 4), 'says', to_jsonb(array_remove(says, null)))
  from (
    select subject.person_id, number.recorded_at::date as recorded_on, number.number, array[
      case when number.number < '1' and substr(number.number, 1, 3) <> all (${[...registeringProvinces]}::text[])
        then 'province' end,
      case when (substr(number.number, 4, 1)::integer % 2 = 0) <> (subject.sex = 'male') then 'sex' end,
      case when 1900 + 100 * (substr(number.number, 4, 1)::integer / 2) + substr(number.number, 5, 2)::integer
        <> extract(year from subject.born) then 'year' end] as says
    from pg_temp.subject join people.public_number as number on number.person_id = subject.person_id
    where subject.died_on is null and number.kind = 'personal_id' and ${known('number')}) as read
  where array_remove(says, null) <> '{}'`

/** Whoever receives and was never compared with the population register, once anybody was: before, it is nobody’s fault. */
export const numberUnverified = ({ known }: Terms): Fragment => sql`
  select subject.person_id, number.recorded_at::date, null::uuid, '{}'::jsonb
  from pg_temp.subject join people.public_number as number on number.person_id = subject.person_id
  where subject.died_on is null and number.kind = 'personal_id' and number.verified_on is null and ${known('number')}
    and exists (select from pg_temp.opened where opened.person_id = subject.person_id)
    and exists (
      select from people.public_number as other where other.verified_on is not null and ${known('other')})`

export const impossibleAge = ({ day }: Terms): Fragment => sql`
  select subject.person_id, subject.recorded_at::date, null::uuid, '{}'::jsonb from pg_temp.subject
  where subject.died_on is null
    and (subject.born > ${day} or subject.born < ${day} - interval '1 year' * ${oldest}::integer)`

/** Of a birth of which only the year is known the most favourable day counts: nobody is accused for want of a day. */
export const parentTooYoung = ({ known, held }: Terms): Fragment => sql`
  select distinct on (subject.person_id) subject.person_id, tie.recorded_at::date, parent.person_id,
    jsonb_build_object('years', extract(year from subject.born)::integer - extract(year from parent.born)::integer)
  from pg_temp.subject
  join people.public_tie as tie on tie.other_id = subject.person_id and tie.kind = 'parent_of' and ${held('tie')}
  join people.public_identity as parent on parent.person_id = tie.person_id and ${known('parent')}
  where case when subject.born_precision = 'day' and parent.born_precision = 'day'
    then parent.born + interval '1 year' * ${youngestParent}::integer > subject.born
    else extract(year from parent.born) + ${youngestParent}::integer > extract(year from subject.born) end
  order by subject.person_id, parent.born desc`

/** In this year or the next an age of the law is reached, and nobody knows on which day. */
export const vagueBirth = ({ year, ages }: Terms): Fragment => sql`
  select subject.person_id, max(subject.recorded_at)::date, null::uuid, jsonb_build_object('age', min(age), 'year', min(extract(year from born) + age))
  from pg_temp.subject join unnest(${[...ages]}::integer[]) as age
    on extract(year from subject.born) + age between ${year}::integer and ${year + 1}::integer
  where subject.died_on is null and subject.born_precision <> 'day'
  group by subject.person_id`
