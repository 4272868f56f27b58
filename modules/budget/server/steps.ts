import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import type { EstimateId } from '../contract.ts'
import { deleteEstimate, findSubmitted, getEstimateRow, writeSubmission } from '../db/estimates.ts'
import { problems } from '../domain/problems.ts'

/** Locks an estimate as the one that goes to the financial authority («trình dự toán»); by another than who made it. */
export async function submitEstimate(ctx: Ctx, { id }: { id: EstimateId }): Promise<void> {
  const row = await getEstimateRow(ctx, id, { forUpdate: true })
  if (row.submittedAt !== null) throw problems('estimate_submitted', { id })
  if (row.madeBy === ctx.actor.userId) throw problems('second_person_needed', { id })
  await lock(ctx, `budget ${row.areaId} ${row.year}`)
  const other = await findSubmitted(ctx, row)
  if (other) throw problems('year_submitted', { year: row.year, name: other.name, by: other.submittedName })
  await writeSubmission(ctx, id)
}

export async function removeEstimate(ctx: Ctx, { id }: { id: EstimateId }): Promise<void> {
  const row = await getEstimateRow(ctx, id, { forUpdate: true })
  if (row.submittedAt !== null) throw problems('estimate_submitted', { id })
  if (row.madeBy !== ctx.actor.userId) throw problems('not_yours', { by: row.madeName })
  await deleteEstimate(ctx, id)
}
