import { addMonths, firstDayOf, type CivilDate, type Instant } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import { nameOfSupport, recoveryLimits } from '#modules/entitlement'
import { listOverpaidOf, whyKnownTo } from '#modules/payroll'
import type { PaymentRunId } from '#modules/payroll/contract'
import type { Ctx } from '#platform/server/context'
import { pageSize, type AccountMonth, type RecoveryDecisionView, type RecoveryView } from '../contract.ts'
import { listAccountRows, sumRecovered, type AccountRow } from '../db/accounts.ts'
import { book, wasBookedSo } from '../db/ledger.ts'
import { listCalledBackUnpaid, type RecalledItem } from '../db/recalls.ts'
import {
  getRecoveryForUpdate,
  getRecoveryRow,
  listRecoveryMonths,
  listRecoveryRows,
  proposeRecovery,
  updateRecovery,
  type Recovery,
} from '../db/recoveries.ts'
import { listRecoveryDecisions, type RecoveryDecision } from '../db/recovery-decisions.ts'
import { move, type Posting } from '../domain/entry.ts'
import { numberKey } from '../domain/number-key.ts'
import { problems } from '../domain/problems.ts'
import { programmeOf } from '../domain/programme.ts'
import type { RecoveryPlan, RecoveryState } from '../domain/recovery.ts'

export async function listRecoveries(
  ctx: Ctx,
  { page, ...filter }: { page: number; state?: RecoveryState | undefined; personId?: string | undefined },
) {
  const { rows, total } = await listRecoveryRows(ctx, filter, { page, size: pageSize })
  const months = Map.groupBy(
    await listRecoveryMonths(
      ctx,
      rows.map(({ id }) => id),
    ),
    ({ recoveryId }) => recoveryId,
  )
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return {
    total,
    rows: rows.map((row) => view(ctx, row, months.get(row.id) ?? [], names.get(row.areaId) ?? '')),
  }
}

type MonthRow = Awaited<ReturnType<typeof listRecoveryMonths>>[number]

function view(ctx: Ctx, row: Recovery, months: readonly MonthRow[], areaName: string): RecoveryView {
  const { told } = whyKnownTo(ctx.actor)
  return {
    id: row.id,
    person: { id: row.personId, name: row.personName },
    area: { id: row.areaId, name: areaName },
    cause: row.cause,
    state: row.state,
    plan: row.plan,
    instalment: row.instalment,
    amount: row.amount,
    open: row.open,
    months: months.map(({ component, benefitMonth, amount }) => ({
      component: told(component),
      benefitMonth,
      amount,
    })),
    heldBecause: row.heldBecause,
    decision: row.decision,
    decidedBy: row.decidedName,
    isAsked: row.isAsked,
    openedAt: row.openedAt,
  }
}

/** A recovery with how far it is, and what every month owed and paid its person. */
export async function getRecovery(ctx: Ctx, { id }: { id: string }) {
  const row = await getRecoveryRow(ctx, id)
  const names = await areaNames(ctx, new Set([row.areaId]))
  return {
    ...view(ctx, row, await listRecoveryMonths(ctx, [id]), names.get(row.areaId) ?? ''),
    ...(await sumRecovered(ctx, id)),
    offsetShare: recoveryLimits.offsetShare,
    account: (await listAccountRows(ctx, row.personId)).map((one) => viewMonth(ctx, one)),
    decisions: (await listRecoveryDecisions(ctx, id)).map((decision) => viewDecision(ctx, decision)),
  }
}

function viewMonth(ctx: Ctx, { oneOffId, rule, payeeName, isOwn, ...month }: AccountRow): AccountMonth {
  const { told } = whyKnownTo(ctx.actor)
  // A one-off is made out to somebody by some rule.
  const once =
    oneOffId === null
      ? null
      : { id: oneOffId, right: told(nameOfSupport(rule!)), payee: payeeName!, isOwn: isOwn! }
  return { ...month, once }
}

function viewDecision(ctx: Ctx, decision: RecoveryDecision): RecoveryDecisionView {
  const { id, kind, plan, instalment, paper, state, note } = decision
  const signed = (by: string | null, name: string | null, at: Instant | null) =>
    by === null || name === null || at === null ? null : { by: { id: by, name }, at }
  const isMine = decision.askedBy === ctx.actor.userId
  return {
    id,
    kind,
    plan,
    instalment,
    paper,
    state,
    note,
    asked: signed(decision.askedBy, decision.askedName, decision.askedAt),
    decided: signed(decision.decidedBy, decision.decidedName, decision.decidedAt),
    mayDecide: state === 'asked' && !isMine && ctx.actor.permissions.has('payments.approve'),
  }
}

/**
 * Takes over what an approved run found paid above the right; what is asked back already is not asked twice, nor what the run counts as
 * given and no order ever brought.
 */
