import { addMonths, monthOf } from '#kernel/civil-date'
import {
  cancelOneOffs,
  closeAward,
  listAwards,
  listOneOffsOf,
  type Award,
  type Benefit,
  type DecidedOneOff,
} from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { listDecisionsOf } from '../db/documents.ts'
import type { DecisionKind } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import type { Numbered } from './deciding.ts'
import { decisionOf, type Office } from './effects/decision.ts'
import type { OpenFile } from './open-file.ts'

/**
 * What former decisions of a file still do while it is decided anew: the awards they opened and the money they give once. A file
 * is decided a second time only after an appeal was upheld.
 */
export type Replaced = { readonly awards: readonly Award[]; readonly oneOffs: readonly DecidedOneOff[] }

const none: Replaced = { awards: [], oneOffs: [] }

/** Kinds that stand for what was decided before, so that both never hold at once. */
const replacing: ReadonlySet<DecisionKind> = new Set(['grant', 'refuse', 'support', 'transfer'])

type About = {
  readonly file: OpenFile
  readonly kind: DecisionKind
  readonly personId: string
  readonly benefit: Benefit | null
}

export async function replacedBy(ctx: Ctx, about: About): Promise<Replaced> {
  const decided = replacing.has(about.kind)
    ? await listDecisionsOf(ctx, [about.file.application.id])
    : new Map<string, ReadonlySet<string>>()
  return replacedIn(ctx, about, decided)
}

async function replacedIn(
  ctx: Ctx,
  { file, kind, personId, benefit }: About,
  decided: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Replaced> {
  const former = decided.get(file.application.id)
  if (!former || !replacing.has(kind)) return none
  const awards = (await listAwards(ctx, [personId])).filter(
    (award) =>
      (kind === 'transfer' || award.benefit === benefit) &&
      award.during.until === null &&
      former.has(award.openedBy),
  )
  const oneOffs = (await listOneOffsOf(ctx, [personId])).filter(
    ({ decisionId, state }) => state !== 'cancelled' && former.has(decisionId),
  )
  return { awards, oneOffs }
}

/** What was handed out, or lies on a list of payments, is not decided away: it is recovered, or added to, by a file of its own. */
export function assertReplaceable({ oneOffs }: Replaced): void {
  const gone = oneOffs.find(({ state }) => state !== 'due')
  if (gone)
    throw problems('paid_before', { amount: gone.amount, number: gone.decisionNumber, state: gone.state })
}

/** Whether something is taken from somebody that a former decision gave, though nothing known speaks against it. */
export const takesBack = (kind: DecisionKind, { awards, oneOffs }: Replaced, isRight: boolean): boolean =>
  kind === 'refuse' && (oneOffs.length > 0 || (awards.length > 0 && isRight))

/** Ends what these decisions replace, before they take effect themselves: nothing is paid by both, and no month by neither. */
export async function endReplaced(ctx: Ctx, decided: readonly Numbered[], office: Office): Promise<void> {
  const candidates = decided.filter(({ proposal }) => replacing.has(proposal.kind))
  if (candidates.length === 0) return
  const former = await listDecisionsOf(
    ctx,
    candidates.map(({ file }) => file.application.id),
  )
  for (const one of candidates) {
    const { proposal, computed, file } = one
    const replaced = await replacedIn(ctx, { ...proposal, file }, former)
    assertReplaceable(replaced)
    await cancelOneOffs(
      ctx,
      replaced.oneOffs.map(({ id }) => id),
    )
    const isRefused = proposal.kind === 'refuse'
    // Refused, it is paid through the month of the signature, as everything that is ended.
    const lastMonth = isRefused ? monthOf(ctx.today) : addMonths(computed.terms.effective, -1)
    for (const { personId, benefit } of replaced.awards)
      await closeAward(ctx, {
        personId,
        benefit,
        lastMonth,
        reason: isRefused ? 'ineligible' : 'other',
        // A decision does one thing to awards: what it ends is kept beside it, under the same number.
        decision: {
          ...decisionOf(ctx, one, office),
          id: undefined,
          reason: computed.terms.reasons.join(' '),
        },
      })
  }
}
