import { dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { countEntriesOf, listSetOffs, listWrongDebts, type SetOff } from '../db/debts.ts'
import { book } from '../db/ledger.ts'
import { followOpenSums, listOpenSums } from '../db/withholdings.ts'
import { move, type Posting } from '../domain/entry.ts'
import { releaseFunds } from './release-funds.ts'

/**
 * Brings what the books owe for an order that nobody was paid by to what of it is due. Of what is due to nobody nothing is owed, its budget
 * is free unless it was sent, and what was withheld of it is owed by the payee again; of what is due after all it is the other way round.
 */
export async function settleDebt(
  ctx: Ctx,
  instructionId: string,
  { notHeldBy }: { readonly notHeldBy?: string } = {},
): Promise<void> {
  const debts = await listWrongDebts(ctx, instructionId)
  const setOffs = await listSetOffs(ctx, instructionId)
  const less = debts.filter(({ tooMuch }) => tooMuch > 0)
  const cause = await bookNext(ctx, 'recalled', instructionId, [
    ...less.flatMap((debt) => move(debt.tooMuch, ['payable', 'expense'], { ...debt, instructionId })),
    ...setOffs
      .filter(({ isDue, setOff }) => !isDue && setOff > 0)
      .flatMap((one) => move(one.setOff, ['receivable', 'expense'], one)),
  ])
  await releaseFunds(
    ctx,
    { instructionId, cause, notBy: notHeldBy },
    less.map(({ programme, tooMuch }) => ({ programme, amount: tooMuch })),
  )
  await bookNext(ctx, 'owed_again', instructionId, [
    ...debts
      .filter(({ tooMuch }) => tooMuch < 0)
      .flatMap((debt) => move(dong(0 - debt.tooMuch), ['expense', 'payable'], { ...debt, instructionId })),
    ...(await setOffAgain(ctx, setOffs)),
  ])
  await followOpenSums(
    ctx,
    setOffs.map(({ recoveryId }) => recoveryId),
  )
}

/** As far as the debt it was withheld for is still open. */
async function setOffAgain(ctx: Ctx, setOffs: readonly SetOff[]): Promise<Posting[]> {
  const wanted = setOffs.filter(({ isDue, setOff, withheld }) => isDue && setOff < withheld)
  const open = await listOpenSums(
    ctx,
    wanted.map(({ recoveryId }) => recoveryId),
  )
  return wanted.flatMap((one) => {
    const amount = dong(Math.min(one.withheld - one.setOff, open.get(one.recoveryId) ?? 0))
    return amount > 0 ? move(amount, ['expense', 'receivable'], one) : []
  })
}

/** Books what became of an order this time, in an entry of its own; gives what that is known by. */
async function bookNext(
  ctx: Ctx,
  kind: 'recalled' | 'owed_again',
  instructionId: string,
  postings: readonly Posting[],
): Promise<string> {
  const cause = `order ${instructionId} ${await countEntriesOf(ctx, kind, instructionId)}`
  if (postings.length > 0 && !(await book(ctx, { kind, cause }, postings)))
    throw new Error(`What became of ${cause} was booked before`)
  return cause
}
