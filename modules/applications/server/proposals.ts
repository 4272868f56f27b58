import { Instant, type CivilDate } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { areaAt, areaIdsWithin } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getApplicationForUpdate, listApplicationsByIds } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { countDrafted, listDrafted, listProposalsForUpdate, settle, type Proposal } from '../db/proposals.ts'
import { isWaiting, stepOn } from '../domain/edition.ts'
import { actionsOn, decidingAction, planMove } from '../domain/plan.ts'
import { changesBetween, fingerprintOf, type Basis } from '../domain/proposal.ts'
import type { Action, Edition, Step } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import { askedAgain, computeEach } from './compute-again.ts'
import type { Computed } from './compute-monthly.ts'
import { endsRight } from './differing.ts'
import { openFiles, type OpenFile } from './open-file.ts'
import { signatoryFor } from './signatory.ts'
import { isForAnother } from './payee.ts'
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
  const changes = await changesOf(ctx, proposals, files)
  return {
    rows: views.map((view, index) => {
      const proposal = proposals[index]!
      const waitsIn = waitingStep(proposal, files.get(proposal.applicationId ?? ''), ctx.today)
      return {
        ...view,
        isSafe: isSafe(proposal) && !waitsIn && changes[index]!.length === 0,
        changes: changes[index]!,
        waitsIn: waitsIn?.name ?? null,
      }
    }),
    next: found.length > pageSize ? nextAfter(proposals.at(-1)!) : null, // A full page has a last row.
    waiting: await countDrafted(ctx),
  }
}

/** What is as the law computes it, goes to the person themselves, and takes no right away. */
const isSafe = (proposal: Proposal) =>
  proposal.deviation === null && !isForAnother(proposal) && !endsRight(proposal.basis)

/** The step a file is in that decides nothing of what was drafted: it is put up first, or goes through other hands. */
function waitingStep({ kind }: Proposal, file: OpenFile | undefined, today: CivilDate): Step | undefined {
  if (!file || decidingAction(file.edition, file.way, { kind, today })) return undefined
  return stepOn(file.edition, file.way.step, today)
}

async function filesOf(ctx: Ctx, proposals: readonly Proposal[]): Promise<Map<string, OpenFile>> {
  const ids = proposals.flatMap(({ applicationId }) => applicationId ?? [])
  const files = await openFiles(ctx, await listApplicationsByIds(ctx, ids))
  return new Map(files.map((file) => [file.application.id, file]))
}

/** By the names of the facts, what is otherwise than when each was drafted; what the law refuses now is a change, too. */
async function changesOf(
  ctx: Ctx,
  proposals: readonly Proposal[],
  files: ReadonlyMap<string, OpenFile>,
): Promise<string[][]> {
  const computed = await computeEach(
    ctx,
    proposals.map((proposal) => askedAgain(proposal, files.get(proposal.applicationId ?? ''))),
    ctx.today,
  )
  return proposals.map(({ fingerprint, basis }, index) => {
    const today = basisNow(computed[index]!)
    if (!today) return ['right']
    if (fingerprintOf(today) === fingerprint) return []
    return changesBetween(basis, today).map(({ what }) => what)
  })
}

function basisNow(computed: () => Computed): Basis | undefined {
  try {
    return computed().basis
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return undefined
  }
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
    const { edition, way, procedure } = file! // One in, one out.
    const unit = (await areaAt(ctx, [proposal.areaId], ctx.today)).get(proposal.areaId) ?? proposal.areaId
    const { detail } = proposal.terms
    await signatoryFor(ctx, { procedure, unit, facts: way.facts, detail, application: file!.application })
    await settle(ctx, [proposal.id], { state: 'returned', returnReason: input.reason })
    const back = actionsOn(edition, way, ctx.today).find((action) => goesBack(edition, action, ctx.today))
    // What was drafted in the very step that decides is drafted there again.
    if (!back) return { step: way.step }
    const move = planMove(edition, way, { action: back.id, now: ctx.now, reason: input.reason })
    const { step } = await moveFile(ctx, file!, move, { reason: input.reason })
    return { step }
  })
}

/** Whether an action leads to a step where it can be proposed again. */
function goesBack(edition: Edition, { decides, to }: Action, today: CivilDate): boolean {
  const step = stepOn(edition, to, today)
  return !decides && isWaiting(step) && step.actions.some(({ proposes }) => proposes)
}
