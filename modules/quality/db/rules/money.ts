import { sql } from 'kysely'
import type { Fragment, Terms } from '../as-of.ts'

/** The month of a death is paid as ever; from the next one nothing is due, whatever is still open. */
export const deadWithAward = ({ firstOfMonth }: Terms): Fragment => sql`
  select distinct subject.person_id, subject.died_on, null::uuid, '{}'::jsonb
  from pg_temp.subject join pg_temp.opened on opened.person_id = subject.person_id
  where subject.died_on < ${firstOfMonth}`

export const deadPayee = ({ known }: Terms): Fragment => sql`
  select distinct on (subject.person_id) subject.person_id, payee.died_on, payee.person_id, '{}'::jsonb
  from pg_temp.subject join pg_temp.opened on opened.person_id = subject.person_id and opened.payee_id <> opened.person_id
  join people.public_identity as payee on payee.person_id = opened.payee_id and ${known('payee')}
  where subject.died_on is null and payee.died_on is not null
  order by subject.person_id, payee.died_on`

export const noRightBehindAward = ({ day, firstOfMonth }: Terms): Fragment => sql`
  select subject.person_id, min((opened.lapsed_from || '-01')::date), null::uuid,
    jsonb_build_object('benefits', jsonb_agg(distinct opened.benefit))
  from pg_temp.subject join pg_temp.opened on opened.person_id = subject.person_id
  where (subject.died_on is null or subject.died_on >= ${firstOfMonth})
    and opened.lapsed_from <= to_char(${day}, 'YYYY-MM')
  group by subject.person_id`

/** Two payees whom neither a tie nor a household joins, paid on one account. */
export const sharedAccount = ({ held }: Terms): Fragment => sql`
  select distinct on (subject.person_id) subject.person_id, null::date, other.person_id,
    jsonb_build_object('end', right(own.account, 4))
  from pg_temp.subject
  join payroll.public_channel as own on own.person_id = subject.person_id and own.account is not null
  join payroll.public_channel as other on other.account = own.account and other.person_id <> own.person_id
  where exists (select from pg_temp.opened where opened.payee_id = own.person_id)
    and exists (select from people.public_record where person_id = other.person_id and merged_into is null)
    and not exists (
      select from people.public_tie as tie where ${held('tie')}
        and ((tie.person_id = own.person_id and tie.other_id = other.person_id)
          or (tie.person_id = other.person_id and tie.other_id = own.person_id)))
    and not exists (
      select from people.public_member as mine join people.public_member as theirs
        on theirs.household_id = mine.household_id and theirs.person_id = other.person_id and ${held('theirs')}
      where mine.person_id = own.person_id and ${held('mine')})
  order by subject.person_id, other.person_id`

export const authorityEnded = ({ day }: Terms): Fragment => sql`
  select subject.person_id, channel.receiver_until + 1, null::uuid, '{}'::jsonb
  from pg_temp.subject join payroll.public_channel as channel on channel.person_id = subject.person_id
  where subject.died_on is null and channel.receiver_until < ${day}
    and exists (select from pg_temp.opened where opened.payee_id = channel.person_id)`

export const noWay = (): Fragment => sql`
  select subject.person_id, min(opened.since), null::uuid, '{}'::jsonb
  from pg_temp.subject join pg_temp.opened on opened.person_id = subject.person_id
  where subject.died_on is null
    and not exists (select from payroll.public_channel as channel where channel.person_id = opened.payee_id)
  group by subject.person_id`

/** Both units as they are on the day: a merger of communes moved nobody. */
export const paidElsewhere = (): Fragment => sql`
  select distinct on (subject.person_id) subject.person_id, subject.there_since, null::uuid,
    jsonb_build_object('paidIn', paying.now_id)
  from pg_temp.subject join pg_temp.opened on opened.person_id = subject.person_id
  join pg_temp.unit as home on home.area_id = subject.area_id
  join pg_temp.unit as paying on paying.area_id = opened.area_id
  where subject.died_on is null and home.now_id <> paying.now_id
  order by subject.person_id, paying.now_id`

/** Merging carries everything over; what was written at the same moment by somebody else might not be. */
export const mergedStillNamed = ({ held }: Terms): Fragment => sql`
  select distinct on (subject.person_id) subject.person_id, null::date, merged.person_id, '{}'::jsonb
  from pg_temp.subject join (
    select opened.person_id, opened.payee_id as named_id from pg_temp.opened
    union all select tie.person_id, tie.other_id from people.public_tie as tie where ${held('tie')}
    union all select tie.other_id, tie.person_id from people.public_tie as tie where ${held('tie')}
  ) as naming on naming.person_id = subject.person_id
  join people.public_record as merged on merged.person_id = naming.named_id and merged.merged_into is not null
  order by subject.person_id, merged.person_id`
