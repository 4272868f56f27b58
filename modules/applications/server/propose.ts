import { monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { isConfidentialRule, listAwards, type Benefit } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import {
  getApplication,
  insertEvents,
  markConfidential,
  updateApplication,
  type Application,
} from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { insertProposals, withdrawDrafted } from '../db/proposals.ts'
import type { DecisionDetail } from '../domain/decision-detail.ts'
import { kindsOfBenefit } from '../domain/effects.ts'
import { planMove } from '../domain/plan.ts'
import type { DecisionKind, Procedure } from '../domain/procedure.ts'
import { fingerprintOf } from '../domain/proposal.ts'
import { problems } from '../domain/problems.ts'
import { assertLawful } from './assert-lawful.ts'
import { computeDecisions } from './compute.ts'
import { differenceIn, isRight } from './differing.ts'
import { getProcedure } from './find-procedure.ts'
import { handsNow, handsOf } from './hands.ts'
import { completedIn, openFileForUpdate, openFiles, type OpenFile } from './open-file.ts'
import { assertPayee, possiblePayees } from './payee.ts'
import { replacedWords } from './messages.vi.ts'
import { assertReplaceable, replacedBy, takesBack, type Replaced } from './replaced.ts'
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
  readonly detail?: DecisionDetail | null | undefined
  readonly deviation?: string | undefined
  readonly requestId: string
}

/**
 * Drafts the decision as the law computes it today, and puts the file before whoever signs («trình ký»). What is decided in
 * the very step the file stands in is drafted there, and the file waits in it for the signature.
 */