export async function proposeFromRun(ctx: Ctx, runId: PaymentRunId) {
  const found = Map.groupBy(await listOverpaidOf(ctx, runId), ({ personId }) => personId)
  const unpaid = Map.groupBy(await listCalledBackUnpaid(ctx, [...found.keys()]), ({ personId }) => personId)
  for (const [personId, own] of found)
    await proposeRecovery(
      ctx,
      { personId, personName: own[0]!.personName, cause: own[0]!.cause, areaId: own[0]!.areaId },
      own.map(({ component, benefitMonth, amount }) => {
        const never = unpaid
          .get(personId)
          ?.find((one) => one.component === component && one.benefitMonth === benefitMonth)
        return {
          component,
          benefitMonth,
          amount: dong(Math.max(0, amount - (never?.amount ?? 0))),
          programme: programmeOf[component],
        }
      }),
    )
}

/** A proposal is to be recovered, and how, or how from now on; the person owes it on the books. */
export async function planRecovery(
  ctx: Ctx,
  recovery: Recovery,
  wish: { plan: RecoveryPlan; instalment: Dong | null; paper: string },
) {
  const { id, state } = recovery
  if (state === 'proposed') {
    const postings = await postingsOf(ctx, recovery, ['receivable', 'expense'])
    await book(ctx, { kind: 'recovery_opened', cause: `recovery ${id}`, note: wish.paper }, postings)
  }
  await updateRecovery(ctx, id, {
    state: 'planned',
    plan: wish.plan,
    instalment: wish.instalment,
    ...decided(ctx, wish.paper),
  })
}

/**
 * Books money that was paid back, by the number of its receipt. A cash desk numbers its receipts by the year they are of, whenever they
 * are written down here: one is booked once, however it is written, and not for another sum or debt.
 */
export async function repayRecovery(
  ctx: Ctx,
  { id, amount, receipt, paidOn }: { id: string; amount: Dong; receipt: string; paidOn: CivilDate },
) {
  const recovery = await getRecoveryForUpdate(ctx, id)
  if (recovery.state !== 'planned') throw problems('recovery_moved_on', { state: recovery.state })
  if (amount > recovery.open) throw problems('more_than_is_open', { open: recovery.open })
  await assertDayOfReceipt(ctx, id, paidOn)
  const about = { areaId: recovery.areaId, personId: recovery.personId, recoveryId: id }
  const entry = {
    kind: 'recovery_repaid',
    cause: `receipt ${numberKey(receipt)} of ${paidOn.slice(0, 4)} in ${recovery.areaId}`,
    bookedOn: paidOn,
    note: receipt,
  } as const
  const isNew = await book(ctx, entry, move(amount, ['treasury', 'receivable'], about))
  if (!isNew && !(await wasBookedSo(ctx, entry, { account: 'treasury', amount, recoveryId: id })))
    throw problems('receipt_known', { receipt })
  if (isNew && amount === recovery.open) await updateRecovery(ctx, id, { state: 'settled' })
  return { isNew }
}

/** A list is paid in the month before its own at the earliest; a year mistyped would book a receipt a second time. */
async function assertDayOfReceipt(ctx: Ctx, recoveryId: string, paidOn: CivilDate) {
  const [first] = await listRecoveryMonths(ctx, [recoveryId])
  const from = first ? firstDayOf(addMonths(first.benefitMonth, -1)) : paidOn
  if (paidOn < from || paidOn > ctx.today) throw problems('receipt_day_wrong', { from, today: ctx.today })
}

/** Gives up what is still open, by a decision («không thu»); or the proposal, where nothing was wrong. */
export async function writeOffRecovery(ctx: Ctx, recovery: Recovery, { paper }: { paper: string }) {
  const { id, areaId, personId, open } = recovery
  if (recovery.state === 'proposed') {
    await updateRecovery(ctx, id, { state: 'withdrawn', ...decided(ctx, paper) })
    return
  }
  await book(
    ctx,
    { kind: 'recovery_written_off', cause: `recovery ${id}`, note: paper },
    move(open, ['written_off', 'receivable'], { areaId, personId, recoveryId: id }),
  )
  await updateRecovery(ctx, id, { state: 'written_off', ...decided(ctx, paper) })
}

/** The bank gave back what was to be recovered: what it returned is owed to nobody, and the person owes nothing for it. */
export async function settleByReturn(ctx: Ctx, recovery: Recovery, item: RecalledItem) {
  const amount = dong(Math.min(recovery.open, item.amount))
  if (amount <= 0) return
  const { id, personId } = recovery
  const about = {
    areaId: item.areaId,
    personId,
    recoveryId: id,
    programme: item.programme,
    instructionId: item.instructionId,
  }
  const cause = `recovery ${id} by return of ${item.component} ${item.benefitMonth} in ${item.instructionId}`
  await book(ctx, { kind: 'recovery_offset', cause }, move(amount, ['payable', 'receivable'], about))
  if (amount === recovery.open) await updateRecovery(ctx, id, { state: 'settled' })
}

async function postingsOf(
  ctx: Ctx,
  { id, personId, areaId }: Recovery,
  [debit, credit]: readonly ['receivable', 'expense'],
): Promise<Posting[]> {
  return (await listRecoveryMonths(ctx, [id])).flatMap(({ amount, programme, benefitMonth }) =>
    move(amount, [debit, credit], { areaId, personId, recoveryId: id, programme, month: benefitMonth }),
  )
}

function decided({ actor, now }: Ctx, decision: string) {
  return { decidedBy: actor.userId, decidedName: actor.name, decidedAt: now, decision }
}
