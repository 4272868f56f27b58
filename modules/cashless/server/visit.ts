import { listColleagues } from '#modules/identity'
import type { Ctx } from '#platform/server/context'
import { assign, findPayeeForUpdate, insertVisit, type NewVisit } from '../db/visits.ts'
import { problems } from '../domain/problems.ts'

/** Writes down what came of asking somebody, once for each request, and says which change of way waits already. */
export async function recordVisit(ctx: Ctx, visit: NewVisit) {
  const { personId, outcome, askAgainOn } = visit
  if (askAgainOn !== null && askAgainOn <= ctx.today) throw problems('ask_again_past', { askAgainOn })
  const payee = await findPayeeForUpdate(ctx, personId)
  if (!payee) throw problems('payee_not_found', { personId })
  if (payee.way === 'account' || payee.way === 'wallet')
    throw problems('payee_already_cashless', { personId })
  const isNew = await insertVisit(ctx, { ...visit, areaId: payee.areaId })
  if (isNew) ctx.audit({ action: 'cashless.person_visited', personId, details: { outcome } })
  return { openRequestId: payee.openRequestId }
}

/** Says who is to visit these people; one who is not to be seen refuses them all. */
export async function assignPayees(
  ctx: Ctx,
  { personIds, assigneeId }: { personIds: readonly string[]; assigneeId: string | null },
) {
  const asked = new Set(personIds)
  const assignee = assigneeId === null ? null : await getAssignee(ctx, assigneeId)
  const assigned = await assign(ctx, [...asked], assignee)
  const missing = asked.difference(new Set(assigned))
  for (const personId of missing) throw problems('payee_not_found', { personId })
  for (const personId of assigned)
    ctx.audit({ action: 'cashless.person_assigned', personId, details: { isTaken: assignee !== null } })
  return { assigned: assigned.length }
}

async function getAssignee(ctx: Ctx, id: string) {
  const assignee = (await listColleagues(ctx, { may: 'cashless.visit' })).find((one) => one.id === id)
  if (!assignee) throw problems('assignee_not_found', { id })
  return assignee
}
