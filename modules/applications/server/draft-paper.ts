import { areaAt } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getApplication } from '../db/applications.ts'
import { findProposal } from '../db/proposals.ts'
import { problems } from '../domain/problems.ts'
import { askedAgain } from './compute-again.ts'
import { computeDecisions } from './compute.ts'
import { draftDecision } from './freeze.ts'
import { openFiles } from './open-file.ts'
import { signatoryOfDraft } from './signatory.ts'

/** The decision as it would go out, word by word, before it is signed: room where its number and its day will stand. */
export async function showDraftPaper(ctx: Ctx, { id }: { id: string }) {
  const proposal = await findProposal(ctx, id)
  if (!proposal?.applicationId) throw problems('proposal_not_found', { id })
  if (proposal.state !== 'drafted') throw problems('proposal_settled', { state: proposal.state })
  const { personId } = proposal
  ctx.audit({ action: 'applications.person_read', personId, subject: id, leavesOnlyTraces: true })
  const [file] = await openFiles(ctx, [await getApplication(ctx, proposal.applicationId)])
  const { procedure, way } = file! // One in, one out.
  const [computed] = await computeDecisions(ctx, [askedAgain(proposal, file)], ctx.today)
  const unit = (await areaAt(ctx, [proposal.areaId], ctx.today)).get(proposal.areaId) ?? proposal.areaId
  const signatory = await signatoryOfDraft(ctx, {
    procedure,
    unit,
    facts: way.facts,
    detail: proposal.terms.detail,
    application: file!.application,
  })
  return { paper: await draftDecision(ctx, { proposal, computed: computed!, file: file!, signatory }) }
}
