import { dong, type Dong } from '#kernel/dong'
import type { Month } from '#kernel/civil-date'
import { recoveryLimits } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { getRecoveryForUpdate } from '../db/recoveries.ts'
import {
  bookWithheld,
  followOpenSums,
  gatherWithheld,
  listLinesOfDebtors,
  lockClaims,
  lockWithheldFor,
  type NewWithholding,
} from '../db/withholdings.ts'
import { problems } from '../domain/problems.ts'
import { planWithholding } from '../domain/withhold.ts'

/** Finds what of a run is withheld for recoveries, and takes it off what its payees are to be paid; gives the sum. */
export async function withholdFrom(ctx: Ctx, run: { runId: string; month: Month }): Promise<Dong> {
  const lines = await listLinesOfDebtors(ctx, run)
  const claims = await lockClaims(ctx, [...lines.keys()])
  const withheld = [...lines].flatMap(([personId, own]): NewWithholding[] =>
    planWithholding(
      own.map(({ amount }, index) => ({ key: String(index), amount })),
      claims.get(personId) ?? [],
      recoveryLimits.offsetShare,
    ).map(({ recoveryId, key, amount }) => ({ ...own[Number(key)]!, recoveryId, withheld: amount })),
  )
  await gatherWithheld(ctx, withheld)
  return dong(withheld.reduce((sum, one) => sum + one.withheld, 0))
}

/** Books what an approved envelope withholds; where a debt was paid, given up or is disputed meanwhile, it is made anew. */
export async function setOff(
  ctx: Ctx,
  approvalId: number,
  { envelopeId, cause }: { envelopeId: string; cause: string },
) {
  const recoveries = await lockWithheldFor(ctx, envelopeId)
  if (recoveries.length === 0) return
  for (const { recoveryId, amount } of recoveries) {
    const { state, open, heldBecause } = await getRecoveryForUpdate(ctx, recoveryId)
    if (state !== 'planned' || heldBecause !== null || amount > open)
      throw problems('withholding_changed', { recoveryId })
  }
  await bookWithheld(ctx, approvalId, { envelopeId, cause })
  await followOpenSums(
    ctx,
    recoveries.map(({ recoveryId }) => recoveryId),
  )
}
