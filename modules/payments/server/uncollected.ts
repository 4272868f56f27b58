import type { RawBuilder } from 'kysely'
import type { Month } from '#kernel/civil-date'
import { suspendedFrom } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { listCalledMonths, listPeopleOf } from '../db/uncollected.ts'
import { uncollectedInRow } from '../domain/uncollected.ts'

/** How long nobody has come for somebody’s money. */
export type Uncollected = {
  /** The months in a row, up to the last list their money was on; none where it was collected then. */
  readonly months: readonly Month[]
  /** PROC-6a: the first month the law suspends, where there were enough of them. */
  readonly suspendFrom: Month | undefined
}

/** How long nobody has come for the money of these people; only those are in it of whom something was not collected. */
export async function uncollectedOf(
  ctx: Ctx,
  ids: readonly string[],
  as: 'payee' | 'person' = 'person',
): Promise<Map<string, Uncollected>> {
  const called = await listCalledMonths(ctx, { as, ids })
  return new Map(
    [...called].flatMap(([id, own]) => {
      const months = uncollectedInRow(own)
      return months.length === 0 ? [] : [[id, { months, suspendFrom: suspendedFrom(months) }] as const]
    }),
  )
}

/**
 * Tells whose money nobody has come for so long that the law suspends it (`payments.not_collected`); each further month is
 * told again, for nothing is suspended before somebody decides it.
 */
export async function tellUncollected(ctx: Ctx, instructions: RawBuilder<unknown>) {
  const people = await listPeopleOf(ctx, instructions)
  for (const [personId, { months, suspendFrom }] of await uncollectedOf(ctx, people))
    if (suspendFrom !== undefined) ctx.emit({ type: 'payments.not_collected', personId, months, suspendFrom })
}
