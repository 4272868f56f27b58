import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import type { EnvelopeId, HeirOfTheLiving } from '../contract.ts'
import { isCalledBack } from '../db/due-again.ts'
import {
  findUnsettledHeir,
  freeFromHeirs,
  insertHeirSettlement,
  listUnsettledHeirs,
  lockUnsentToHeirs,
} from '../db/heirs-of-the-living.ts'
import { dueAgain, withdrawInstruction } from '../db/recalls.ts'
import { problems } from '../domain/problems.ts'

/** What went to an heir of somebody who lives after all: no rule says how it comes back, so people are told what it is about. */
export async function listHeirsOfTheLiving(ctx: Ctx): Promise<HeirOfTheLiving[]> {
  const rows = await listUnsettledHeirs(ctx)
  const areas = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return rows.map(({ payeeId, payeeName, areaId, envelopeId, envelopeCode, heir, ...row }) => ({
    ...row,
    payee: { id: payeeId, name: payeeName },
    heir: { fullName: heir.fullName, number: heir.number },
    area: { id: areaId, name: areas.get(areaId) ?? '' },
    envelope: { id: envelopeId as EnvelopeId, code: envelopeCode }, // Rows of envelopes are named by their ids.
  }))
}

/**
 * What has not left yet goes to no heir of somebody who lives after all. What it was made for can be ordered anew, with the months after
 * the death beside it that no heir was to have.
 */
export async function keepFromHeirs(ctx: Ctx, personId: string): Promise<void> {
  if (!(await isCalledBack(ctx, personId))) return
  await lock(ctx, 'payments.reissue')
  const ids = await lockUnsentToHeirs(ctx, personId)
  for (const id of ids) await withdrawInstruction(ctx, id, dueAgain)
  await freeFromHeirs(ctx, ids)
}

/** It was settled between them by a paper, and is on nobody’s list any more. */
export async function settleHeirOfTheLiving(
  ctx: Ctx,
  { id, paper }: { readonly id: string; readonly paper: string },
): Promise<void> {
  const order = await findUnsettledHeir(ctx, id)
  if (!order) throw problems('heir_of_the_living_not_found', { id })
  await insertHeirSettlement(ctx, { id, areaId: order.areaId, paper })
}
