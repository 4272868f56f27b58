import { monthOf } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { insertOneOffs, listOneOffsForUpdate, listOneOffsOf, updateOneOffs } from '../db/one-offs.ts'
import type { CaseEvent } from '../domain/case-events.ts'
import type { NamedPayee } from '../domain/one-off.ts'
import { problems } from '../domain/problems.ts'
import { recordDecisions, type Decision } from './decision.ts'

/** What a decision gives once because something happened: the money of each right, and who receives it. */
export type Support = {
  readonly personId: string
  readonly event: Pick<CaseEvent, 'kind' | 'on'>
  readonly decision: Decision & { readonly legalBasis: NonNullable<Decision['legalBasis']> }
  /** None where everything is given in kind. */
  readonly money: readonly {
    readonly rule: string
    readonly citation: string
    readonly amount: Dong
    readonly isHousehold: boolean
  }[]
  readonly payee: { readonly personId: string } | NamedPayee
}

/** Records a decision that gives something once («hỗ trợ một lần»): the money is due from now on, until a list pays it. */
export async function grantSupport(ctx: Ctx, support: Support): Promise<{ oneOffIds: string[] }> {
  const { personId, event, decision, money, payee } = support
  if (decision.signedOn > ctx.today) throw problems('signed_in_future', { signedOn: decision.signedOn })
  await lock(ctx, `entitlement.one_off ${personId}`)
  await assertNotGiven(ctx, support)
  const decided = {
    personId,
    benefit: 'monthly_allowance' as const, // Of a support no column keeps it.
    decision,
    kind: 'support' as const,
    effective: monthOf(decision.signedOn),
    legalBasis: decision.legalBasis,
  }
  const decisionId = (await recordDecisions(ctx, [decided])).get(decision)! // Written just now.
  const oneOffIds = await insertOneOffs(
    ctx,
    money.map((one) => ({
      ...one,
      decisionId,
      personId,
      areaId: decision.areaId,
      event: event.kind,
      eventOn: event.on,
      payeeId: 'personId' in payee ? payee.personId : null,
      payee: 'personId' in payee ? null : payee,
    })),
  )
  ctx.emit({ type: 'entitlement.support_granted', personId, decisionId, event: event.kind })
  return { oneOffIds }
}

/** Nothing is given twice for one event, and one funeral is supported once, whatever the right. */
async function assertNotGiven(ctx: Ctx, { personId, event, money }: Support) {
  const before = (await listOneOffsOf(ctx, [personId])).find(
    (one) =>
      one.state !== 'cancelled' &&
      one.event === event.kind &&
      (event.kind === 'death' || (one.eventOn === event.on && money.some(({ rule }) => rule === one.rule))),
  )
  if (before)
    throw problems('support_given', {
      personId,
      event: event.kind,
      on: before.eventOn,
      amount: before.amount,
    })
}

/** Puts what is due on a list of payments: one that another list has is refused with its name. */
export async function takeOneOffs(ctx: Ctx, ids: readonly string[], list: string) {
  await move(ctx, ids, { from: 'due', list, to: { state: 'taken', takenBy: list, settledAt: null } })
}

/** What became of what a list had: paid, given back to be due again, or paid and come back to be tried once more. */
export async function settleOneOffs(
  ctx: Ctx,
  ids: readonly string[],
  list: string,
  outcome: 'paid' | 'returned' | 'came_back',
) {
  await move(ctx, ids, { list, ...settlements(ctx, list)[outcome] })
}

/** Takes back what a decision gave that holds no more, as long as no list of payments has it. */
export async function cancelOneOffs(ctx: Ctx, ids: readonly string[]) {
  const to = { state: 'cancelled', takenBy: null, settledAt: ctx.now } as const
  await move(ctx, ids, { from: 'due', list: '', to })
}

function settlements({ now }: Ctx, list: string) {
  return {
    paid: { from: 'taken', to: { state: 'paid', takenBy: list, settledAt: now } },
    returned: { from: 'taken', to: { state: 'due', takenBy: null, settledAt: null } },
    came_back: { from: 'paid', to: { state: 'taken', takenBy: list, settledAt: null } },
  } as const satisfies Record<string, Omit<Step, 'list'>>
}

type Step = {
  readonly from: 'due' | 'taken' | 'paid'
  readonly list: string
  readonly to: Parameters<typeof updateOneOffs>[2]
}

/** Done a second time for the same list it changes nothing. */
async function move(ctx: Ctx, ids: readonly string[], { from, list, to }: Step) {
  const found = new Map((await listOneOffsForUpdate(ctx, ids)).map((one) => [one.id, one]))
  for (const id of ids) {
    const one = found.get(id)
    const isThere = one && one.state === to.state && one.takenBy === to.takenBy
    const fits = one && one.state === from && (from === 'due' || one.takenBy === list)
    if (!isThere && !fits)
      throw problems('one_off_elsewhere', { id, state: one?.state, takenBy: one?.takenBy })
  }
  const open = ids.filter((id) => found.get(id)?.state === from)
  if (open.length > 0) await updateOneOffs(ctx, open, to)
}
