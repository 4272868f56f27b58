import { sql } from 'kysely'
import type { PaymentChannel } from '#modules/payments/contract'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { ageBands, bornWithin, type AgeBand } from '../domain/ages.ts'

export type Counted = {
  readonly areaId: number | null
  readonly age: AgeBand | null
  readonly sex: 'female' | 'male' | null
  readonly disability: 'mild' | 'severe' | 'exceptionally_severe' | 'none' | null
  readonly receiver: 'own' | 'other' | null
  readonly way: PaymentChannel | null
  readonly payees: number
  readonly cashless: number
  readonly checked: number
  readonly doubtful: number
  readonly atHome: number
}

/** Counts the payees of these units anew, or of all. */
export async function tallyPayees(ctx: Ctx, areaIds: readonly number[] | undefined) {
  const among = areaIds ? sql`area_id = any(${[...areaIds]}::integer[])` : sql`true`
  const ages = sql.join(
    ageBands.slice(1).map((band, place) => {
      const { through } = bornWithin(band, ctx.today)
      return sql`when born > ${through}::date then ${sql.lit(ageBands[place])}`
    }),
    sql` `,
  )
  await sql`delete from cashless.tally where ${among}`.execute(ctx.db())
  await sql`
    insert into cashless.tally (area_id, age, sex, disability, receiver, way, name_check, payees)
    select area_id, case ${ages} else 'from_80' end, sex, coalesce(disability, 'none'),
      case when has_receiver then 'other' else 'own' end, way, name_check, count(*)
    from cashless.payee where ${among} group by 1, 2, 3, 4, 5, 6, 7`.execute(ctx.db())
}

/** The payees of these units, by each of what they are counted by, and all together. */
export async function countPayeesBy(ctx: Ctx, areaIds: readonly number[] | undefined): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select area_id, age, sex, disability, receiver, way, coalesce(sum(payees), 0)::int as payees,
      coalesce(sum(payees) filter (where way in ('account', 'wallet')), 0)::int as cashless,
      coalesce(sum(payees) filter (where name_check = 'matches'), 0)::int as checked,
      coalesce(sum(payees) filter (where name_check = 'doubtful'), 0)::int as doubtful,
      coalesce(sum(payees) filter (where way = 'cash_home'), 0)::int as at_home
    from cashless.tally where ${withinArea(ctx, 'area_id')}
      ${areaIds ? sql`and area_id = any(${[...areaIds]}::integer[])` : sql``}
    group by grouping sets ((), (area_id), (age), (sex), (disability), (receiver), (way))`.execute(ctx.db())
  return rows
}

/** How many of each unit said no, and are left alone for now. */
export async function countLeftAlone(ctx: Ctx): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ areaId: number; people: number }>`
    select stance.area_id, count(*)::int as people
    from cashless.stance join cashless.payee on payee.person_id = stance.person_id
    where stance.outcome in ('declined', 'unable') and (stance.ask_again_on is null or stance.ask_again_on > ${ctx.today}::date)
      and payee.way in ('cash_point', 'cash_home') and ${withinArea(ctx, 'stance.area_id')}
    group by stance.area_id`.execute(ctx.db())
  return new Map(rows.map(({ areaId, people }) => [areaId, people]))
}