export function proposeDecision(ctx: Ctx, input: Wish) {
  return once(ctx, 'propose', input, async () => {
    const { file, action } = completedIn(await openFileForUpdate(ctx, input), input.action, ctx.today)
    const { application, procedure } = file
    const reason = input.reasons.join(' ')
    const move = planMove(file.edition, file.way, { action, now: ctx.now, reason })
    const { proposes = [], decides = [] } = move.action
    if (![...proposes, ...decides].includes(input.kind))
      throw problems('decision_not_possible', { kind: input.kind, possible: [...proposes, ...decides] })
    const personId = matched(application)
    const benefit = await benefitFor(ctx, procedure, { ...input, personId })
    const former = await replacedBy(ctx, { file, kind: input.kind, personId, benefit })
    assertReplaceable(former)
    const reasons = [...input.reasons, ...endedWords(input.kind, former)]
    const asked = { ...input, reasons, personId, benefit, file }
    const [computed] = await computeDecisions(ctx, [asked], ctx.today)
    const { terms, basis, isConfidential } = computed! // One asked, one answered.
    assertPayee(asked, computed!.basis.payee)
    await assertLawful(ctx, { ...input, personId, benefit }, { computed: computed!, file, replaced: former })
    const difference = takesBack(input.kind, former, isRight(input.kind, terms)) ? 'has_right' : null
    if (difference && !input.deviation)
      throw problems('deviation_needs_reason', { kind: input.kind, difference, monthly: terms.monthly })
    const goesOn = proposes.includes(input.kind)
    const hands = goesOn ? await handsOf(ctx, file, move.to, input) : handsNow(application)
    await withdrawDrafted(ctx, application.id, replaced)
    const [proposalId] = await insertProposals(ctx, [
      {
        applicationId: application.id,
        areaId: hands.areaId,
        personId,
        kind: input.kind,
        benefit,
        payeeId: input.payeeId ?? null,
        // The last month only where it was told: the law’s own goes by the day of the signature.
        terms: JSON.stringify({ ...terms, lastMonth: input.lastMonth ?? null }),
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
    // Whatever the file itself told before: from here on it does, and is neither put up nor there for who may not read of it.
    if (terms.rules.some(isConfidentialRule)) await markConfidential(ctx, application.id)
    const { version } = goesOn
      ? await moveFile(ctx, file, move, { ...(reason && { reason }), hands })
      : await noteDraft(ctx, file, input)
    return { version, proposalId: proposalId! }
  })
}

/** What a refusal says of what was given before: whoever reads it knows that it ends, and by which paper it was given. */
function endedWords(kind: DecisionKind, { awards, oneOffs }: Replaced): string[] {
  if (kind !== 'refuse') return []
  return [
    ...(awards.length > 0 ? [replacedWords.awards] : []),
    ...oneOffs.map(({ decisionNumber }) => replacedWords.oneOff(decisionNumber)),
  ]
}

/** Why a draft is settled that another takes the place of. */
const replaced = 'Thay bằng tờ trình mới'

/** That something was drafted is written down, and whoever has read the file before reads it again. */
async function noteDraft(ctx: Ctx, { application }: OpenFile, { kind }: Pick<Wish, 'kind'>) {
  const version = await updateApplication(ctx, application, {})
  await insertEvents(ctx, [
    { applicationId: application.id, kind: 'drafted', version, detail: { decision: kind } },
  ])
  return { version }
}

/** What a decision would say, were it signed on a day: nothing is kept. */
export async function previewDecision(ctx: Ctx, input: Preview) {
  const { id, kind, signedOn = ctx.today } = input
  const application = await getApplication(ctx, id)
  const personId = matched(application)
  const [file] = await openFiles(ctx, [application])
  const benefit = await benefitFor(ctx, getProcedure(application.procedure), { ...input, personId })
  const asked = { ...input, personId, benefit, file }
  const [computed] = await computeDecisions(ctx, [asked], signedOn)
  const { terms } = computed! // One asked, one answered.
  const replaced = await replacedBy(ctx, { file: file!, kind, personId, benefit })
  return {
    signedOn,
    benefit,
    terms: viewTerms(ctx, terms),
    isRight: isRight(kind, terms),
    difference: takesBack(kind, replaced, isRight(kind, terms))
      ? ('has_right' as const)
      : differenceIn(kind, { benefit, month: monthOf(signedOn) }, computed!),
    payees: kind === 'grant' ? await possiblePayees(ctx, personId) : [],
    delayCost: startsWithDecision(kind) ? dong(Math.max(0, terms.monthly - terms.before)) : dong(0),
  }
}

type Preview = Pick<Wish, 'id' | 'kind' | 'benefit' | 'lastMonth' | 'detail'> & {
  readonly signedOn?: CivilDate | undefined
}

const startsWithDecision = (kind: DecisionKind) => kind === 'grant'

function matched({ personId }: Application): string {
  if (personId === null) throw problems('person_not_matched')
  return personId
}

type Choice = Pick<Wish, 'kind' | 'benefit'> & { readonly personId: string }

/**
 * The benefit decided about, and none of kinds that are about none. It need not be named where it can be one alone: that of
 * the procedure, or of what is to pause, go on or end the one that does so far.
 */
async function benefitFor(
  ctx: Ctx,
  { benefits }: Procedure,
  { kind, benefit: asked, personId }: Choice,
): Promise<Benefit | null> {
  const isOfBenefit = kindsOfBenefit.has(kind) || (kind === 'refuse' && benefits.length > 0)
  if (!isOfBenefit) return null
  if (asked && benefits.includes(asked)) return asked
  // Somebody is refused to move all they have, or a place: that is about no single benefit.
  if (kind === 'refuse' && asked === null && benefits.length > 1) return null
  const possible = asked || benefits.length === 1 ? benefits : await drawn(ctx, personId, { kind, benefits })
  if (!asked && possible.length === 1) return possible[0]!
  throw problems('benefit_not_of_procedure', { benefit: asked, benefits: possible })
}

/** What a decision may hold up, let go on or end; all of the procedure where the person draws none of them. */
async function drawn(
  ctx: Ctx,
  personId: string,
  { kind, benefits }: Pick<Procedure, 'benefits'> & Pick<Wish, 'kind'>,
) {
  if (kind === 'grant' || kind === 'refuse') return benefits
  const open = (await listAwards(ctx, [personId])).filter(
    ({ during, suspendedFrom }) =>
      during.until === null &&
      (kind === 'resume' ? suspendedFrom !== null : kind !== 'suspend' || suspendedFrom === null),
  )
  const found = benefits.filter((benefit) => open.some((award) => award.benefit === benefit))
  return found.length > 0 ? found : benefits
}
