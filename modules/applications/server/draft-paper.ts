import { areaAt } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getApplication } from '../db/applications.ts'
import { findProposal } from '../db/proposals.ts'
import { problems } from '../domain/problems.ts'
import { computeDecisions } from './compute.ts'
import { draftDecision } from './freeze.ts'
import { openFiles } from './open-file.ts'

/** The decision as it would go out, word by word, before it is signed: room where its number and its day will stand. */
export async function showDraftPaper(ctx: Ctx, { id }: { id: string }) {
  const proposal = await findProposal(ctx, id)
  if (!proposal?.applicationId || !proposal.benefit) throw problems('proposal_not_found', { id })
  if (proposal.state !== 'drafted') throw problems('proposal_settled', { state: proposal.state })
  const { personId, benefit, kind, terms } = proposal
  ctx.audit({ action: 'applications.person_read', personId, subject: id, leavesOnlyTraces: true })
  const [file] = await openFiles(ctx, [await getApplication(ctx, proposal.applicationId)])
  const [computed] = await computeDecisions(
    ctx,
    [{ personId, benefit, kind, reasons: terms.reasons, lastMonth: terms.lastMonth ?? undefined }],
    ctx.today,
  )
  const unit = (await areaAt(ctx, [proposal.areaId], ctx.today)).get(proposal.areaId) ?? proposal.areaId
  return { paper: await draftDecision(ctx, { proposal, computed: computed!, file: file! }, unit) } // One in, one out.
}
