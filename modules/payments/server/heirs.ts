import type { Month } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import { areaNames } from '#modules/geography'
import { loadHistories, summariesOf } from '#modules/people'
import { lock } from '#platform/server/request'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import type { EnvelopeId, HeldOrder } from '../contract.ts'
import {
  findHeldOrder,
  insertHeirRequest,
  listHeirRequests,
  listHeldOrders,
  listDeadOfOrder,
  listPeopleOfOrder,
  lockHeirRequest,
  type HeirRequest,
} from '../db/heirs.ts'
import { findProposalOf, settleProposal } from '../db/proposals.ts'
import { insertRecall } from '../db/recalls.ts'
import type { Heir } from '../domain/heir.ts'
import { problems } from '../domain/problems.ts'
import { assertDecidable } from '../domain/assert-decidable.ts'
import type { ProposalAnswer } from '../domain/proposal.ts'
import { settleDebt } from './settle-debt.ts'

/** What is held because its payee has died (DEATH-ARREARS), with whom the register knows of the family. */
export async function listHeldForTheDead(ctx: Ctx): Promise<HeldOrder[]> {
  const rows = await listHeldOrders(ctx)
  const requests = new Map(
    (
      await listHeirRequests(
        ctx,
        rows.flatMap(({ requestId }) => requestId ?? []),
      )
    ).map((request) => [request.id, request]),
  )
  const areas = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  const families = await familiesOf(
    ctx,
    rows.map(({ payeeId }) => payeeId),
  )
  const dead = await summariesOf(
    ctx,
    rows.map(({ payeeId }) => payeeId),
  )
  return rows.map((row) => {
    const request = requests.get(row.requestId ?? '')
    return {
      id: row.id,
      payee: { id: row.payeeId, name: row.payeeName },
      diedOn: dead.get(row.payeeId)?.diedOn ?? null,
      area: { id: row.areaId, name: areas.get(row.areaId) ?? '' },
      month: row.month,
      envelope: { id: row.envelopeId as EnvelopeId, code: row.envelopeCode }, // Rows of envelopes are named by their ids.
      amount: row.amount,
      firstMonth: row.firstMonth,
      lastMonth: row.lastMonth,
      family: [...(families.get(row.payeeId) ?? [])],
      request: request ? view(ctx, request) : null,
    }
  })
}

function view(
  ctx: Ctx,
  { askedBy, askedName, decidedName, id, goesTo, heir, paper, state, note }: HeirRequest,
) {
  return {
    id,
    goesTo,
    heir,
    paper,
    state,
    note,
    askedBy: askedName,
    decidedBy: decidedName,
    isMine: askedBy === ctx.actor.userId,
  }
}

type Relative = HeldOrder['family'][number]

/** What somebody is to whoever has died: `from` is the parent, the carer and so on. */
const relatives = {
  parent_of: { from: 'child', to: 'parent' },
  spouse_of: { from: 'spouse', to: 'spouse' },
  cares_for: { from: 'relative', to: 'carer' },
  guardian_of: { from: 'child', to: 'parent' },
  related_to: { from: 'relative', to: 'relative' },
  collects_for: undefined,
} as const satisfies Readonly<
  Record<string, { from: Relative['relation']; to: Relative['relation'] } | undefined>
>

/** The living of a family, as the register has it, wherever they live. */
async function familiesOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Relative[]>> {
  if (ids.length === 0) return new Map()
  return forWholeCountry(ctx, async (ctx) => {
    const histories = await loadHistories(ctx, [...new Set(ids)])
    const known = histories.map(({ personId, relations }) => ({
      personId,
      relations: relations.filter(
        ({ retractedAt, during }) => retractedAt === null && contains(during, ctx.today),
      ),
    }))
    const people = await summariesOf(
      ctx,
      known.flatMap(({ relations }) => relations.map(({ otherId }) => otherId)),
    )
    return new Map(
      known.map(({ personId, relations }) => [
        personId,
        relations.flatMap(({ kind, side, otherId }): Relative[] => {
          const person = people.get(otherId)
          const relation = relatives[kind]?.[side]
          return relation && person && !person.diedOn
            ? [{ id: otherId, name: person.fullName, relation }]
            : []
        }),
      ]),
    )
  })
}

