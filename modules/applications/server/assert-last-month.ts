import { addMonths, firstDayOf, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { listAwards, type Benefit } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import type { DecisionKind } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'

type Wish = {
  readonly personId: string
  readonly kind: DecisionKind
  readonly benefit: Benefit | null
  readonly lastMonth?: Month | undefined
  readonly deviation?: string | undefined
}

/**
 * The last month paid is the law’s – that of the decision, of the dead the one they died in. Any other is told with the
 * reason, within what was awarded, and no later than the month after the decision; the month of a death is told by nobody.
 */
export async function assertLastMonth(
  ctx: Ctx,
  { personId, kind, benefit, lastMonth, deviation }: Wish,
  hasDied: boolean,
  computed: Month | null,
): Promise<void> {
  if (lastMonth === undefined) return
  const lawful = hasDied ? computed : monthOf(ctx.today)
  if (lastMonth === lawful && kind === 'stop') return
  const first = await firstThatCanBeLast(ctx, personId, benefit)
  const latest = addMonths(monthOf(ctx.today), 1)
  if (kind !== 'stop' || hasDied || first === undefined || lastMonth < first || lastMonth > latest)
    throw problems('last_month_not_possible', { lastMonth, lawful, first, latest })
  if (!deviation) throw problems('deviation_needs_reason', { kind, lawful })
}

/** What another decision has ended by then is not ended once more: the chair would find out only when signing. */
export async function assertGoesOn(
  ctx: Ctx,
  { personId, benefit }: Pick<Wish, 'personId' | 'benefit'>,
  lastMonth: Month,
): Promise<void> {
  const until = firstDayOf(addMonths(lastMonth, 1))
  const ends = (await listAwards(ctx, [personId])).flatMap((award) =>
    award.benefit === benefit ? [award.during.until] : [],
  )
  const isOver = (end: CivilDate | null): end is CivilDate => end !== null && end <= until
  if (ends.length > 0 && ends.every(isOver))
    throw problems('award_needed', { benefit, awarded: false, endsOn: ends.toSorted().at(-1) })
}

/** The first month of what is open, or the one before the suspension, where that is earlier. */
async function firstThatCanBeLast(
  ctx: Ctx,
  personId: string,
  benefit: Benefit | null,
): Promise<Month | undefined> {
  const open = (await listAwards(ctx, [personId])).find(
    (award) => award.benefit === benefit && award.during.until === null,
  )
  if (!open?.during.from) return undefined
  const from = monthOf(open.during.from)
  const beforeSuspension = open.suspendedFrom && addMonths(monthOf(open.suspendedFrom), -1)
  return beforeSuspension && beforeSuspension < from ? beforeSuspension : from
}
