import { addMonths, type Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { benefitOf, dueIn, replayPersonMonths, type Benefit } from '#modules/entitlement'
import { givenByLists } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { listAmountsSigned } from '../db/proposals.ts'
import type { Asked } from './compute-asked.ts'
import { sumOf } from './compute-monthly.ts'

type Monthly = Asked & { readonly benefit: Benefit }

/**
 * What each whose amount is to be adjusted drew until now («mức đang hưởng»). The law pays by the facts as soon as they are
 * recorded, so it is what the list of the month before gave; of whom no list tells, what was decided last, else the law of
 * that month.
 */
export async function paidBefore(
  ctx: Ctx,
  asked: readonly Monthly[],
  month: Month,
): Promise<ReadonlyMap<Monthly, Dong>> {
  const adjusted = asked.filter(({ kind }) => kind === 'adjust')
  if (adjusted.length === 0) return new Map()
  const personIds = [...new Set(adjusted.map(({ personId }) => personId))]
  const before = addMonths(month, -1)
  const given = await givenByLists(ctx, { personIds, from: before, through: before })
  const decided = await listAmountsSigned(ctx, personIds)
  const rows = await replayPersonMonths(ctx, personIds, [before], ctx.now)
  return new Map(
    adjusted.map((one) => {
      const { personId, benefit } = one
      const isIts = (line: { readonly personId: string; readonly component: keyof typeof benefitOf }) =>
        line.personId === personId && benefitOf[line.component] === benefit
      const row = rows.find((each) => each.personId === personId)
      const due = row ? dueIn(row).filter(({ component }) => benefitOf[component] === benefit) : []
      const last = decided.find((each) => each.personId === personId && each.benefit === benefit)
      return [one, sumOf(given.filter(isIts)) || (last?.terms.monthly ?? sumOf(due))]
    }),
  )
}