type Asked = {
  readonly id: string
  readonly heir: Heir | null
  readonly paper: string
  readonly requestId: string
}

/** Asks to whom a held order goes: an heir, by the paper that proves it, or nobody, and the treasury has it back. */
export async function askForHeir(ctx: Ctx, { id, heir, paper, requestId }: Asked): Promise<{ id: string }> {
  const before = await findProposalOf(ctx, 'heir_request', requestId)
  if (before !== undefined) return { id: before }
  const order = await findHeldOrder(ctx, id)
  if (!order) throw problems('held_not_found', { id })
  if (!heir && order.isCarried) throw problems('lies_at_provider', { id })
  if (heir) await assertMayInherit(ctx, order.payeeId, heir)
  const asked = { instructionId: id, areaId: order.areaId, requestId, heir, paper }
  const requested =
    (await insertHeirRequest(ctx, asked)) ?? (await findProposalOf(ctx, 'heir_request', requestId))
  if (requested === undefined) throw problems('heir_asked_before', { id })
  return { id: requested }
}

async function assertMayInherit(ctx: Ctx, payeeId: string, { personId }: Heir) {
  if (personId === null) return
  const person = await forWholeCountry(ctx, async (ctx) => (await summariesOf(ctx, [personId])).get(personId))
  if (personId === payeeId || !person || person.diedOn) throw problems('heir_not_usable', { personId })
}

/**
 * Decides as a second person. What goes to an heir is ordered anew in cash with the next list, by the three people of every list;
 * of what goes back nothing is owed any more, and its budget is free.
 */
export async function decideHeir(ctx: Ctx, answer: ProposalAnswer): Promise<void> {
  await lock(ctx, 'payments.reissue')
  const { id } = answer
  const request = await lockHeirRequest(ctx, id)
  if (!request) throw problems('heir_request_not_found', { id })
  assertDecidable(request, answer, {
    actorId: ctx.actor.userId,
    settled: 'heir_request_settled',
    bySecond: 'way_by_second_person',
  })
  if (answer.state === 'approved') {
    const order = await findHeldOrder(ctx, request.instructionId)
    if (!order) throw problems('heir_request_settled', { id, state: request.state })
    if (request.heir) {
      await assertMayInherit(ctx, order.payeeId, request.heir)
      await letGo(ctx, order, { people: await listDeadOfOrder(ctx, order.id), cause: 'died' })
    } else {
      // Before its list is approved nothing of it is on the books that could be taken back.
      if (!isOnTheBooks(order)) throw problems('held_not_ready', { id: order.id, state: order.envelopeState })
      await letGo(ctx, order, { people: await listPeopleOfOrder(ctx, order.id), cause: 'decision' })
    }
  }
  await settleProposal(ctx, 'heir_request', answer)
}

type Held = NonNullable<Awaited<ReturnType<typeof findHeldOrder>>>

const isOnTheBooks = ({ envelopeState }: Held) =>
  envelopeState === 'approved' || envelopeState === 'sent' || envelopeState === 'reconciled'

/** Some months of an order are due to nobody: they are owed no more, and their budget is free. */
async function letGo(
  ctx: Ctx,
  order: Held,
  { people, cause }: { people: readonly { personId: string; from: Month }[]; cause: 'died' | 'decision' },
) {
  const { id, areaId } = order
  for (const { personId, from } of people)
    await insertRecall(ctx, { instructionId: id, personId, from, cause, areaId })
  if (people.length === 0 || !isOnTheBooks(order)) return
  await settleDebt(ctx, id)
}
