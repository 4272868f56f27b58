import { type CivilDate, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Benefit } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { getApplication, type Application } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { insertProposals } from '../db/proposals.ts'
import { kindsSigned } from '../domain/effects.ts'
import { planMove } from '../domain/plan.ts'
import type { DecisionKind, Procedure } from '../domain/procedure.ts'
import { fingerprintOf, type Terms } from '../domain/proposal.ts'
import { problems } from '../domain/problems.ts'
import { computeDecisions, type Computed } from './compute.ts'
import { getProcedure } from './find-procedure.ts'
import { openFileForUpdate } from './open-file.ts'
import { moveFile } from './take-action.ts'
import { viewTerms } from './view-terms.ts'

type Wish = {
  readonly id: string
  readonly version: number
  readonly action: string
  readonly kind: DecisionKind
  readonly benefit: Benefit | null
  readonly reasons: readonly string[]
  readonly lastMonth?: Month | undefined
  readonly payeeId?: string | undefined
  readonly deviation?: string | undefined
  readonly requestId: string
}

/** Drafts the decision as the law computes it today, and puts the file before whoever signs («trình ký»). */
export function proposeDecision(ctx: Ctx, input: Wish) {
  return once(ctx, 'propose', input, async () => {
    const file = await openFileForUpdate(ctx, input)
    const { application, procedure } = file
    const reason = input.reasons.join(' ')
    const move = planMove(file.edition, file.way, { action: input.action, now: ctx.now, reason })
    if (!move.action.proposes?.includes(input.kind))
      throw problems('decision_not_possible', { kind: input.kind, possible: move.action.proposes ?? [] })
    if (!kindsSigned.has(input.kind))
      throw problems('decision_not_possible', { kind: input.kind, possible: [...kindsSigned] })
    const personId = matched(application)
    const benefit = benefitFor(procedure, input.benefit)
    const [computed] = await computeDecisions(ctx, [{ ...input, personId, benefit }], ctx.today)
    const { terms, basis, isConfidential } = computed! // One asked, one answered.
    assertLawful(input, benefit, computed!)
    const [proposalId] = await insertProposals(ctx, [
      {
        applicationId: application.id,
        batchId: null,
        areaId: application.areaId,
        personId,
        kind: input.kind,
        benefit,
        payeeId: input.payeeId ?? null,
        terms: JSON.stringify(terms),
        basis: JSON.stringify(basis),
        fingerprint: fingerprintOf(basis),
        deviation: input.deviation ?? null,
        state: 'drafted',
        isConfidential: application.isConfidential || isConfidential,
        draftedAt: ctx.now,
        draftedBy: ctx.actor.userId,
        draftedName: ctx.actor.name,
        settledAt: null,
        settledBy: null,
        settledName: null,
        returnReason: null,
        dueAt: application.dueAt,
      },
    ])
    const { version } = await moveFile(ctx, file, move, { ...(reason && { reason }) })
    return { version, proposalId: proposalId! }
  })
}

/** What a decision would say, were it signed on a day: nothing is kept. */
export async function previewDecision(
  ctx: Ctx,
  {
    id,
    kind,
    benefit: asked,
    signedOn = ctx.today,
  }: { id: string; kind: DecisionKind; benefit: Benefit | null; signedOn?: CivilDate | undefined },
) {
  const application = await getApplication(ctx, id)
  const personId = matched(application)
  const benefit = benefitFor(getProcedure(application.procedure), asked)
  const [computed] = await computeDecisions(ctx, [{ personId, benefit, kind }], signedOn)
  const { terms } = computed! // One asked, one answered.
  return {
    signedOn,
    terms: viewTerms(ctx, terms),
    isRight: isRight(terms),
    delayCost: startsWithDecision(kind) ? dong(Math.max(0, terms.monthly - terms.before)) : dong(0),
  }
}

const startsWithDecision = (kind: DecisionKind) => kind === 'grant'

function matched({ personId }: Application): string {
  if (personId === null) throw problems('person_not_matched')
  return personId
}

/** The benefit decided about; a procedure of one benefit needs it not to be named. */
function benefitFor({ benefits }: Procedure, asked: Benefit | null): Benefit {
  const benefit = asked ?? (benefits.length === 1 ? benefits[0] : undefined)
  if (!benefit || !benefits.includes(benefit))
    throw problems('benefit_not_of_procedure', { benefit: asked, benefits })
  return benefit
}

function isRight({ lines }: Terms): boolean {
  return lines.length > 0
}

/** What the office puts before the chair has to be what the law gives, or say why it is not. */
function assertLawful({ kind, reasons, deviation }: Wish, benefit: Benefit, { terms, basis }: Computed) {
  const awarded = basis.awarded.includes(benefit)
  if (kind === 'grant' && awarded) throw problems('award_needed', { benefit, awarded })
  if (kind === 'grant' && !isRight(terms)) throw problems('no_right', { benefit, reasons: terms.reasons })
  if ((kind === 'adjust' || kind === 'stop' || kind === 'suspend') && !awarded)
    throw problems('award_needed', { benefit, awarded })
  if (kind !== 'grant' && reasons.length === 0) throw problems('reason_needed', { kind })
  if (kind === 'refuse' && isRight(terms) && !awarded && !deviation)
    throw problems('deviation_needs_reason', { kind, monthly: terms.monthly })
}
