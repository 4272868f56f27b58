import { type RawBuilder, sql } from 'kysely'
import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { PaymentChannel } from '#modules/payments/contract'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { bornWithin, type AgeBand } from '../domain/ages.ts'
import type { Standing } from '../domain/visit.ts'

export type Wanted = {
  readonly areaIds?: readonly number[] | undefined
  readonly standing?: Standing | undefined
  readonly age?: AgeBand | undefined
  readonly disability?: string | undefined
  readonly isMine?: boolean | undefined
}

export type CampaignEntry = {
  readonly personId: string
  readonly areaId: number
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly phone: string | null
  readonly village: string | null
  readonly disability: 'mild' | 'severe' | 'exceptionally_severe' | null
  readonly way: PaymentChannel
  readonly hasReceiver: boolean
  readonly standing: Standing
  readonly assigneeName: string | null
  readonly assigneeId: string | null
}

/** Where somebody who gets cash stands today. What is under way comes before what was said, and a no lasts until its day. */
const standing = (ctx: Ctx) => sql`case
  when request.person_id is not null then 'asked'
  when stance.outcome = 'opened' then 'opened'
  when stance.outcome in ('declined', 'unable') and (stance.ask_again_on is null or stance.ask_again_on > ${ctx.today}::date)
    then stance.outcome
  when payee.way = 'cash_home' then 'at_home'
  else 'open' end`

const from = sql`cashless.payee
  left join cashless.stance on stance.person_id = payee.person_id
  left join (select distinct person_id from payments.public_way_request
    where state in ('asked', 'approved') and channel in ('account', 'wallet')) as request
    on request.person_id = payee.person_id`

function fits(ctx: Ctx, { areaIds, age, disability, isMine }: Wanted): RawBuilder<unknown> {
  const conditions = [withinArea(ctx, 'payee.area_id'), sql`payee.way in ('cash_point', 'cash_home')`]
  if (areaIds) conditions.push(sql`payee.area_id = any(${[...areaIds]}::integer[])`)
  if (age) {
    const { after, through } = bornWithin(age, ctx.today)
    if (after) conditions.push(sql`payee.born > ${after}::date`)
    if (through) conditions.push(sql`payee.born <= ${through}::date`)
  }
  if (disability) conditions.push(sql`coalesce(payee.disability, 'none') = ${disability}`)
  if (isMine) conditions.push(sql`stance.assignee_id = ${ctx.actor.userId}`)
  return sql.join(conditions, sql` and `)
}

/** Some of the list, unit by unit, village by village, in the order of the alphabet: as one walks. */
export async function listEntries(
  ctx: Ctx,
  wanted: Wanted,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<CampaignEntry[]> {
  const stands = wanted.standing ? sql`where standing = ${wanted.standing}` : sql``
  const { rows } = await sql<CampaignEntry>`
    select told.*, person.full_name, person.born_precision, person.phone, person.home_village as village
    from (select payee.person_id, payee.area_id, payee.sex, payee.born, payee.disability, payee.way, payee.has_receiver,
        stance.assignee_id, stance.assignee_name, ${standing(ctx)} as standing
      from ${from} where ${fits(ctx, wanted)}) as told
    join people.public_person as person on person.person_id = told.person_id
    ${stands}
    order by told.area_id, person.home_village nulls last, person.sort_key, told.person_id
    limit ${limit} offset ${offset}`.execute(ctx.db())
  return rows
}

/** How many stand where. */
export async function countStandings(ctx: Ctx, wanted: Wanted) {
  const { rows } = await sql<{ standing: Standing; payees: number }>`
    select ${standing(ctx)} as standing, count(*)::int as payees
    from ${from} where ${fits(ctx, wanted)} group by 1`.execute(ctx.db())
  return rows
}
