import type { Ctx } from '#platform/server/context'
import type { Outcome, ProspectId } from '../contract.ts'
import { insertFollowUps } from '../db/follow-ups.ts'
import { listByIds, type ProspectRow } from '../db/list.ts'
import { problems } from '../domain/problems.ts'

type FollowUp = {
  readonly prospectIds: readonly ProspectId[]
  readonly outcome: Outcome
  readonly note: string | null
  readonly assignee: string | null
  readonly requestId: string
}

/** Writes down what was done about people on a list. */
export async function recordFollowUp(
  ctx: Ctx,
  { prospectIds, requestId, ...done }: FollowUp,
): Promise<{ recorded: number }> {
  const rows = await getProspects(ctx, prospectIds)
  for (const { personId, id, benefit, event } of rows)
    ctx.audit({
      action: 'outreach.person_followed_up',
      personId,
      subject: id,
      details: { benefit, event, outcome: done.outcome },
    })
  const recorded = await insertFollowUps(
    ctx,
    rows.map(({ personId, benefit, event, month }) => ({
      personId,
      benefit,
      event,
      month,
      requestId,
      ...done,
    })),
  )
  return { recorded }
}

/** Every one of these prospects; one that is gone, or not to be seen, refuses them all. */
export async function getProspects(ctx: Ctx, ids: readonly ProspectId[]): Promise<ProspectRow[]> {
  const rows = await listByIds(ctx, [...new Set(ids)])
  const found = new Set<string>(rows.map(({ id }) => id))
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined) throw problems('prospect_not_found', { id: missing })
  return rows
}
