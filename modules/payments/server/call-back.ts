import { dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import {
  pageSize,
  type EnvelopeId,
  type InstructionId,
  type RecallPart,
  type RecallView,
} from '../contract.ts'
import { findProposalOf, settleProposal } from '../db/proposals.ts'
import {
  findRecallOrder,
  insertRecallParts,
  insertRecallRequest,
  listDueItems,
  listRecallRows,
  lockRecallRequest,
  type DueItem,
  type RecallOrder,
  type RecallRequest,
  type RecallRow,
} from '../db/recall-requests.ts'
import { problems } from '../domain/problems.ts'
import { assertDecidable } from '../domain/assert-decidable.ts'
import type { ProposalAnswer, ProposalState } from '../domain/proposal.ts'
import { doPartsFit, type RecallGround } from '../domain/recall.ts'
import { stop } from './recall.ts'
import { masked } from './show-envelopes.ts'
import { barAccount } from './ways/bar-account.ts'

/** An order with what it is for, and whether it can be called back. */
export async function getOrder(ctx: Ctx, { id }: { id: InstructionId }) {
  const order = await findRecallOrder(ctx, id)
  if (!order) throw problems('instruction_not_found', { id })
  const items = await listDueItems(ctx, id)
  const people = await summariesOf(ctx, [...new Set(items.map(({ personId }) => personId))])
  const { endToEndId, payeeId, payeeName, amount, state, isAsked } = order
  return {
    id,
    endToEndId,
    payee: { id: payeeId, name: payeeName },
    amount,
    state,
    account: masked(order.account),
    isOnce: isOnce(items),
    items: items.map(({ personId, component, benefitMonth, amount }) => ({
      // A payee in no register is whom it is for.
      person: { id: personId, name: people.get(personId)?.fullName ?? payeeName },
      component,
      benefitMonth,
      amount,
    })),
    refusal: isAsked ? ('asked_before' as const) : isRecallable(order) ? null : ('not_recallable' as const),
  }
}

/** Before its list is approved an order is on no books: the list is given up. What has come to nothing needs no calling back. */
function isRecallable({ state, envelopeState }: RecallOrder) {
  return (
    ['ready', 'sent', 'paid'].includes(state) &&
    ['approved', 'sending', 'sent', 'reconciled'].includes(envelopeState)
  )
}

const isOnce = (items: readonly DueItem[]) => items.some(({ programme }) => programme === 'one_off')

export async function listRecalls(
  ctx: Ctx,
  { page, ...filter }: { page: number; state?: ProposalState | undefined },
): Promise<{ rows: RecallView[]; total: number }> {
  const { rows, total } = await listRecallRows(ctx, filter, { page, size: pageSize })
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return { total, rows: rows.map((row) => view(ctx, row, names.get(row.areaId) ?? '')) }
}

function view(ctx: Ctx, row: RecallRow, areaName: string): RecallView {
  const { decidedBy, decidedName, decidedAt } = row
  return {
    id: row.id,
    ground: row.ground,
    paper: row.paper,
    state: row.state,
    order: {
      id: row.instructionId as InstructionId, // Rows of instructions are named by their ids.
      endToEndId: row.endToEndId,
      payee: { id: row.payeeId, name: row.payeeName },
      amount: row.amount,
      state: row.orderState,
      account: masked(row.account),
    },
    envelope: { id: row.envelopeId as EnvelopeId, code: row.envelopeCode },
    provider: row.providerName,
    isToldByUs: row.isToldByUs,
    area: { id: row.areaId, name: areaName },
    notDue: dong(row.parts.reduce((sum, { amount }) => sum + amount, 0)),
    asked: { by: { id: row.askedBy, name: row.askedName }, at: row.askedAt },
    decided:
      decidedBy !== null && decidedName !== null && decidedAt !== null
        ? { by: { id: decidedBy, name: decidedName }, at: decidedAt }
        : null,
    note: row.note,
    isWaiting: row.isWaiting,
    mayDecide:
      row.state === 'asked' &&
      row.askedBy !== ctx.actor.userId &&
      ctx.actor.permissions.has('payments.approve'),
  }
}

type Asked = {
  readonly id: InstructionId
  readonly ground: RecallGround
  readonly parts: readonly RecallPart[]
  readonly paper: string
  readonly requestId: string
}

/** Asks to call an order back («đề nghị thu hồi lệnh»): nothing happens to it before somebody else approves. */
export async function askForRecall(ctx: Ctx, asked: Asked): Promise<{ id: string }> {
  const order = await findRecallOrder(ctx, asked.id, { forUpdate: true })
  if (!order) throw problems('instruction_not_found', { id: asked.id })
  const before = await findProposalOf(ctx, 'recall_request', asked.requestId)
  if (before !== undefined) return { id: before }
  if (order.isAsked) throw problems('recall_asked_before', { id: asked.id })
  await assertFits(ctx, order, asked)
  const { id: instructionId, ground, parts, paper, requestId } = asked
  return {
    id: await insertRecallRequest(ctx, {
      instructionId,
      areaId: order.areaId,
      ground,
      parts,
      paper,
      requestId,
    }),
  }
}

/** Asked again when it is decided: meanwhile the order may have come to its end, or its payee may have died. */
async function assertFits(
  ctx: Ctx,
  order: RecallOrder,
  { ground, parts }: { readonly ground: RecallGround; readonly parts: Parameters<typeof doPartsFit>[1] },
) {
  const { id, state, account } = order
  if (!isRecallable(order)) throw problems('order_not_recallable', { id, state })
  const items = await listDueItems(ctx, id)
  const isOfAccount = ground === 'wrong_account' && account !== null
  const isOfMoney = ground !== 'wrong_account' && !isOnce(items)
  if (!(isOfAccount || isOfMoney) || !doPartsFit(ground, parts, items))
    throw problems('recall_parts_wrong', { id })
}

/**
 * Decides as a second person. Approved, what is due to nobody is owed no more, and the order is stopped wherever it stands: the money
 * of one to a wrong account stays owed, and nothing goes to its payee there any more.
 */
export async function decideRecall(ctx: Ctx, answer: ProposalAnswer): Promise<void> {
  const request = await lockRecallRequest(ctx, answer.id)
  if (!request) throw problems('recall_not_found', { id: answer.id })
  assertDecidable(request, answer, {
    actorId: ctx.actor.userId,
    settled: 'recall_settled',
    bySecond: 'recall_by_second_person',
  })
  await settleProposal(ctx, 'recall_request', answer)
  if (answer.state === 'approved') await callBack(ctx, request)
}

async function callBack(ctx: Ctx, request: RecallRequest) {
  const { id, instructionId, ground, parts, paper } = request
  const order = await findRecallOrder(ctx, instructionId, { forUpdate: true })
  if (!order) throw problems('recall_not_found', { id })
  await assertFits(ctx, order, request)
  if (ground !== 'wrong_account')
    await insertRecallParts(
      ctx,
      ground,
      parts.map((part) => ({ ...part, instructionId })),
    )
  await stop(ctx, order, ground)
  if (ground === 'wrong_account') await barAccount(ctx, order, paper)
}
