import { dayOf, Instant } from '#kernel/civil-date'
import { areaAt, areaIdsWithin } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getApplicationForUpdate, listApplicationsByIds } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { countDrafted, listDrafted, listProposalsForUpdate, settle, type Proposal } from '../db/proposals.ts'
import { actionsOn, planMove } from '../domain/plan.ts'
import { changesBetween, fingerprintOf } from '../domain/proposal.ts'
import { problems } from '../domain/problems.ts'
import { computeDecisions } from './compute.ts'
import { openFiles, type OpenFile } from './open-file.ts'
import { assertCompetent } from './competence.ts'
import { moveFile } from './take-action.ts'
import { viewProposals } from './views.ts'

const pageSize = 50

/** What waits for a signature, with what has become of its facts since: the safe ones can be signed together. */
export async function listProposals(
  ctx: Ctx,
  { areaId, after }: { areaId?: number | undefined; after?: string | undefined },
) {
  const found = await listDrafted(ctx, {
    areaIds: areaId === undefined ? undefined : await areaIdsWithin(ctx, areaId),
    after: after === undefined ? undefined : placeIn(after),
    limit: pageSize + 1,
  })
  const proposals = found.slice(0, pageSize)
  const files = await filesOf(ctx, proposals)
  const views = await viewProposals(ctx, proposals, files)
  const changes = await changesOf(ctx, proposals)
  return {
    rows: views.map((view, index) => ({
      ...view,
      isSafe: proposals[index]!.deviation === null && changes[index]!.length === 0,
      changes: changes[index]!,
    })),
    next: found.length > pageSize ? nextAfter(proposals.at(-1)!) : null, // A full page has a last row.
    waiting: await countDrafted(ctx),
  }
}

async function filesOf(ctx: Ctx, proposals: readonly Proposal[]): Promise<Map<string, OpenFile>> {
  const ids = proposals.flatMap(({ applicationId }) => applicationId ?? [])
  const files = await openFiles(ctx, await listApplicationsByIds(ctx, ids))
  return new Map(files.map((file) => [file.application.id, file]))
}

/** By the names of the facts, what is otherwise than when each was drafted. */
async function changesOf(ctx: Ctx, proposals: readonly Proposal[]): Promise<string[][]> {
  const about = proposals.filter(({ benefit }) => benefit !== null)
  const computed = await computeDecisions(
    ctx,
    about.map(({ personId, benefit, kind }) => ({ personId, benefit: benefit!, kind })), // Filtered above.
    ctx.today,
  )
  const now = new Map(about.map(({ id }, index) => [id, computed[index]!.basis]))
  return proposals.map(({ id, fingerprint, basis }) => {
    const today = now.get(id)
    if (!today || fingerprintOf(today) === fingerprint) return []
    return changesBetween(basis, today).map(({ what }) => what)
  })
}

function nextAfter({ dueAt, id }: Proposal) {
  return `${dueAt ?? 'infinity'}_${id}`
}

function placeIn(after: string) {
  const [at = '', id = ''] = after.split('_')
  return { dueAt: at === 'infinity' ? null : Instant.parse(at), id }
}

/** Sends a drafted decision back to whoever drafted it, with the reason («trả lại»). */
export function returnProposal(ctx: Ctx, input: { id: string; reason: string; requestId: string }) {
  return once(ctx, 'return', input, async () => {
    const [proposal] = await listProposalsForUpdate(ctx, [input.id])
    if (!proposal?.applicationId) throw problems('proposal_not_found', { id: input.id })
    if (proposal.state !== 'drafted') throw problems('proposal_settled', { state: proposal.state })
    const [file] = await openFiles(ctx, [await getApplicationForUpdate(ctx, proposal.applicationId)])
    const { edition, way } = file! // One in, one out.
    const unit = (await areaAt(ctx, [proposal.areaId], ctx.today)).get(proposal.areaId) ?? proposal.areaId
    await assertCompetent(ctx, file!.procedure, unit)
    const back = actionsOn(edition, way, dayOf(ctx.now)).find(({ decides }) => !decides)
    if (!back) throw problems('action_not_possible', { step: way.step })
    const move = planMove(edition, way, { action: back.id, now: ctx.now, reason: input.reason })
    await settle(ctx, [proposal.id], { state: 'returned', returnReason: input.reason })
    const { step } = await moveFile(ctx, file!, move, { reason: input.reason })
    return { step }
  })
}
