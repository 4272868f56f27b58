import { sql } from 'kysely'
import type { PaymentChannel } from '#modules/payments/contract'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { ageBands, bornWithin, type AgeBand } from '../domain/ages.ts'

export type Counted = {
  readonly areaId: number | null
  readonly age: AgeBand | null
  readonly sex: 'female' | 'male' | null
  readonly disability: 'mild' | 'severe' | 'extremely_severe' | 'none' | null
  readonly receiver: 'own' | 'other' | null
  readonly way: PaymentChannel | null
  readonly payees: number
  readonly cashless: number
  readonly checked: number
  readonly doubtful: number
  readonly atHome: number
  readonly said: number
}

/** The payees of these units, by each of what they are counted by, and all together: one walk over them. */
export async function countPayeesBy(ctx: Ctx, areaIds: readonly number[] | undefined): Promise<Counted[]> {
  const ages = sql.join(
    ageBands.slice(1).map((band) => {
      const { through } = bornWithin(band, ctx.today)
      return sql`when born > ${through}::date then ${sql.lit(ageBands[ageBands.indexOf(band) - 1])}`
    }),
    sql` `,
  )
  const { rows } = await sql<Counted>`
    with payee as (
      select payee.area_id, payee.way, payee.name_check, payee.sex, coalesce(payee.disability, 'none') as disability,
        case when payee.has_receiver then 'other' else 'own' end as receiver,
        case ${ages} else 'from_80' end as age,
        coalesce(stance.outcome in ('declined', 'unable') and (stance.ask_again_on is null or stance.ask_again_on > ${ctx.today}::date), false)
          as has_said
      from cashless.payee left join cashless.stance on stance.person_id = payee.person_id
      where ${withinArea(ctx, 'payee.area_id')}
        ${areaIds ? sql`and payee.area_id = any(${[...areaIds]}::integer[])` : sql``})
    select area_id, age, sex, disability, receiver, way, count(*)::int as payees,
      count(*) filter (where way in ('account', 'wallet'))::int as cashless,
      count(*) filter (where name_check = 'matches')::int as checked,
      count(*) filter (where name_check = 'doubtful')::int as doubtful,
      count(*) filter (where way = 'cash_home')::int as at_home,
      count(*) filter (where has_said and way in ('cash_point', 'cash_home'))::int as said
    from payee group by grouping sets ((), (area_id), (age), (sex), (disability), (receiver), (way))`.execute(
    ctx.db(),
  )
  return rows
}
