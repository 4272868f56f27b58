import type { CivilDate } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { listOneOffsOf } from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { getApplicationForUpdate, type Application } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { listDecisionsOf } from '../db/documents.ts'
import { problems } from '../domain/problems.ts'
import { payeeDied, takeUpAgain } from './take-up-again.ts'

type Wish = {
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly requestId: string
}

/**
 * Takes a decided file up again because whoever was to receive what it gives once has died: payments hold that money, and
 * who receives it now is for whoever decided. The former decision stands until another one takes its place.
 */
export function decideAgain(ctx: Ctx, input: Wish) {
  return once(ctx, 'decide_again', input, async () => {
    const application = await getApplicationForUpdate(ctx, input.id)
    const { version, changedBy, changedAt } = application
    if (version !== input.version)
      throw problems('changed_meanwhile', { version, changedBy, changedAt, events: [] })
    const money = await unpaidOf(ctx, application)
    if (!money || application.decidedOn === null) throw problems('nothing_unpaid')
    if (money.isLiving) throw problems('payee_living', { payee: money.payee })
    return takeUpAgain(ctx, application, { kind: payeeDied, reason: input.reason })
  })
}

type Unpaid = {
  readonly amount: Dong
  readonly payee: string
  /** Null of whom the register does not know: the office says that they died. */
  readonly diedOn: CivilDate | null
  readonly isLiving: boolean
}

/** Money that decisions of a file give once and no list has taken, and what is known of whoever was to receive it. */
export async function unpaidOf(
  ctx: Ctx,
  { id, personId }: Pick<Application, 'id' | 'personId'>,
): Promise<Unpaid | undefined> {
  const decisions = personId && (await listDecisionsOf(ctx, [id])).get(id)
  if (!decisions) return undefined
  const due = (await listOneOffsOf(ctx, [personId])).filter(
    ({ state, decisionId }) => state === 'due' && decisions.has(decisionId),
  )
  const [first] = due
  if (!first) return undefined
  const amount = dong(due.reduce((sum, one) => sum + one.amount, 0))
  const { payeeId, payee } = first
  if (payeeId === null) return { amount, payee: payee?.fullName ?? '', diedOn: null, isLiving: false }
  // Whoever buried somebody may live elsewhere.
  const person = (await forWholeCountry(ctx, (ctx) => summariesOf(ctx, [payeeId]))).get(payeeId)
  const diedOn = person?.diedOn ?? null
  return { amount, payee: person?.fullName ?? '', diedOn, isLiving: diedOn === null }
}
